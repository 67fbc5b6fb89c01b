package page

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/shoplint/shoplint/pkg/words"
)

// shopPage writes a page of about 77 KB as shops have them: a mega menu, tiles
// of products, a text and a footer with legal links, some 375 links in all.
func shopPage(n int) []byte {
	var b strings.Builder
	b.WriteString(`<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Stoelen en tafels - Voorbeeldwinkel</title>` +
		`<link rel="stylesheet" href="/assets/theme.css"><style>.sr-only{position:absolute;width:1px;height:1px;overflow:hidden}</style></head><body class="template-category">` +
		`<header class="site-header"><a class="logo" href="/"><img src="/logo.svg" alt="Voorbeeldwinkel"></a><nav class="main-nav"><ul>`)
	for i := range 12 {
		fmt.Fprintf(&b, `<li class="menu-item has-children"><a class="menu-link" href="/c/groep-%d">Groep %d</a><ul class="submenu">`, i, i)
		for j := range 12 {
			fmt.Fprintf(&b, `<li class="submenu-item"><a class="submenu-link" href="/c/groep-%d/soort-%d">Soort %d van groep %d</a></li>`, i, j, j, i)
		}
		b.WriteString("</ul></li>\n")
	}
	b.WriteString(`</ul></nav></header><main id="content"><h1>Stoelen en tafels</h1><div class="grid">`)
	for i := range 60 {
		id := n*60 + i
		fmt.Fprintf(&b, `<div class="tile" data-id="%d"><a class="tile-image" href="/p/stoel-%d"><img loading="lazy" src="/img/%d-400.webp" alt="Stoel %d"></a>`+
			`<h3 class="tile-title"><a href="/p/stoel-%d">Stoel %d van eikenhout</a></h3><p class="tile-text">Een stevige stoel van geolied eikenhout, met een zitting van wol in de kleur zand. Levering binnen drie dagen.</p>`+
			`<span class="price">&euro; %d,95</span> <a class="button" href="/cart/add?id=%d" rel="nofollow">In winkelwagen</a></div>`+"\n", id, id, id, id, id, id, 20+i, id)
	}
	b.WriteString(`</div><div class="seo-text">`)
	for range 85 {
		b.WriteString(`<p>Wie een stoel koopt, zit er vaak jaren op. Daarom kiezen wij hout dat uit beheerde bossen komt, laten wij het langzaam drogen in de schuur achter het atelier, en werken wij samen met makerijen die hun vak verstaan. <b>Bestel</b> op werkdagen voor vier uur, dan gaat het pakket dezelfde dag mee.</p>` + "\n")
	}
	b.WriteString(`</div></main><footer class="site-footer"><div class="columns"><ul>`)
	for _, l := range [][2]string{
		{"/algemene-voorwaarden", "Algemene voorwaarden"}, {"/privacybeleid", "Privacybeleid"}, {"/contact", "Contact"},
		{"/retourneren", "Retourneren"}, {"/verzending", "Verzending"}, {"/over-ons", "Over ons"},
		{"https://ec.europa.eu/consumers/odr", "ODR-platform"}, {"mailto:info@shop.example", "info@shop.example"},
	} {
		fmt.Fprintf(&b, `<li><a href="%s">%s</a></li>`, l[0], l[1])
	}
	for i := range 30 {
		fmt.Fprintf(&b, `<li><a href="/blog/verhaal-%d">Verhaal nummer %d</a></li>`, i, i)
	}
	b.WriteString(`</ul></div><p>Voorbeeldwinkel BV, Dorpsstraat 1, 1234 AB Ergens</p></footer><script>window.shop={"cart":[]};</script></body></html>`)
	return []byte(b.String())
}

// vocabulary is the book's own, or nil where it is not there yet.
func vocabulary(t testing.TB) *words.Book {
	t.Helper()
	book, err := words.Load(os.DirFS("../../rules"))
	if err != nil {
		t.Skipf("no vocabulary: %v", err)
	}
	return book
}

// BenchmarkPage compares reading a page with parsing it only, in one run.
func BenchmarkPage(b *testing.B) {
	book := vocabulary(b)
	bodies := make([][]byte, 50)
	for i := range bodies {
		bodies[i] = shopPage(i)
	}
	var ratios []float64 // the median passes over what else the machine did
	links := 0
	for i := 0; b.Loop(); i++ {
		body := bodies[i%len(bodies)]
		start := time.Now()
		if _, err := html.Parse(bytes.NewReader(body)); err != nil {
			b.Fatal(err)
		}
		middle := time.Now()
		p, err := Parse(Input{URL: "https://shop.example/c/groep-1", Body: body}, book)
		if err != nil {
			b.Fatal(err)
		}
		links = len(p.Links())
		p.Blocks()
		if i >= len(bodies) { // the vocabulary's cache is warm
			ratios = append(ratios, float64(time.Since(middle))/float64(middle.Sub(start)))
		}
	}
	if slices.Sort(ratios); len(ratios) > 0 {
		b.ReportMetric(ratios[len(ratios)/2], "ratio")
	}
	b.ReportMetric(float64(links), "links")
	b.ReportMetric(float64(len(bodies[0]))/1000, "KB")
}
