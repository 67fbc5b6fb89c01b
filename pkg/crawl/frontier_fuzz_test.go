package crawl

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/words"
)

// FuzzOrder adds the links of a page to a frontier, one on a line with two
// letters before it that stand for its score and place, and looks at the order
// they are taken in.
func FuzzOrder(f *testing.F) {
	f.Add("aa/terms\nab/terms?b=2&a=1\nba/terms?a=1&b=2\ncc/contact#x")
	f.Add("zz//shop.example/a/../b\naahttps://shop.example:443/b\nxx/index.html\nyy/")
	f.Fuzz(func(t *testing.T, text string) {
		base, s := &url.URL{Scheme: "https", Host: "shop.example", Path: "/"}, newSite(&url.URL{Scheme: "https", Host: "shop.example", Path: "/"})
		front := newFrontier(Options{QueryVariants: 8})
		for line := range strings.SplitSeq(text, "\n") {
			if len(line) < 3 {
				continue
			}
			u, err := base.Parse(line[2:])
			if err != nil || u.Scheme != "http" && u.Scheme != "https" {
				continue
			}
			u = tidy(u)
			kind := words.LegalKinds[int(line[1])%len(words.LegalKinds)]
			front.add(&candidate{url: u, key: s.key(u), shape: shape(u, kind), lang: version(u),
				guess: words.Guess{Kind: kind, Score: float64(line[0]%11) / 10}, region: []page.Region{page.Footer, page.Nav, page.Header, page.Main}[line[1]%4]})
		}
		all := front.open(func(*candidate) bool { return true })
		if len(all) != len(front.list) || !slices.IsSortedFunc(all, worth) {
			t.Fatalf("%d of %d, sorted %v", len(all), len(front.list), slices.IsSortedFunc(all, worth))
		}
		for i := 1; i < len(all); i++ {
			if worth(all[i-1], all[i]) == 0 {
				t.Errorf("%s and %s have one place", all[i-1].url, all[i].url)
			}
		}
		seen := map[string]bool{}
		for _, k := range all {
			if seen[k.key] {
				t.Errorf("%s comes twice", k.key)
			}
			seen[k.key] = true
			if !front.claim(k.key, k) {
				t.Errorf("%s is not its own", k.url)
			}
			k.taken = true
		}
		if left := front.open(func(*candidate) bool { return true }); len(left) > 0 {
			t.Errorf("%d are left", len(left))
		}
	})
}
