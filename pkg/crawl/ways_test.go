package crawl

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// The ways to a legal page that are no plain link.
func TestWaysToALegalPage(t *testing.T) {
	tests := []struct {
		name  string
		pages map[string]string
		kind  words.Kind
	}{
		{"frameset", map[string]string{"/": `<html><head><title>Lamps</title></head><frameset cols="20%,80%"><frame src="menu.html"><frame src=main.html></frameset></html>`,
			"/menu.html": html("Menu", "Terms and conditions=/terms"), "/main.html": html("Lamps")}, words.Terms},
		{"iframe", map[string]string{"/": html("Lamps", "Terms and conditions=/agb"), "/agb": "<html lang=en><title>AGB</title><h1>Terms and conditions</h1><iframe title='Privacy policy' src=/pp.html></iframe></html>",
			"/pp.html": html("Privacy policy")}, words.Privacy},
		{"meta refresh", map[string]string{"/": `<html><head><meta http-equiv="refresh" content="0; url=/shop/"></head><body>One moment</body></html>`,
			"/shop/": html("Lamps", "Terms and conditions=/terms")}, words.Terms},
		{"base href", map[string]string{"/": strings.Replace(html("Lamps", "Terms and conditions=terms"), "<title>", "<base href='/shop/'><title>", 1),
			"/shop/terms": html("Terms and conditions")}, words.Terms},
		{"route in the query", map[string]string{"/": html("Lamps", "Terms=/index.php?route=information/information&amp;information_id=5", "Contact=/index.php?route=information/contact"),
			"/index.php?route=information/information&information_id=5": html("Terms and conditions"), "/index.php?route=information/contact": html("Contact")}, words.Contact},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if tt.pages["/terms"] == "" {
				tt.pages["/terms"] = html("Terms and conditions")
			}
			s := newShop(t, tt.pages)
			sink, _ := crawlShop(t, t.Context(), s.URL, Options{})
			if !sink.has(tt.kind) {
				t.Errorf("no %s page was read: %v, unread %+v", tt.kind, s.requests(), sink.miss)
			}
			if d := s.twice(); len(d) > 0 {
				t.Errorf("asked twice: %v", d)
			}
		})
	}
}

func TestHashRoutesNeedAScript(t *testing.T) {
	s := newShop(t, map[string]string{"/": html("Lamps", "Contact=#/contact", "Terms and conditions=/#!/terms", "Top=#top", "Privacy policy=/privacy"), "/privacy": html("Privacy policy")})
	sink, _ := crawlShop(t, t.Context(), s.URL, Options{})
	for _, p := range []string{"/#/contact", "/#!/terms"} {
		if u := sink.missed(s.URL, p); u.Cause != survey.NeedsJavaScript || !u.Guess.Kind.Legal() {
			t.Errorf("%s: unread %+v", p, sink.miss)
		}
	}
	if len(sink.miss) != 2 {
		t.Errorf("unread %+v", sink.miss)
	}
	s = newShop(t, map[string]string{"/": html("Lamps", "Contact=#/contact", "Contact us=/contact"), "/contact": html("Contact")})
	if sink, _ := crawlShop(t, t.Context(), s.URL, Options{}); len(sink.miss) > 0 {
		t.Errorf("a page that was read in its place is no excuse: %+v", sink.miss)
	}
}

func TestLegalPageOfOneLanguageHides(t *testing.T) {
	alternate := func(body string) string {
		return strings.Replace(body, "<title>", "<link rel=alternate hreflang=fr href=/fr/cgv-lampes><link rel=alternate hreflang=pt href=/pt/x><title>", 1)
	}
	for _, tt := range []struct {
		name  string
		pages map[string]string
	}{
		{"named by the Dutch one", map[string]string{"/nl/voorwaarden": alternate(html("Algemene voorwaarden"))}},
		{"behind the service page", map[string]string{"/nl/voorwaarden": html("Algemene voorwaarden"), "/fr/service-client": html("Service client", "Conditions générales de vente=/fr/cgv-lampes")}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			pages := map[string]string{
				"/":               html("Lampen", "Nederlands=/nl/", "Français=/fr/"),
				"/nl/":            html("Lampen", "Algemene voorwaarden=/nl/voorwaarden", "Contact=/nl/contact"),
				"/fr/":            html("Lampes", "Contact=/fr/contact", "Service client=/fr/service-client"),
				"/nl/contact":     html("Contact"),
				"/fr/contact":     html("Contact"),
				"/fr/cgv-lampes":  html("Conditions générales de vente"),
				"/nl/voorwaarden": "",
			}
			for p, body := range tt.pages {
				pages[p] = body
			}
			s := newShop(t, pages)
			sink := &testSink{want: func(*testSink) survey.Want { return survey.Want{Enough: true} }}
			crawlInto(t, t.Context(), s.URL, Options{}, sink)
			if !slices.Contains(s.requests(), "/fr/cgv-lampes") {
				t.Errorf("the French terms were not read: %v", s.requests())
			}
			if slices.Contains(s.requests(), "/pt/x") {
				t.Error("a language nobody links was read")
			}
		})
	}
}

// at is a shop under names of its own, all of them on one loopback server.
func at(s *testShop, names ...string) (resolve map[string]string, port string) {
	u, _ := url.Parse(s.URL)
	resolve = map[string]string{}
	for _, n := range names {
		resolve[n+":"+u.Port()] = u.Host
	}
	return resolve, u.Port()
}

func TestMovedShop(t *testing.T) {
	s := newShop(t, legalPages(html("Lamps", legal...)))
	resolve, port := at(s, "old.example", "new.example")
	plain := s.Config.Handler
	s.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.Host, "old.") && r.URL.Path == "/" {
			http.Redirect(w, r, "http://new.example:"+port+"/", http.StatusMovedPermanently)
			return
		}
		plain.ServeHTTP(w, r)
	})
	sink, totals := crawlShop(t, t.Context(), "http://old.example:"+port+"/", Options{Resolve: resolve})
	if !slices.Contains(totals.Notes, "the start page redirects to another site: new.example:"+port) || !sink.has(words.Terms) {
		t.Errorf("totals %+v, pages %+v", totals, sink.pages)
	}
	s.pages["/terms"] = status(200, `<meta http-equiv=refresh content="0;url=http://old.example/terms"><p>Moved</p>`, "Content-Type", "text/html")
	sink, _ = crawlShop(t, t.Context(), "http://new.example:"+port+"/", Options{Resolve: resolve})
	if u := sink.missed("http://new.example:"+port, "/terms"); u.Cause != survey.Unreachable || !strings.Contains(u.Detail, "old.example") {
		t.Errorf("unread %+v", sink.miss)
	}
}

// A shop that answers under www and without is read once.
func TestCanonicalHost(t *testing.T) {
	s := newShop(t, nil)
	resolve, port := at(s, "lamps.example", "www.lamps.example")
	www := "http://www.lamps.example:" + port
	for p, body := range legalPages(strings.Replace(html("Lamps", append(legal, "Lamps="+www+"/", "Our terms="+www+"/terms")...), "<title>", "<link rel=canonical href="+www+"/><title>", 1)) {
		s.pages[p] = write(body)
	}
	sink, _ := crawlShop(t, t.Context(), "http://lamps.example:"+port+"/", Options{Resolve: resolve, Full: true})
	if d := s.twice(); len(d) > 0 || len(sink.pages) != 6 {
		t.Errorf("asked twice: %v, pages %v", d, sink.paths(""))
	}
}

func TestFilter(t *testing.T) {
	globs := func(patterns ...string) (out []Glob) {
		for _, p := range patterns {
			g, err := ParseGlob(p)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, g)
		}
		return out
	}
	pages := legalPages(html("Lamps", append(legal, "Post=/blog/1", "Lamp=/lamp/1")...))
	pages["/blog/1"], pages["/lamp/1"] = html("Post"), html("Lamp")
	s := newShop(t, pages)
	sink, totals := crawlShop(t, t.Context(), s.URL, Options{Full: true, Exclude: globs("/blog/*", "/te?ms", "/term*", "/")})
	if u := sink.missed(s.URL, "/terms"); u.Cause != survey.Budget || u.Guess.Kind != words.Terms || u.Detail != "left out by --exclude /term*" {
		t.Errorf("unread %+v", sink.miss)
	}
	want := []string{"addresses left out by --include and --exclude: 1", "the start page was read although it is left out: --exclude /"}
	if !slices.Equal(totals.Notes, want) || !sink.has(words.Home) || !sink.has(words.Contact) || slices.Contains(sink.paths(s.URL), "/blog/1") {
		t.Errorf("notes %q, pages %v", totals.Notes, sink.paths(s.URL))
	}
	sink, _ = crawlShop(t, t.Context(), s.URL, Options{Full: true, Include: globs("/lamp/*")})
	if got := sink.paths(s.URL); len(got) != 7 || !slices.Contains(got, "/lamp/1") || len(sink.miss) > 0 {
		t.Errorf("pages %v, unread %+v", got, sink.miss)
	}
}

func TestGivenSitemap(t *testing.T) {
	s := newShop(t, map[string]string{"/": html("Lamps"), "/x.xml": "<urlset><url><loc>https://real.example/terms</loc></url></urlset>", "/terms": html("Terms and conditions")})
	resolve, port := at(s, "staging.example")
	sink := &testSink{want: func(*testSink) survey.Want { return survey.Want{Enough: true} }}
	crawlInto(t, t.Context(), "http://staging.example:"+port, Options{Resolve: resolve, Sitemaps: []string{"https://real.example/x.xml"}}, sink)
	if !sink.has(words.Terms) {
		t.Errorf("asked for %v", s.requests())
	}
}

// A copy under a public name carries the sitemaps of the real shop. One that
// also names pages of its own is no copy: other hosts stay others.
func TestSitemapOfACopy(t *testing.T) {
	for name, tt := range map[string]struct {
		sitemap string
		want    bool
	}{
		"all of it elsewhere": {"<urlset><url><loc>https://real.example/</loc></url><url><loc>https://real.example/terms</loc></url></urlset>", true},
		"part of it":          {"<urlset><url><loc>/lamps</loc></url><url><loc>https://real.example/terms</loc></url></urlset>", false},
		"of several shops":    {"<urlset><url><loc>https://lamps.example/terms</loc></url><url><loc>https://real.example/</loc></url></urlset>", false},
	} {
		t.Run(name, func(t *testing.T) {
			s := newShop(t, map[string]string{"/": html("Lamps"), "/robots.txt": "Sitemap: https://real.example/map.xml", "/map.xml": tt.sitemap, "/terms": html("Terms and conditions")})
			s.pages["/sitemap.xml"] = s.pages["/map.xml"]
			proxy := relay(t, s)
			sink, _ := crawlShop(t, t.Context(), "http://copy.example/", Options{Proxy: proxy})
			if sink.has(words.Terms) != tt.want {
				t.Errorf("asked for %v, unread %+v", s.requests(), sink.miss)
			}
		})
	}
}

// relay is a proxy that knows one shop, under every name.
func relay(t *testing.T, s *testShop) *url.URL {
	t.Helper()
	p := httptest.NewServer(s.Config.Handler)
	t.Cleanup(p.Close)
	u, err := url.Parse(p.URL)
	if err != nil {
		t.Fatal(err)
	}
	return u
}
