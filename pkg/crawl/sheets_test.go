package crawl

import (
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
)

// sightSink asks of every page whether its first mail link is seen.
type sightSink struct {
	testSink
	mu    sync.Mutex
	seen  map[string]page.Sight
	blind bool // nothing is asked
}

func (s *sightSink) Inspect(p *page.Page) *survey.Record {
	for _, l := range p.Links() {
		if strings.HasPrefix(l.Href, "mailto:") && !s.blind {
			sight := p.Sight(l.Node)
			s.mu.Lock()
			s.seen[p.Address.Path] = sight
			s.mu.Unlock()
		}
	}
	return s.testSink.Inspect(p)
}

func css(text string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/css")
		_, _ = w.Write([]byte(text))
	}
}

// styledShop has legal pages that all link one sheet, which imports another.
func styledShop(t *testing.T) *testShop {
	pages := legalPages(html("Shop", legal...))
	for path, body := range pages {
		pages[path] = strings.Replace(body, "</head>", "<link rel=stylesheet href=/theme.css></head>", 1) +
			`<p class=mail><a href="mailto:info@shop.example">Mail</a></p>`
		if !strings.Contains(pages[path], "theme.css") {
			pages[path] = "<link rel=stylesheet href=/theme.css>" + pages[path]
		}
	}
	shop := newShop(t, pages)
	shop.pages["/theme.css"] = css(`@import "more.css"; h1{color:red}`)
	shop.pages["/more.css"] = css(`@media (max-width:600px){.mail{display:none}}`)
	return shop
}

func readStyled(t *testing.T, shop *testShop, o Options, blind bool) *sightSink {
	t.Helper()
	s := &sightSink{seen: map[string]page.Sight{}, blind: blind}
	book, err := testBook()
	if err != nil {
		t.Fatal(err)
	}
	o.Book = book
	if _, err := Run(t.Context(), shop.URL, o, s); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSheetsAreFetchedOnce(t *testing.T) {
	shop := styledShop(t)
	s := readStyled(t, shop, Options{}, false)
	if len(s.seen) < 5 {
		t.Fatalf("only %d pages were asked", len(s.seen))
	}
	for path, sight := range s.seen {
		if sight.State != page.Visible || sight.Phone || sight.Note != "not on phones" || !strings.Contains(sight.Why, "in more.css") {
			t.Errorf("%s: %+v", path, sight)
		}
	}
	if twice := shop.twice(); len(twice) > 0 {
		t.Errorf("fetched more than once: %v", twice)
	}
}

func TestSheetsCostNothingUnasked(t *testing.T) {
	shop := styledShop(t)
	readStyled(t, shop, Options{}, true)
	for _, r := range shop.requests() {
		if strings.HasSuffix(r, ".css") {
			t.Errorf("%s was fetched though nothing hangs on it", r)
		}
	}
}

func TestSheetThatCannotBeRead(t *testing.T) {
	for name, c := range map[string]struct {
		answer http.HandlerFunc
		robots string
		state  page.State
		doubt  page.Doubt
		why    string
	}{
		"refused":       {answer: status(403, "no"), state: page.Unknown, doubt: page.OwnSheet, why: "HTTP 403"},
		"broken server": {answer: status(500, "no"), state: page.Unknown, doubt: page.OwnSheet, why: "HTTP 500"},
		"robots":        {answer: css(""), robots: "User-agent: *\nDisallow: /theme.css", state: page.Unknown, doubt: page.OwnSheet, why: "robots.txt"},
		"too large":     {answer: css(strings.Repeat("a{color:red}", 200_000)), state: page.Unknown, doubt: page.OwnSheet, why: "size limit"},
		"not there":     {answer: status(404, "no"), state: page.Visible},
		"no sheet":      {answer: write("<html>sorry"), state: page.Visible},
		"in a circle":   {answer: to("/theme.css", 302), state: page.Unknown, doubt: page.OwnSheet, why: "redirects"},
		"redirected":    {answer: to("/more.css", 301), state: page.Visible},
	} {
		t.Run(name, func(t *testing.T) {
			shop := styledShop(t)
			shop.pages["/theme.css"] = c.answer
			if c.robots != "" {
				shop.pages["/robots.txt"] = write(c.robots)
			}
			s := readStyled(t, shop, Options{}, false)
			got := s.seen["/"]
			if got.State != c.state || got.Doubt != c.doubt || !strings.Contains(got.Why, c.why) {
				t.Errorf("%+v, want state %d, doubt %d, why %q", got, c.state, c.doubt, c.why)
			}
		})
	}
}

// A sheet of another host gets neither the shop's secrets nor its cookies, and
// one on a private address is refused unless the user named it.
func TestSheetsOfOthers(t *testing.T) {
	var sent http.Header
	shop := styledShop(t)
	other := newShop(t, nil)
	other.pages["/cdn.css"] = func(w http.ResponseWriter, r *http.Request) {
		sent = r.Header.Clone()
		css(".mail{display:none}")(w, r)
	}
	shop.pages["/"] = func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Set-Cookie", "visit=1")
		write(`<!doctype html><html><head><link rel=stylesheet href="`+other.URL+`/cdn.css"></head><p class=mail><a href="mailto:info@shop.example">Mail</a></p>`)(w, r)
	}
	secret := http.Header{"X-Secret": {"word"}}
	if got := readStyled(t, shop, Options{Headers: secret}, false).seen["/"]; got.State != page.Unknown || got.Doubt != page.NoSheet {
		t.Errorf("a sheet on an address of the own machine: %+v", got)
	}
	if sent != nil {
		t.Fatal("an address was asked that the user did not name")
	}
	if got := readStyled(t, shop, Options{Headers: secret, AllowPrivate: true}, false).seen["/"]; got.State != page.Hidden {
		t.Errorf("a sheet of another host: %+v", got)
	}
	if sent.Get("X-Secret") != "" || sent.Get("Cookie") != "" {
		t.Errorf("the other host was sent %v", sent)
	}
}
