package survey

import (
	"fmt"
	"strings"
	"testing"

	"github.com/shoplint/shoplint/pkg/contact"
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/words"
)

func termsOf(t *testing.T, x *Extractor, body string) string {
	t.Helper()
	p, err := page.Parse(page.Input{URL: "https://molenbrood-gent.be/", Status: 200, Body: []byte(body)}, x.book)
	if err != nil {
		t.Fatal(err)
	}
	f := x.Facts(p)
	var out []string
	for _, h := range f.Terms.Of("r/entry", "r/days") {
		out = append(out, fmt.Sprintf("%d.%d %s whole=%v", h.In, h.Index, h.Phrase, h.Whole))
	}
	return strings.Join(out, "; ")
}

func TestTerms(t *testing.T) {
	book := vocabulary(t)
	x := NewExtractor(book, contact.NewJudge(contact.Options{}))
	x.Matcher = words.NewMatcher([]words.List{
		{Name: "r/entry", Phrases: map[string][]string{"nl": {"overeenkomst herroepen"}}},
		{Name: "r/days", Phrases: map[string][]string{"nl": {"14 dagen"}}},
	})
	for _, c := range []struct{ body, want string }{
		{`<p>Niets</p>`, ""},
		{`<a href="/h">Overeenkomst herroepen</a>`, "0.0 overeenkomst herroepen whole=true; 1.0 overeenkomst herroepen whole=true"},
		{`<p>Binnen 14 dagen <a href=/x>retour</a></p>`, "0.0 14 dagen whole=false"},
		{`<img src=a.png alt="overeenkomst herroepen">`, "2.0 overeenkomst herroepen whole=true"},
		{`<form><input type=submit value="Overeenkomst herroepen"></form>`, "3.0 overeenkomst herroepen whole=true"},
		{`<title>14 dagen</title><p>x</p>`, "4.0 14 dagen whole=true"},
	} {
		// Twice: what was found must be found again, what was not must not appear.
		for range 2 {
			if got := termsOf(t, x, "<!doctype html>"+c.body); got != c.want {
				t.Errorf("%s: %s, want %s", c.body, got, c.want)
			}
		}
	}
	var none Terms
	if none.Has("r/entry") || none.Of("r/entry") != nil {
		t.Error("no terms hold terms")
	}
	if bare := NewExtractor(book, contact.NewJudge(contact.Options{})); termsOf(t, bare, "<p>14 dagen</p>") != "" {
		t.Error("without lists something is found")
	}
}
