package crawl

import (
	"compress/gzip"
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

func TestTrapsEndByBudget(t *testing.T) {
	calendar := func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		var y, m int
		fmt.Sscanf(r.URL.Path, "/events/%d/%d", &y, &m)
		fmt.Fprint(w, html("Agenda", fmt.Sprintf("next=/events/%d/%d", y+(m+1)/12, (m+1)%12), fmt.Sprintf("prev=/events/%d/%d", y-1, m)))
	}
	facets := func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		var links []string
		for i := range 30 {
			links = append(links, fmt.Sprintf("filter=%s?%s&f%d=1", r.URL.Path, r.URL.RawQuery, i))
		}
		fmt.Fprint(w, html("All", links...))
	}
	fragments := func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		for i := range 20_000 {
			fmt.Fprintf(w, "<a href='/#s%d'>x</a>", i)
		}
	}
	for _, tt := range []struct {
		name    string
		other   http.HandlerFunc
		full    bool
		max     int // requests
		stopped string
	}{
		{"calendar", calendar, false, 20, "exhausted"},
		{"calendar, all of it", calendar, true, 65, "budget"},
		{"facets", facets, false, 20, "exhausted"},
		{"facets, all of it", facets, true, 20, "exhausted"},
		{"fragments", fragments, true, 12, "exhausted"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := newShop(t, legalPages(html("Lamps", "Agenda=/events/2026/1", "Contact=/contact")))
			s.other = tt.other
			o := Options{Full: tt.full}
			if tt.full {
				o.MaxPages = 60
			}
			_, totals := crawlShop(t, t.Context(), s.URL, o)
			if totals.Requests > tt.max || totals.Stopped != tt.stopped {
				t.Errorf("totals %+v", totals)
			}
			if d := s.twice(); len(d) > 0 {
				t.Errorf("asked twice: %v", d)
			}
		})
	}
}

func TestBudgetLeavesLegalPagesAsUnread(t *testing.T) {
	s := newShop(t, legalPages(html("Lamps", legal...)))
	sink, totals := crawlShop(t, t.Context(), s.URL, Options{MaxPages: 3})
	if totals.Stopped != "budget" || len(sink.pages) != 3 || len(sink.miss) != 3 {
		t.Fatalf("totals %+v, %d pages, unread %+v", totals, len(sink.pages), sink.miss)
	}
	for _, u := range sink.miss {
		if u.Cause != survey.Budget || !u.Guess.Kind.Legal() {
			t.Errorf("unread %+v", u)
		}
	}
}

func TestClosedAddresses(t *testing.T) {
	s := newShop(t, legalPages(html("Lamps", append([]string{
		"Basket=/basket", "Log out=/logout", "Order now=/checkout/", "Price=/lamps?sort=price", "Add=/?add-to-cart=7", "Compare=/compare/1",
		"Manual=/manual.pdf", "Photo=/lamp.JPG", "Print=/terms?print=1", "Wishlist=/wishlist", "Elsewhere=https://lamps.example/",
	}, legal...)...)))
	crawlShop(t, t.Context(), s.URL, Options{Full: true})
	for _, p := range s.requests() {
		if _, ok := s.pages[p]; !ok && p != "/sitemap.xml" {
			t.Errorf("%s was asked for", p)
		}
	}
}

func TestHostileBodiesAreCutAndRead(t *testing.T) {
	endless := func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, html("Legal notice"))
		for {
			if _, err := fmt.Fprint(w, strings.Repeat("<p>more lamps</p>", 2000)); err != nil {
				return
			}
		}
	}
	bomb := func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		fmt.Fprint(z, html("Legal notice"))
		for range 200 {
			z.Write(make([]byte, 64<<10))
		}
		z.Close()
	}
	for name, h := range map[string]http.HandlerFunc{"endless": endless, "bomb": bomb} {
		t.Run(name, func(t *testing.T) {
			s := newShop(t, legalPages(html("Lamps", legal...)))
			s.pages["/legal-notice"] = h
			sink, _ := crawlShop(t, t.Context(), s.URL, Options{BodyLimit: 256 << 10})
			i := slices.IndexFunc(sink.pages, func(p survey.Page) bool { return strings.HasSuffix(p.URL, "/legal-notice") })
			if i < 0 || !sink.pages[i].Truncated {
				t.Errorf("pages %+v, unread %+v", sink.pages, sink.miss)
			}
			if !sink.has(words.Privacy) {
				t.Error("the other pages were not read")
			}
		})
	}
}

func TestCancelEndsAtOnce(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	s := newShop(t, legalPages(html("Lamps", legal...)))
	s.pages["/terms"] = func(_ http.ResponseWriter, r *http.Request) {
		cancel()
		<-r.Context().Done()
	}
	began := time.Now()
	sink, totals := crawlShop(t, ctx, s.URL, Options{Concurrency: 2})
	if time.Since(began) > time.Second || !totals.Interrupted || totals.Stopped != "interrupted" {
		t.Errorf("totals %+v after %v", totals, time.Since(began))
	}
	if u := sink.missed(s.URL, "/terms"); u.Cause != survey.Interrupted || u.Guess.Kind != words.Terms {
		t.Errorf("unread %+v", sink.miss)
	}
}

func TestTimeIsABudget(t *testing.T) {
	s := newShop(t, legalPages(html("Lamps", legal...)))
	s.pages["/terms"] = func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
	sink, totals := crawlShop(t, t.Context(), s.URL, Options{Timeout: 300 * time.Millisecond})
	if totals.Stopped != "timeout" || totals.Interrupted {
		t.Errorf("totals %+v", totals)
	}
	if u := sink.missed(s.URL, "/terms"); u.Cause != survey.Budget {
		t.Errorf("unread %+v", sink.miss)
	}
}

func TestPageThatBreaksTheReaderCostsOnePage(t *testing.T) {
	s := newShop(t, legalPages(html("Lamps", legal...)))
	sink := &panicky{}
	book, err := testBook()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Run(t.Context(), s.URL, Options{Book: book}, sink); err != nil {
		t.Fatal(err)
	}
	if u := sink.missed(s.URL, "/terms"); u.Cause != survey.Unreadable || len(sink.pages) < 5 {
		t.Errorf("%d pages, unread %+v", len(sink.pages), sink.miss)
	}
}
