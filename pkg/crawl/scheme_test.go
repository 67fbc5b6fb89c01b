package crawl

import (
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// both is one shop under one name, over TLS and plain.
func both(t *testing.T, s *testShop) map[string]string {
	t.Helper()
	secure := httptest.NewUnstartedServer(s.Config.Handler)
	secure.Config.ErrorLog = log.New(io.Discard, "", 0)
	secure.StartTLS()
	t.Cleanup(secure.Close)
	u, _ := url.Parse(secure.URL)
	p, _ := url.Parse(s.URL)
	return map[string]string{"lamps.example:443": u.Host, "lamps.example:80": p.Host}
}

// A page under http and https is one page, whichever way a shop sends.
func TestSchemesChange(t *testing.T) {
	for _, tt := range []struct {
		name, from, to, note string
	}{
		{"to the better", "http", "https", ""},
		{"to the worse", "https", "http", "an https address redirects to http: lamps.example"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := newShop(t, legalPages(html("Lamps", append(legal, "Terms again="+tt.from+"://lamps.example/terms", "Contact again="+tt.to+"://lamps.example/contact")...)))
			plain := s.Config.Handler
			s.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if (r.TLS == nil) == (tt.from == "http") && r.URL.Path != "/robots.txt" {
					http.Redirect(w, r, tt.to+"://lamps.example"+r.URL.Path, http.StatusMovedPermanently)
					return
				}
				plain.ServeHTTP(w, r)
			})
			sink, totals := crawlShop(t, t.Context(), tt.from+"://lamps.example/", Options{Resolve: both(t, s), Insecure: true})
			if !sink.has(words.Terms) || len(sink.pages) != 6 || len(sink.miss) > 0 || len(s.twice()) > 0 || totals.Requests != 9 {
				t.Errorf("%d requests, pages %v, unread %+v, twice %v", totals.Requests, sink.paths(""), sink.miss, s.twice())
			}
			if told := slices.ContainsFunc(totals.Notes, func(n string) bool { return strings.Contains(n, "redirects to http") }); told != (tt.note != "") || told && !slices.Contains(totals.Notes, tt.note) {
				t.Errorf("notes %q", totals.Notes)
			}
		})
	}
}

// A redirect to what is no address of the web ends there.
func TestRedirectsToOddSchemes(t *testing.T) {
	for _, to := range []string{"javascript:alert(1)", "file:///etc/passwd", "ftp://lamps.example/", "http://", "//", "http://[::1", "data:text/html,x"} {
		s := newShop(t, legalPages(html("Lamps", legal...)))
		s.pages["/terms"] = status(http.StatusFound, "", "Location", to)
		sink, _ := crawlShop(t, t.Context(), s.URL, Options{})
		if u := sink.missed(s.URL, "/terms"); u.Cause != survey.Unreachable || !sink.has(words.Privacy) {
			t.Errorf("%s: unread %+v", to, sink.miss)
		}
	}
}

// A sitemap is no way into the network either.
func TestSitemapsStayOutside(t *testing.T) {
	inside := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { t.Errorf("%s was asked for", r.URL) }))
	defer inside.Close()
	s := newShop(t, map[string]string{"/": html("Lamps"), "/robots.txt": "Sitemap: /map.xml\nSitemap: /index.xml",
		"/index.xml": "<sitemapindex><sitemap><loc>/map2.xml</loc></sitemap></sitemapindex>"})
	s.pages["/map.xml"], s.pages["/map2.xml"] = to(inside.URL+"/latest/meta-data", 302), to("http://localhost:"+inside.URL[strings.LastIndexByte(inside.URL, ':')+1:], 302)
	crawlShop(t, t.Context(), s.URL, Options{})
	if !slices.Contains(s.requests(), "/map.xml") || !slices.Contains(s.requests(), "/map2.xml") {
		t.Errorf("asked for %v", s.requests())
	}
}
