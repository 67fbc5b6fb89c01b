package check

import (
	"net/url"
	"os"
	"testing"

	"github.com/shoplint/shoplint/pkg/adr"
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/words"
)

func bodies(t *testing.T) *adr.Directory {
	t.Helper()
	d, err := adr.Load(os.DirFS("../../rules"))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Every name of the directory can be looked for: a phrase that no text matches
// would hide a body.
func TestBodiesArePhrases(t *testing.T) {
	for _, of := range []string{"named", "closed", "renamed"} {
		x := newADRIndex(adrParams{Of: of}, bodies(t))
		if len(x.entries) == 0 {
			t.Errorf("%s: nothing to look for", of)
		}
		if err := x.list.Valid(); err != nil {
			t.Errorf("%s: %v", of, err)
		}
		for _, s := range x.list.Phrases[words.Any] {
			if key := x.phrases[words.Fold(s)]; x.entries[key].body.ID == "" {
				t.Errorf("%s: %q stands for no body", of, s)
			}
		}
	}
}

func TestLinkedBody(t *testing.T) {
	x := newADRIndex(adrParams{Of: "closed"}, bodies(t))
	for href, want := range map[string]string{
		"https://www.ombudscom.be/nl":                 "be-ombudsman-commerce",
		"https://OMBUDSMANDUCOMMERCE.be":              "be-ombudsman-commerce",
		"https://consumentenombudsdienst.be":          "", // works
		"https://ombudscom.be.shop.example/":          "",
		"https://user@ombudscom.be/":                  "",
		"https://shop.example/?to=https://ombudscom.": "",
		"mailto:info@ombudscom.be":                    "",
	} {
		u, err := url.Parse(href)
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := x.linked(&page.Link{Href: href, Target: u}); got != want || ok != (want != "") {
			t.Errorf("%s: %q, want %q", href, got, want)
		}
	}
	if _, ok := x.linked(&page.Link{}); ok {
		t.Error("a link to nothing leads to no body")
	}
}

func TestOnHost(t *testing.T) {
	for href, want := range map[string]bool{
		"https://www.coi.cz/x": true, "https://coi.cz.": true, "https://ADR.coi.cz": true,
		"https://xcoi.cz": false, "https://coi.cz.evil.example": false, "https://a@coi.cz": false, "/coi.cz": false,
	} {
		u, err := url.Parse(href)
		if err != nil {
			t.Fatal(err)
		}
		if got := onHost(u, []string{"coi.cz"}); got != want {
			t.Errorf("%s: %v, want %v", href, got, want)
		}
	}
	if onHost(nil, []string{"coi.cz"}) {
		t.Error("no address is on no host")
	}
}
