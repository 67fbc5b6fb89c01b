package config

import (
	"strings"
	"testing"
)

func TestPortfolio(t *testing.T) {
	got, err := ParsePortfolio("p.yaml", []byte(`
defaults: {country: BE, sells-to: [BE, NL], lang: nl}
shops:
  - https://a.be
  - {target: https://b.be, name: B, country: FR, lang: fr, headers: {Authorization: $B_AUTH}}
groups:
  - name: bakers
    country: DE
    kind: b2c
    shops: [https://c.de, {target: https://d.de, kind: b2b}]
`), Known{Languages: []string{"en", "nl", "fr", "de"}})
	if err != nil || len(got) != 4 {
		t.Fatalf("%+v, %v", got, err)
	}
	a, b, c, d := got[0], got[1], got[2], got[3]
	if a.Shop.Country != "BE" || a.Lang != "nl" || len(a.Shop.SellsTo) != 2 || a.Shop.At.Line != 4 {
		t.Errorf("defaults: %+v", a)
	}
	if b.Shop.Country != "FR" || b.Name != "B" || b.Lang != "fr" || b.Shop.Headers[0].Env != "B_AUTH" {
		t.Errorf("own values: %+v", b)
	}
	if c.Shop.Country != "DE" || c.Group != "bakers" || c.Shop.Kind != "b2c" || c.Lang != "nl" || d.Shop.Kind != "b2b" {
		t.Errorf("group: %+v %+v", c, d)
	}
}

func TestPortfolioNamesEveryFault(t *testing.T) {
	_, err := ParsePortfolio("p.yaml", []byte(`
defaults: {contry: BE}
shops:
  - {name: none}
  - {target: https://b.be, country: Belgium, headers: {Authorization: secret}}
groups:
  - {shops: [https://c.de]}
  - {name: empty}
`), Known{})
	if err == nil {
		t.Fatal("a list with faults was taken")
	}
	for _, want := range []string{`p.yaml:2:12: shop has no key "contry"`, "p.yaml:4:5: an entry of shops needs a target", "p.yaml:5:37: ", "variable of the environment", "a group needs a name", `the group "empty" needs shops`} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q is not said in\n%v", want, err)
		}
	}
}

func FuzzPortfolio(f *testing.F) {
	f.Add([]byte("shops: [https://a.be]\ngroups:\n - {name: x, shops: [a, {target: b}]}"))
	f.Fuzz(func(_ *testing.T, data []byte) { _, _ = ParsePortfolio("p", data, Known{}) })
}
