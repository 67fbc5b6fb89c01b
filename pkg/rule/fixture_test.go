package rule

import (
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

func TestParseFixture(t *testing.T) {
	f, err := ParseFixture("dir/footer-link.fail.txtar", []byte(
		"as-of: 2026-11-22\ncountry: uk\nsells-to: BE, nl\nlang: en\nreason: link\nA shop\nof two pages.\n-- index.html --\n<p>\n-- mended/index.html --\n<b>\n"))
	if err != nil {
		t.Fatal(err)
	}
	if f.Slug != "footer-link" || f.Verdict != "fail" || f.Reason != "link" || f.Note != "A shop of two pages." {
		t.Errorf("%+v", f)
	}
	if f.Country != "GB" || len(f.SellsTo) != 2 || f.SellsTo[1] != "NL" || f.AsOf != day("2026-11-22") {
		t.Errorf("%+v", f)
	}
	if len(f.Files) != 1 || len(f.Mended) != 1 || f.Mended[0].Name != "index.html" || string(f.Mended[0].Data) != "<b>\n" {
		t.Errorf("%+v", f)
	}
}

func TestParseFixtureRefuses(t *testing.T) {
	good := "as-of: 2026-11-22\nlang: en\n-- a.html --\n"
	for _, c := range []struct{ name, data, want string }{
		{"a.txtar", good, "is not of the form"},
		{"a.perhaps.txtar", good, "is not of the form"},
		{"a.pass.txtar", "lang: en\n-- a.html --\n", "needs as-of"},
		{"a.pass.txtar", "as-of: 2026-11-22\nlang: en\n", "at least one file"},
		{"a.pass.txtar", "as-of: 2026-11-31\n" + good, "a.pass.txtar:1: \"2026-11-31\" is no day"},
		{"a.pass.txtar", "lang: en\ncountry: ZZ\n" + good, "a.pass.txtar:2: \"ZZ\" is no ISO"},
		{"a.pass.txtar", "sells-to: BE;NL\n" + good, "no ISO 3166-1 country code"},
	} {
		if _, err := ParseFixture(c.name, []byte(c.data)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

func TestNearest(t *testing.T) {
	b := Book{Rules: []Rule{{ID: "odr-link", Topic: "odr", Aliases: []string{"odr"}}, {ID: "odr-link-stale", Topic: "odr"}, {ID: "contact-email", Topic: "contact"}}}
	for name, want := range map[string]string{
		"odr-lnik": "odr-link", "ord-link": "odr-link", "odr-link-stlae": "odr-link-stale", "contact-mail": "contact-email",
		"contacts": "contact", "ord": "odr", "withdrawal": "", "": "", strings.Repeat("x", 1000): "",
	} {
		if got := b.Nearest(name); got != want {
			t.Errorf("Nearest(%.20q) = %q, want %q", name, got, want)
		}
	}
}

func TestStrict(t *testing.T) {
	var doc struct {
		Check yaml.Node `yaml:"check"`
	}
	var into struct {
		Kind string   `yaml:"kind"`
		To   []string `yaml:"to"`
	}
	read := func(text string) error {
		doc.Check = yaml.Node{}
		if err := yaml.Load([]byte(text), &doc); err != nil {
			t.Fatal(err)
		}
		return Strict(&doc.Check, &into)
	}
	if err := read("check:\n  kind: link\n  to: [a]\n"); err != nil || into.Kind != "link" || len(into.To) != 1 {
		t.Errorf("%+v, %v", into, err)
	}
	if err := read("check:\n  kind: link\n  too: [a]\n"); err == nil || !strings.Contains(err.Error(), "line 3: field too") {
		t.Errorf("an unknown key: %v", err)
	}
	if err := read("check: {}\n"); err != nil {
		t.Errorf("an empty mapping: %v", err)
	}
	if err := Strict(nil, &into); err == nil {
		t.Error("no node at all must be refused")
	}
}
