package crawl

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

func TestLegalPagesFirstThenStop(t *testing.T) {
	links := append([]string{"Lamps=/category/lamps", "Lamp 1=/product/lamp-1", "Cart=/cart", "Log in=/login"}, legal...)
	s := newShop(t, legalPages(html("Lamps of Ghent", links...)))
	sink, totals := crawlShop(t, t.Context(), s.URL, Options{})
	want := []string{"/", "/legal-notice", "/terms", "/contact", "/withdrawal", "/privacy"}
	if d := cmp.Diff(want, sink.paths(s.URL)); d != "" {
		t.Errorf("pages read (-want +got):\n%s", d)
	}
	if totals.Stopped != "enough" || totals.Requests != 7 || len(sink.miss) > 0 {
		t.Errorf("totals %+v, unread %v", totals, sink.miss)
	}
	if sink.pages[0].Kind != words.Home || sink.pages[0].Via != "start" || sink.pages[1].Depth != 1 {
		t.Errorf("first pages %+v", sink.pages[:2])
	}
}

// Whatever the order in which answers come, the same pages are handed over in
// the same order, also when two addresses lead to one page.
func TestOrderDoesNotHangOnTime(t *testing.T) {
	var first []string
	for run := range 6 {
		s := newShop(t, legalPages(html("Lamps", append(legal, "Contact us=/contact-us", "Contact page=/kontakt", "Imprint=/imprint")...)))
		s.pages["/contact-us"] = to("/contact/", http.StatusFound)
		s.pages["/kontakt"] = to("/contact/", http.StatusFound)
		s.pages["/contact/"] = write(html("Contact"))
		slow := s.Config.Handler
		s.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			time.Sleep(time.Duration(rand.IntN(4)) * time.Millisecond)
			slow.ServeHTTP(w, r)
		})
		sink, _ := crawlShop(t, t.Context(), s.URL, Options{Concurrency: 4})
		if run == 0 {
			first = sink.paths(s.URL)
		}
		if d := cmp.Diff(first, sink.paths(s.URL)); d != "" {
			t.Fatalf("run %d differs:\n%s", run, d)
		}
		if d := s.twice(); len(d) > 0 {
			t.Errorf("asked twice: %v", d)
		}
	}
	if n := len(slices.DeleteFunc(slices.Clone(first), func(p string) bool { return p != "/contact/" })); n != 1 {
		t.Errorf("the page behind two redirects was handed over %d times: %v", n, first)
	}
}

func TestWhereLegalPagesHide(t *testing.T) {
	behind := func(path, page string) map[string]string {
		p := legalPages(html("Lamps", "Customer service=/customer-service", "Lamp=/product/lamp-1"))
		p[path] = page
		return p
	}
	var sitemap strings.Builder
	sitemap.WriteString(`<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`)
	for _, l := range legal {
		_, path, _ := strings.Cut(l, "=")
		fmt.Fprintf(&sitemap, "<url><loc>https://www.lamps.example%s</loc></url>", path)
	}
	sitemap.WriteString("</urlset>")
	indexed := behind("/sitemap.xml", `<sitemapindex><sitemap><loc>/products.xml</loc></sitemap><sitemap><loc>https://www.lamps.example/pages.xml</loc></sitemap></sitemapindex>`)
	indexed["/pages.xml"] = sitemap.String()
	for _, tt := range []struct {
		name  string
		pages map[string]string
		max   int // requests
	}{
		{"behind customer service", behind("/customer-service", html("Customer service", legal...)), 8},
		{"below the home page", behind("/product/lamp-1", html("Lamp", legal...)), 10},
		{"in the sitemap, under the host of the live shop", behind("/sitemap.xml", sitemap.String()), 9},
		{"in a sitemap of an index", indexed, 10},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := newShop(t, tt.pages)
			sink, totals := crawlShop(t, t.Context(), s.URL, Options{})
			for _, k := range words.LegalKinds {
				if !sink.has(k) {
					t.Errorf("no %s page was read: %v", k, s.requests())
				}
			}
			if totals.Requests > tt.max || totals.Stopped != "enough" {
				t.Errorf("totals %+v: %v", totals, s.requests())
			}
		})
	}
}

func TestEachLanguageIsRead(t *testing.T) {
	s := newShop(t, map[string]string{
		"/":                        html("Lampes", "Nederlands=/nl/", "English=/en/", "Contact=/contact"),
		"/contact":                 html("Contact"),
		"/nl/":                     html("Lampen", "Algemene voorwaarden=/nl/algemene-voorwaarden", "Contact=/nl/contact"),
		"/nl/contact":              html("Contact"),
		"/en/":                     html("Lamps", "Terms and conditions=/en/terms"),
		"/en/terms":                html("Terms and conditions"),
		"/nl/algemene-voorwaarden": html("Algemene voorwaarden"),
	})
	sink, totals := crawlShop(t, t.Context(), s.URL, Options{})
	got := sink.paths(s.URL)
	for _, p := range []string{"/", "/contact", "/nl/", "/nl/contact", "/nl/algemene-voorwaarden", "/en/terms"} {
		if !slices.Contains(got, p) {
			t.Errorf("%s was not read: %v", p, got)
		}
	}
	if !totals.Searched || totals.Stopped != "exhausted" {
		t.Errorf("totals %+v", totals)
	}
}

func TestFollowIsFetchedOnce(t *testing.T) {
	s := newShop(t, legalPages(html("Lamps", legal...)))
	s.pages["/returns-form"] = write(html("Return form"))
	sink := &testSink{want: func(s *testSink) survey.Want {
		return survey.Want{Enough: true, Follow: []survey.Follow{{URL: "/returns-form", Purpose: "the withdrawal function"}}}
	}}
	crawlInto(t, t.Context(), s.URL, Options{}, sink)
	if n := strings.Count(strings.Join(s.requests(), " "), "/returns-form"); n != 1 {
		t.Errorf("asked %d times: %v", n, s.requests())
	}
}

func TestFullReadsEverythingOnce(t *testing.T) {
	pages := legalPages(html("Lamps", append([]string{"All=/category/all"}, legal...)...))
	var all []string
	for i := range 120 {
		p := fmt.Sprintf("/product/lamp-%d", i)
		pages[p] = html("Lamp", "Next="+fmt.Sprintf("/product/lamp-%d#reviews", (i+1)%120), "All=/category/all")
		all = append(all, "Lamp="+p)
	}
	pages["/category/all"] = html("All lamps", all...)
	s := newShop(t, pages)
	sink, totals := crawlShop(t, t.Context(), s.URL, Options{Full: true})
	if len(sink.pages) != 127 || totals.Stopped != "exhausted" {
		t.Errorf("%d pages, totals %+v", len(sink.pages), totals)
	}
	if d := s.twice(); len(d) > 0 {
		t.Errorf("asked twice: %v", d)
	}
}
