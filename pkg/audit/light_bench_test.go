package audit_test

import (
	"bytes"
	"fmt"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
)

// BenchmarkSite reads a whole site of 64 pages as a new shop, and in the same
// run parses the same bodies and walks their trees: what a crawler without any
// rule does. A page of the site counts once, so nothing is remembered from the
// round before.
func BenchmarkSite(b *testing.B) {
	var bodies [64][]byte
	for i := range bodies {
		bodies[i] = shopPage(i)
	}
	book := loadBook(b)
	var whole, bare time.Duration
	for b.Loop() {
		start := time.Now()
		for _, body := range bodies {
			root, err := html.Parse(bytes.NewReader(body))
			if err != nil {
				b.Fatal(err)
			}
			for range root.Descendants() {
			}
		}
		bare += time.Since(start)
		inspector(b, func(k survey.Sink) {
			start = time.Now() // the book is read once a run, not once a shop
			for i, body := range bodies {
				p, err := page.Parse(page.Input{URL: fmt.Sprintf("https://kaashuis-verbeke.be/kazen/%d", i), Status: 200, Body: body}, book.Words)
				if err != nil {
					b.Fatal(err)
				}
				k.Take(k.Inspect(p))
			}
			whole += time.Since(start)
		})
	}
	b.ReportMetric(float64(whole)/float64(bare), "x-bare")
}
