package survey

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shoplint/shoplint/pkg/words"
)

func TestPaths(t *testing.T) {
	const host = "https://shop.be"
	s := New(host+"/", Live)
	add := func(path string, kind words.Kind, via string, links ...string) {
		r := &Record{Page: Page{URL: host + path, Status: 200, Kind: kind, Language: "nl", Via: via}}
		for _, l := range links {
			r.Links = append(r.Links, Edge{To: Key(host + l)})
		}
		s.Add(r)
	}
	add("/", words.Home, "start", "/contact", "/service", "/p/1")
	add("/contact", words.Contact, "link", "/", "/service")
	add("/service", words.Service, "link", "/terms", "/contact")
	add("/terms", words.Terms, "link", "/")
	add("/p/1", words.Product, "link", "/")
	add("/p/2", words.Product, "link", "/contact")
	add("/alone", words.Privacy, "sitemap")
	s.Finish(Totals{Stopped: "enough"})
	home, product := Sort{words.Home, host + "/"}, Sort{words.Product, host + "/p/1"}
	contact, service := Sort{words.Contact, host + "/contact"}, Sort{words.Service, host + "/service"}
	terms, privacy := Sort{words.Terms, host + "/terms"}, Sort{words.Privacy, host + "/alone"}
	want := []Way{
		{words.Contact, "nl", host + "/contact", 1, []string{host + "/", host + "/contact"}, []Sort{terms, privacy}},
		{words.Terms, "nl", host + "/terms", 2, []string{host + "/", host + "/service", host + "/terms"}, []Sort{home, contact, product, privacy}},
		{words.Privacy, "nl", host + "/alone", -1, []string{}, []Sort{home, contact, service, terms, product}},
	}
	if d := cmp.Diff(want, s.Paths); d != "" {
		t.Error(d)
	}
}
