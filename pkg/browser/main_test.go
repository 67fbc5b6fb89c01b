package browser_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/shoplint/shoplint/pkg/browser"
	"github.com/shoplint/shoplint/pkg/fetch"
	"github.com/shoplint/shoplint/pkg/page"
)

// start gives a browser that ends with the test. Without one on this machine
// the test is skipped.
func start(t testing.TB, o browser.Options) *browser.Browser {
	t.Helper()
	path, err := browser.Find()
	if err != nil {
		t.Skip(err)
	}
	o.Path, o.Agent = path, fetch.UserAgent("")
	if o.Quiet == 0 {
		o.Quiet = 200 * time.Millisecond
	}
	b := browser.New(o)
	t.Cleanup(b.Close)
	return b
}

// serve answers for a shop and gives the browser as that shop gets it.
func serve(t testing.TB, b *browser.Browser, pages map[string]string) (*browser.Shop, *httptest.Server) {
	t.Helper()
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, ok := pages[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		switch {
		case strings.HasSuffix(r.URL.Path, ".js"):
			w.Header().Set("Content-Type", "text/javascript")
		case strings.HasSuffix(r.URL.Path, ".css"):
			w.Header().Set("Content-Type", "text/css")
		case strings.HasSuffix(r.URL.Path, ".zip"):
			w.Header().Set("Content-Type", "application/zip")
		default:
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
		}
		_, _ = w.Write([]byte(body))
	}))
	t.Cleanup(srv.Close)
	u, err := url.Parse(srv.URL)
	if err != nil {
		t.Fatal(err)
	}
	s := b.Shop(fetch.Options{Shop: u, Named: []string{u.Host}})
	t.Cleanup(s.Close)
	return s, srv
}

// read renders the page at an address and parses what came.
func read(t testing.TB, s *browser.Shop, address string) *page.Page {
	t.Helper()
	r, err := s.Render(t.Context(), page.Source{Address: address})
	if err != nil {
		t.Fatalf("render: %v", err)
	}
	p, err := page.Parse(page.Input{URL: r.Address, Status: 200, Body: r.HTML, Rendered: true, Truncated: r.Truncated}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// link is the first link to an address.
func link(t testing.TB, p *page.Page, href string) page.Link {
	t.Helper()
	for _, l := range p.Links() {
		if l.Href == href {
			return l
		}
	}
	html, _ := p.Doc().Html()
	t.Fatalf("no link to %s in %s", href, html)
	return page.Link{}
}
