package crawl

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// heavy pads a page to a size.
func heavy(body string, size int) string { return body + "<!--" + strings.Repeat("x", size) + "-->" }

// leftAs wants each legal page that was not read to be told with its cause.
func leftAs(t *testing.T, sink *testSink, detail string) {
	t.Helper()
	read := 0
	for _, k := range words.LegalKinds {
		told := slices.ContainsFunc(sink.miss, func(u survey.Unread) bool {
			return u.Guess.Kind == k && u.Cause == survey.Budget && strings.Contains(u.Detail, detail)
		})
		if sink.has(k) == told {
			t.Errorf("%s page: read %v, told %v; unread %+v", k, sink.has(k), told, sink.miss)
		}
		if sink.has(k) {
			read++
		}
	}
	if read == len(words.LegalKinds) {
		t.Error("the budget ended nothing")
	}
}

// The byte budget is looked at before pages are asked for, so it ends every
// run at the same page, and never far beyond.
func TestBytesAreABudget(t *testing.T) {
	pages := legalPages(html("Lamps", legal...))
	for p := range pages {
		pages[p] = heavy(pages[p], 90_000)
	}
	var first []string
	for run := range 3 {
		s := newShop(t, pages)
		sink, totals := crawlShop(t, t.Context(), s.URL, Options{MaxBytes: 250_000, BodyLimit: 100_000})
		if totals.Stopped != "budget" || totals.Bytes < 250_000 || totals.Bytes > 350_000 {
			t.Errorf("totals %+v", totals)
		}
		leftAs(t, sink, "byte budget")
		if run == 0 {
			first = sink.paths(s.URL)
		} else if !slices.Equal(first, sink.paths(s.URL)) {
			t.Errorf("read %v, then %v", first, sink.paths(s.URL))
		}
	}
}

// A wave cut up for its bytes is read to its end when there is room after all.
func TestLightPagesFitTheByteBudget(t *testing.T) {
	s := newShop(t, legalPages(html("Lamps", legal...)))
	sink, totals := crawlShop(t, t.Context(), s.URL, Options{MaxBytes: 250_000, BodyLimit: 100_000})
	if totals.Stopped != "enough" || len(sink.pages) != 6 || len(sink.miss) > 0 {
		t.Errorf("totals %+v, pages %v, unread %+v", totals, sink.paths(s.URL), sink.miss)
	}
}

// Redirects, retries and style sheets are requests too.
func TestRequestsAreABudget(t *testing.T) {
	s := newShop(t, legalPages(html("Lamps", legal...)))
	for i, l := range legal {
		_, path, _ := strings.Cut(l, "=")
		s.pages[path] = to(fmt.Sprintf("/%d/a", i), http.StatusFound)
		s.pages[fmt.Sprintf("/%d/a", i)] = to(fmt.Sprintf("/%d/b", i), http.StatusFound)
	}
	sink, totals := crawlShop(t, t.Context(), s.URL, Options{MaxRequests: 2})
	if totals.Stopped != "budget" || totals.Requests != 2 {
		t.Errorf("totals %+v", totals)
	}
	leftAs(t, sink, "request budget")
}

// A legal page too many clicks away is unread, not missing.
func TestDepthIsABudget(t *testing.T) {
	pages := legalPages(html("Lamps", "Customer service=/customer-service"))
	pages["/customer-service"] = html("Customer service", legal...)
	s := newShop(t, pages)
	sink, _ := crawlShop(t, t.Context(), s.URL, Options{MaxDepth: 1})
	leftAs(t, sink, "more than 1 clicks")
	if slices.Contains(s.requests(), "/terms") {
		t.Errorf("asked for %v", s.requests())
	}
}

// Of one template three pages are read, unless everything is asked for.
func TestPagesOfATemplateAreABudget(t *testing.T) {
	links := []string{"Contact=/contact"}
	pages := map[string]string{"/contact": html("Contact")}
	for i := range 30 {
		p := fmt.Sprintf("/product/lamp-%d", i)
		links, pages[p] = append(links, "Lamp="+p), html("Lamp")
	}
	pages["/"] = html("Lamps", links...)
	for full, want := range map[bool]int{false: 3, true: 30} {
		s := newShop(t, pages)
		crawlShop(t, t.Context(), s.URL, Options{Full: full})
		n := len(slices.DeleteFunc(s.requests(), func(p string) bool { return !strings.HasPrefix(p, "/product/") }))
		if n != want {
			t.Errorf("full %v: %d products were read, want %d", full, n, want)
		}
	}
}

func TestRedirectsAreABudget(t *testing.T) {
	s := newShop(t, legalPages(html("Lamps", legal...)))
	s.pages["/terms"] = to("/hop/1", http.StatusFound)
	for i := range 40 {
		s.pages[fmt.Sprintf("/hop/%d", i)] = to(fmt.Sprintf("/hop/%d", i+1), http.StatusFound)
	}
	sink, totals := crawlShop(t, t.Context(), s.URL, Options{})
	if u := sink.missed(s.URL, "/terms"); u.Cause != survey.Unreachable || u.Detail != "more than 10 redirects" || totals.Requests > 25 {
		t.Errorf("unread %+v, totals %+v", sink.miss, totals)
	}
}

// More addresses than are remembered end a crawl as a budget does.
func TestAddressesAreABudget(t *testing.T) {
	f := newFrontier(Options{QueryVariants: 8})
	s := newSite(mustParse(t, "https://s.be/"))
	for i := range maxKnown + 10 {
		u := mustParse(t, fmt.Sprintf("https://s.be/%d", i))
		f.add(&candidate{url: u, key: s.key(u)})
	}
	if len(f.list) != maxKnown || !f.dropped {
		t.Errorf("%d addresses are known, dropped %v", len(f.list), f.dropped)
	}
	c := &crawl{front: f, o: Options{}, sink: &testSink{want: func(*testSink) survey.Want { return survey.Want{} }}}
	for _, k := range c.front.list {
		k.taken = true
	}
	c.tried.sitemaps, c.tried.probes = true, true
	if c.plan(t.Context()); c.totals.Stopped != "budget" {
		t.Errorf("stopped %q", c.totals.Stopped)
	}
}
