package adr

import (
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/shoplint/shoplint/pkg/law"
)

func directory(t *testing.T) *Directory {
	t.Helper()
	d, err := Load(os.DirFS("../../rules"))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestBookOfBodies(t *testing.T) {
	d := directory(t)
	for _, c := range law.States() {
		if c == "SI" { // no body of its own is known yet
			continue
		}
		if len(d.ByCountry(c)) == 0 {
			t.Errorf("no body for %s", c)
		}
	}
	domains := d.Domains()
	if !slices.IsSorted(domains) || !slices.Contains(domains, "universalschlichtungsstelle.de") || slices.Contains(domains, "economie.fgov.be/nl") {
		t.Errorf("Domains() = %v", domains)
	}
}

func TestClosed(t *testing.T) {
	d := directory(t)
	has := func(day, id string) bool {
		return slices.ContainsFunc(d.Closed(law.MustDay(day)), func(b Body) bool { return b.ID == id })
	}
	if has("2024-12-31", "be-ombudsman-commerce") || !has("2025-01-01", "be-ombudsman-commerce") {
		t.Error("the retail ombudsman stopped on 2025-01-01: its last day is 2024-12-31")
	}
	if has("2030-01-01", "be-consumer-mediation-service") {
		t.Error("the residual service has no end")
	}
}

func TestByURL(t *testing.T) {
	d := directory(t)
	for address, want := range map[string]string{
		"https://www.OMBUDSCOM.be/nl": "be-ombudsman-commerce",
		"https://economie.fgov.be/nl/themas/online/belmed-onlinebemiddeling/start": "be-belmed",
		"https://economie.fgov.be/nl/themas":                                       "",
		"https://adr.coi.cz/cs":                                                    "cz-coi",
		"https://user@arn.se/":                                                     "",
		"https://arn.se.shop.example/":                                             "",
		"/arn.se":                                                                  "",
	} {
		u, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		if b, _ := d.ByURL(u); b.ID != want {
			t.Errorf("ByURL(%s) = %q, want %q", address, b.ID, want)
		}
	}
	if _, ok := d.ByURL(nil); ok {
		t.Error("nil is no address of a body")
	}
}

func TestName(t *testing.T) {
	b := Body{Names: map[string]string{"nl": "N", "fr": "F"}}
	if b.Name("nl") != "N" || b.Name("de") != "F" || (Body{}).Name("de") != "" {
		t.Error("the name must fall back to English, then to the first language")
	}
}

func TestPhrases(t *testing.T) {
	b := Body{Names: map[string]string{"nl": "Belmed", "fr": "Belmed", "de": "Amt"}, Forms: []string{"Amt*"}}
	if got := b.Phrases(); !slices.Equal(got, []string{"Amt", "Amt*", "Belmed"}) {
		t.Errorf("Phrases() = %v", got)
	}
}

func TestLoadRefuses(t *testing.T) {
	const good = "- {id: a, country: BE, names: {nl: A}, urls: [a.be], sector: general, confidence: primary, source: s}\n"
	for name, c := range map[string]struct{ text, want string }{
		"unknown key":   {strings.Replace(good, "sector", "section", 1), "section"},
		"doubled key":   {strings.Replace(good, "id: a", "id: a, id: b", 1), "already"},
		"twice":         {good + good, "twice"},
		"no country":    {strings.Replace(good, "BE", "XX", 1), "no state"},
		"scheme":        {strings.Replace(good, "a.be", "https://a.be", 1), "without scheme"},
		"www":           {strings.Replace(good, "a.be", "www.a.be", 1), "without scheme"},
		"interval":      {strings.Replace(good, "sector", "from: 2025-01-02, until: 2025-01-01, sector", 1), "not after"},
		"no confidence": {strings.Replace(good, "primary", "sure", 1), "confidence"},
		"former":        {strings.Replace(good, "sector", "former: [{names: [Z], confidence: primary, source: s}], sector", 1), "former"},
		"former grade":  {strings.Replace(good, "sector", "former: [{names: [Z], until: 2020-01-01, source: s}], sector", 1), "former: confidence"},
		"bad day":       {strings.Replace(good, "sector", "from: 2025-13-01, sector", 1), "2025-13-01"},
	} {
		_, err := Load(fstest.MapFS{"adr.yaml": {Data: []byte(c.text)}})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", name, err, c.want)
		}
	}
	if _, err := Load(fstest.MapFS{}); err == nil {
		t.Error("a missing file must be an error")
	}
}
