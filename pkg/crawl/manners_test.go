package crawl

import (
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
)

// bigShop has many pages, and on each what must not be touched.
func bigShop() map[string]string {
	links := append([]string{
		"Accept all cookies=/?cookie-consent=accept", "Accept=/accept-cookies", "Save=/consent/accept", "Log in=/login", "Basket=/basket", "Print=/terms?print=1",
	}, legal...)
	pages := map[string]string{}
	for i := range 40 {
		links = append(links, fmt.Sprintf("Lamp=/lamp/%d", i))
	}
	body := strings.Replace(html("Lamps", links...), "<footer>", `<form action="/order"><input name=n></form><form method=post action="/newsletter"><input name=mail></form><footer>`, 1)
	for p := range legalPages("") {
		pages[p] = body
	}
	for i := range 40 {
		pages[fmt.Sprintf("/lamp/%d", i)] = body
	}
	return pages
}

// Politeness as the shop's server sees it, with everything at its default.
func TestManners(t *testing.T) {
	s := newShop(t, bigShop())
	var flight, peak, conns atomic.Int64
	var mu sync.Mutex
	agents := map[string]bool{}
	plain := s.Config.Handler
	front := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n := flight.Add(1)
		defer flight.Add(-1)
		mu.Lock()
		peak.Store(max(peak.Load(), n))
		agents[r.Method+" "+r.UserAgent()] = true
		mu.Unlock()
		plain.ServeHTTP(w, r)
	}))
	front.Config.ConnState = func(_ net.Conn, st http.ConnState) {
		if st == http.StateNew {
			conns.Add(1)
		}
	}
	front.Start()
	defer front.Close()
	_, totals := crawlShop(t, t.Context(), front.URL, Options{Full: true})
	if totals.Requests < 40 || peak.Load() > 4 || conns.Load() > 4 {
		t.Errorf("%d requests, %d in flight, %d connections", totals.Requests, peak.Load(), conns.Load())
	}
	if len(agents) != 1 || !agents["GET shoplint/dev (+https://github.com/shoplint/shoplint)"] {
		t.Errorf("methods and names %v", agents)
	}
	for _, p := range s.requests() {
		if _, ok := s.pages[p]; !ok && p != "/sitemap.xml" {
			t.Errorf("%s was asked for", p)
		}
	}
	if d := s.twice(); len(d) > 0 {
		t.Errorf("asked twice: %v", d)
	}
}

// The pause is kept between starts, whatever the number of hands.
func TestPauseBetweenStarts(t *testing.T) {
	s := newShop(t, legalPages(html("Lamps", legal...)))
	pause := 20 * time.Millisecond
	began := time.Now()
	_, totals := crawlShop(t, t.Context(), s.URL, Options{Delay: &pause})
	if least := time.Duration(totals.Requests-1) * pause; time.Since(began) < least {
		t.Errorf("%d requests in %v, want %v at least", totals.Requests, time.Since(began), least)
	}
}

func TestDefaultPause(t *testing.T) {
	for _, tt := range []struct {
		start   string
		foreign bool
		want    time.Duration
	}{
		{"https://shop.example/", false, 100 * time.Millisecond},
		{"http://127.0.0.1:8080/", false, 0},
		{"http://localhost/", false, 0},
		{"http://192.168.1.7/", false, 0},
		{"http://127.0.0.1:8080/", true, 100 * time.Millisecond}, // of a list: nobody named it
	} {
		u, _ := url.Parse(tt.start)
		o := Options{Foreign: tt.foreign}.withDefaults(u)
		if *o.Delay != tt.want || o.Concurrency != 4 {
			t.Errorf("%s: pause %v, %d at once", tt.start, *o.Delay, o.Concurrency)
		}
	}
}

// A crawl-delay in robots.txt slows the crawl, also where there is no pause.
func TestCrawlDelayIsKept(t *testing.T) {
	pages := legalPages(html("Lamps", legal...))
	pages["/robots.txt"] = "User-agent: *\nCrawl-delay: 0.03"
	s := newShop(t, pages)
	began := time.Now()
	_, totals := crawlShop(t, t.Context(), s.URL, Options{})
	if least := time.Duration(totals.Requests-2) * 30 * time.Millisecond; time.Since(began) < least {
		t.Errorf("%d requests in %v, want %v at least", totals.Requests, time.Since(began), least)
	}
}

// parses counts how many pages are looked at at once.
type parses struct {
	testSink
	now, peak atomic.Int64
}

func (s *parses) Inspect(p *page.Page) *survey.Record {
	n := s.now.Add(1)
	defer s.now.Add(-1)
	for old := s.peak.Load(); n > old && !s.peak.CompareAndSwap(old, n); old = s.peak.Load() {
	}
	for range 2000 { // room for others to come in
		runtime.Gosched()
	}
	return s.testSink.Inspect(p)
}

func TestAsManyTreesAsPlaces(t *testing.T) {
	shop := newShop(t, bigShop())
	book, err := testBook()
	if err != nil {
		t.Fatal(err)
	}
	s := &parses{}
	if _, err := Run(t.Context(), shop.URL, Options{Book: book, Full: true, Concurrency: 8, Parsers: make(chan struct{}, 1)}, s); err != nil {
		t.Fatal(err)
	}
	if s.peak.Load() != 1 {
		t.Errorf("%d trees were alive at once", s.peak.Load())
	}
}

// Ways to write an address that looks like the shop's and is not, and such
// that lead inside.
func TestAddressesThatDeceive(t *testing.T) {
	evil := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { t.Errorf("%s%s was asked for", r.Host, r.URL) }))
	defer evil.Close()
	e, _ := url.Parse(evil.URL)
	s := newShop(t, nil)
	resolve, port := at(s, "lamps.example")
	for _, h := range []string{"evil.example", "lamps.example.evil.example", "xn--lmps-6na.example"} {
		resolve[h+":"+port] = e.Host
	}
	shop := "lamps.example:" + port
	pages := legalPages(html("Lamps", append([]string{
		"Terms=http://" + shop + "@evil.example:" + port + "/terms", "Privacy policy=http://lamps.example.evil.example:" + port + "/privacy",
		`Imprint=http://evil.example:` + port + `\@` + shop + "/imprint", `Contact=//evil.example:` + port + "/contact", `Contact us=/\evil.example:` + port + "/contact",
		"Withdrawal=http://lаmps.example:" + port + "/withdrawal", "Cancellation=http://user:word@evil.example:" + port + "/", "Terms of sale=javascript:location='//evil.example'",
		"Legal=http://127.0.0.1:" + e.Port() + "/legal", "Conditions=http://2130706433:" + e.Port() + "/terms", "GTC=http://[::ffff:127.0.0.1]:" + e.Port() + "/terms", "Notice=ftp://lamps.example/notice",
		"Data protection=http://anna:geheim@" + shop + "/data-protection",
	}, legal...)...))
	pages["/data-protection"] = html("Data protection")
	for p, body := range pages {
		s.pages[p] = write(body)
	}
	sink, _ := crawlShop(t, t.Context(), "http://"+shop+"/", Options{Resolve: resolve, Full: true})
	if paths := sink.paths("http://" + shop); !slices.Contains(paths, "/data-protection") || strings.Contains(fmt.Sprint(paths, sink.miss), "geheim") {
		t.Errorf("pages %v, unread %+v", paths, sink.miss)
	}
}
