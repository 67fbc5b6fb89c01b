package crawl

import (
	"slices"
	"strings"
	"testing"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// onPlatform is a sink that takes every shop for one software.
type onPlatform struct {
	testSink
	name string
}

func (s *onPlatform) Inspect(p *page.Page) *survey.Record {
	r := s.testSink.Inspect(p)
	r.Facts.Platform = s.name
	return r
}

// Shops of a known software keep legal pages at addresses nobody need link.
// One that is not there is no news; the search says nothing of it.
func TestUsualAddressesOfASoftware(t *testing.T) {
	book, err := testBook()
	if err != nil {
		t.Fatal(err)
	}
	for platform, path := range map[string]string{"shopify": "/policies/terms-of-service", "gambio": "/shop_content.php?coID=3", "prestashop": "/content/3-conditions-utilisation"} {
		s := newShop(t, map[string]string{"/": html("Lamps"), path: html("Terms and conditions")})
		sink := &onPlatform{name: platform}
		if _, err := Run(t.Context(), s.URL, Options{Book: book}, sink); err != nil {
			t.Fatal(err)
		}
		if !sink.has(words.Terms) || len(sink.miss) > 0 || len(sink.pages) != 2 {
			t.Errorf("%s: pages %v, unread %+v, asked for %v", platform, sink.paths(s.URL), sink.miss, s.requests())
		}
	}
}

// A document is for the check that asks for it: nobody else fetches it, and it
// is asked for once. That it is no page is the answer.
func TestPDFIsReadWhenAskedFor(t *testing.T) {
	pages := legalPages(html("Lamps", append([]string{"Our terms as PDF=/agb.pdf"}, legal...)...))
	s := newShop(t, pages)
	s.pages["/agb.pdf"] = status(200, "%PDF-1.7 ...", "Content-Type", "application/pdf")
	sink, _ := crawlShop(t, t.Context(), s.URL, Options{Full: true})
	if slices.Contains(s.requests(), "/agb.pdf") || len(sink.miss) > 0 {
		t.Errorf("asked for %v, unread %+v", s.requests(), sink.miss)
	}
	asking := &testSink{}
	asking.want = func(k *testSink) survey.Want {
		return survey.Want{Enough: true, Follow: []survey.Follow{{URL: s.URL + "/agb.pdf", Purpose: "terms in a document"}}}
	}
	crawlInto(t, t.Context(), s.URL, Options{}, asking)
	n := len(slices.DeleteFunc(s.requests(), func(p string) bool { return p != "/agb.pdf" }))
	if u := asking.missed(s.URL, "/agb.pdf"); n != 1 || u.Cause != survey.Unreadable || !strings.Contains(u.Detail, "application/pdf") {
		t.Errorf("asked %d times, unread %+v", n, asking.miss)
	}
}

// Links say by rel what they lead to, whatever their words.
func TestRelNamesALegalPage(t *testing.T) {
	home := strings.Replace(html("Lamps"), "<footer>", `<footer><a rel="privacy-policy" href="/x7">More</a> <a rel="nofollow terms-of-service" href="/x8">Even more</a>`, 1)
	s := newShop(t, map[string]string{"/": home, "/x7": html("Privacy policy"), "/x8": html("Terms and conditions")})
	sink := &testSink{want: func(*testSink) survey.Want { return survey.Want{Enough: true} }}
	crawlInto(t, t.Context(), s.URL, Options{}, sink)
	if !slices.Contains(s.requests(), "/x7") || !slices.Contains(s.requests(), "/x8") {
		t.Errorf("asked for %v", s.requests())
	}
}

// Language versions that only the head names are read, each with its own
// legal pages, in any form of address.
func TestTreesNamedByHreflang(t *testing.T) {
	front := func(title string, links ...string) string {
		return strings.Replace(html(title, links...), "<title>", `<link rel=alternate hreflang=nl-BE href="/?lang=nl"><link rel=alternate hreflang=fr href=/fr/><link rel=alternate hreflang=x-default href=/><title>`, 1)
	}
	pages := map[string]string{
		"/":           front("Lamps", "Terms and conditions=/terms"),
		"/?lang=nl":   front("Lampen", "Algemene voorwaarden=/av?lang=nl"),
		"/fr/":        front("Lampes", "Conditions générales de vente=/fr/cgv"),
		"/terms":      html("Terms and conditions"),
		"/av?lang=nl": html("Algemene voorwaarden"),
		"/fr/cgv":     html("Conditions générales de vente"),
	}
	s := newShop(t, pages)
	sink := &testSink{want: func(*testSink) survey.Want { return survey.Want{Enough: true} }}
	crawlInto(t, t.Context(), s.URL, Options{}, sink)
	for p := range pages {
		if !slices.Contains(s.requests(), p) {
			t.Errorf("%s was not read: %v", p, s.requests())
		}
	}
}

// One page of each template comes before a second of any.
func TestTemplatesComeBeforeTheRest(t *testing.T) {
	links := []string{"Contact=/contact"}
	pages := map[string]string{"/contact": html("Contact")}
	for _, dir := range []string{"/product/", "/category/", "/blog/"} {
		for _, n := range []string{"lamp-red", "lamp-blue", "lamp-green"} {
			links, pages[dir+n] = append(links, "See="+dir+n), html("Lamp")
		}
	}
	pages["/"] = html("Lamps", links...)
	s := newShop(t, pages)
	crawlShop(t, t.Context(), s.URL, Options{})
	seen := map[string]int{}
	for i, p := range slices.DeleteFunc(s.requests(), func(p string) bool { return strings.Count(p, "/") != 2 }) {
		dir := p[:strings.LastIndexByte(p, '/')]
		if seen[dir]++; i < 3 && seen[dir] > 1 {
			t.Errorf("%s came before other templates: %v", p, s.requests())
		}
	}
	if len(seen) != 3 {
		t.Errorf("templates read: %v", seen)
	}
}

// A check that asks for a product gets one of each template, and another where
// the first cannot be read; the next page of a template would say no more.
func TestNeedIsNotAskedOfOneTemplateTwice(t *testing.T) {
	for name, broken := range map[string]bool{"all well": false, "the first is broken": true} {
		t.Run(name, func(t *testing.T) {
			pages := legalPages("")
			links := slices.Clone(legal)
			for _, p := range []string{"/product/lamp-red", "/product/lamp-blue", "/product/lamp-green"} {
				links, pages[p] = append(links, "Lamp="+p), html("Lamp")
			}
			pages["/"] = html("Lamps", links...)
			s := newShop(t, pages)
			want := 1
			if broken {
				s.pages["/product/lamp-red"], want = status(500, ""), 2
			}
			waves := 0
			sink := &testSink{want: func(*testSink) survey.Want {
				if waves++; waves > 6 { // the search behind it is none of this test's
					return survey.Want{Enough: true}
				}
				return survey.Want{Needs: []survey.Need{{Kind: words.Product}}}
			}}
			crawlInto(t, t.Context(), s.URL, Options{PagesPerTemplate: 1}, sink)
			n := len(slices.DeleteFunc(s.requests(), func(p string) bool { return !strings.HasPrefix(p, "/product/") }))
			if n != want {
				t.Errorf("%d products were asked for, want %d: %v", n, want, s.requests())
			}
		})
	}
}
