package audit_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/shoplint/shoplint/pkg/adr"
	"github.com/shoplint/shoplint/pkg/audit"
	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
	"github.com/shoplint/shoplint/rules"
)

func loadBook(tb testing.TB) audit.Book {
	tb.Helper()
	var b audit.Book
	var err error
	if b.Rules, err = rules.Book(check.Words()); err != nil {
		tb.Fatal(err)
	}
	if b.Words, err = words.Load(rules.FS()); err != nil {
		tb.Fatal(err)
	}
	if b.ADR, err = adr.Load(rules.FS()); err != nil {
		tb.Fatal(err)
	}
	return b
}

// shopPage is a category page as a shop theme writes it: about 77 KB, 375
// links, a menu, product tiles with script data, and a footer.
// Each variant has products and texts of its own; menu and footer are the
// same, as in a shop.
func shopPage(variant int) []byte {
	var b bytes.Buffer
	b.WriteString(`<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Kaas - Kaashuis Verbeke</title>`)
	b.WriteString(`<link rel="stylesheet" href="/theme.css"><style>.menu{display:block}.menu li:hover{color:red}.sr{position:absolute;left:-9999px}</style></head><body><header class="site-header"><nav><ul class="menu">`)
	for i := range 140 {
		fmt.Fprintf(&b, `<li class="menu-item menu-item-%d"><a href="/kazen/soort-%d/" class="menu-link">Kaas van soort %d</a></li>`, i, i, i)
	}
	b.WriteString(`</ul></nav></header><main><h1>Alle kazen</h1><div class="grid">`)
	for i := range 72 {
		fmt.Fprintf(&b, `<article class="product-tile" data-id="%d"><a class="tile-image" href="/product/kaas-%d"><img src="/img/kaas-%d@2x.jpg" alt="Kaas %d" width="300" height="300"></a><h2><a href="/product/kaas-%d">Belegen boerenkaas nummer %d</a></h2><p class="text">Een kaas met een zachte korst, gerijpt in de kelder, lekker bij brood en peer. %s</p><span class="price">€ %d,50</span><a class="button" href="/product/kaas-%d#bestel">Bekijk</a></article>`,
			i, i, i, i, i, variant*72+i, tasting(variant*72+i), i+4, i)
	}
	b.WriteString(`</div></main><footer class="site-footer"><ul>`)
	for _, l := range []string{"contact", "algemene-voorwaarden", "privacy", "herroeping", "verzending", "over-ons"} {
		fmt.Fprintf(&b, `<li><a href="/%s">%s</a></li>`, l, strings.ReplaceAll(l, "-", " "))
	}
	b.WriteString(`</ul><p>Kaashuis Verbeke BV, Korenmarkt 1, 9000 Gent · <a href="mailto:vraag@kaashuis-verbeke.be">vraag@kaashuis-verbeke.be</a></p>`)
	b.WriteString(`<p>Geschillen: <a href="https://ec.europa.eu/consumers/odr">platform voor onlinegeschillenbeslechting</a></p></footer><script>var state={"a":1};</script></body></html>`)
	return b.Bytes()
}

// tasting is a text about one product, unlike that of any other.
func tasting(n int) string {
	var b strings.Builder
	for i := range 5 {
		fmt.Fprintf(&b, "Proefnota %d van partij %d: vol van smaak, gerijpt en romig. ", i, n*7+i)
	}
	return b.String()
}

// inspector gives the sink of an audit to a function that inspects pages.
func inspector(tb testing.TB, use func(survey.Sink)) {
	a, err := audit.New(loadBook(tb), audit.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	_, err = a.Shop(context.Background(), "https://kaashuis-verbeke.be/", survey.Live, func(_ context.Context, k survey.Sink) (survey.Totals, error) {
		use(k)
		return survey.Totals{}, nil
	})
	if err != nil {
		tb.Fatal(err)
	}
}

// BenchmarkInspect parses and inspects a page with every rule and, in the same
// run and in turn, only parses it. The ratio is the figure to watch; the times
// swing with the machine.
func BenchmarkInspect(b *testing.B) {
	var bodies [64][]byte
	for i := range bodies {
		bodies[i] = shopPage(i)
	}
	book := loadBook(b)
	b.SetBytes(int64(len(bodies[0])))
	inspector(b, func(k survey.Sink) {
		var whole, parse time.Duration
		for n := 0; b.Loop(); n++ {
			body := bodies[n%len(bodies)]
			start := time.Now()
			if _, err := html.Parse(bytes.NewReader(body)); err != nil {
				b.Fatal(err)
			}
			half := time.Now()
			p, err := page.Parse(page.Input{URL: "https://kaashuis-verbeke.be/kazen", Status: 200, Body: body}, book.Words)
			if err != nil {
				b.Fatal(err)
			}
			k.Inspect(p)
			parse += half.Sub(start)
			whole += time.Since(half)
		}
		b.ReportMetric(float64(whole)/float64(parse), "x-parse")
		b.ReportMetric(float64(len(bodies[0]))/1024, "KB/page")
	})
}
