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

	"github.com/shoplint/shoplint/pkg/page"
)

// manySheets is a shop whose pages bring twenty sheets each, more than are
// read of one shop, and answer in any order.
func manySheets(t *testing.T) *testShop {
	pages := legalPages(html("Shop", legal...))
	for path, body := range pages {
		var links strings.Builder
		for i := range 20 {
			fmt.Fprintf(&links, "<link rel=stylesheet href='/s%s/%d.css'>", path, i)
		}
		pages[path] = links.String() + body + `<p class=mail><a href="mailto:info@shop.example">Mail</a></p>`
	}
	s := newShop(t, pages)
	s.other = func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "/19.css") {
			css(".mail{display:none}")(w, r)
			return
		}
		css("h1{color:red}")(w, r)
	}
	plain := s.Config.Handler
	s.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(time.Duration(rand.IntN(3)) * time.Millisecond)
		plain.ServeHTTP(w, r)
	})
	return s
}

// Which sheets are read of too many is fixed by the order of the pages, not by
// whose answer came first.
func TestTooManySheetsAreChosenAlike(t *testing.T) {
	var sheets []string
	var seen map[string]page.Sight
	for run := range 5 {
		shop := manySheets(t)
		s := readStyled(t, shop, Options{Concurrency: 6}, false)
		asked := slices.DeleteFunc(shop.requests(), func(p string) bool { return !strings.HasSuffix(p, ".css") })
		slices.Sort(asked)
		for path, sight := range s.seen {
			sight.Why = strings.ReplaceAll(sight.Why, shop.URL, "")
			s.seen[path] = sight
		}
		if run == 0 {
			sheets, seen = asked, s.seen
			if len(asked) > 60 || len(asked) < 40 {
				t.Errorf("%d sheets were read", len(asked))
			}
			continue
		}
		if d := cmp.Diff(sheets, asked); d != "" {
			t.Errorf("run %d read other sheets:\n%s", run, d)
		}
		if d := cmp.Diff(seen, s.seen); d != "" {
			t.Errorf("run %d saw other things:\n%s", run, d)
		}
	}
}
