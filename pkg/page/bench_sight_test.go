package page

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
)

// theme writes style sheets of so many bytes in all, as shops link them: most
// of their rules are for other pages, some are for this one.
func theme(size int) fakeSheets {
	out := fakeSheets{}
	for s := range 5 {
		var b strings.Builder
		b.WriteString(".submenu{display:none}.has-children:hover .submenu{display:block}.site-footer a{color:#333}.tile .button{padding:4px 8px}\n")
		for i := 0; b.Len() < size/5; i++ {
			fmt.Fprintf(&b, ".block-%d-%d .item--%d > a:hover,.block-%d a.link:not(.off){color:#1a%02x3c;padding:4px 8px;display:inline-block;transition:all .2s ease}\n", s, i, i, i, i%100)
			fmt.Fprintf(&b, "@media (min-width:%dpx){.grid-%d{display:grid;grid-template-columns:repeat(%d,1fr);max-width:1200px}}\n", 500+i%700, i, i%6+1)
			fmt.Fprintf(&b, ".mobile-%d li a{position:absolute;left:-9999px;background:url(data:image/png;base64,AAAA) no-repeat #fff}\n", i)
		}
		out[fmt.Sprintf("https://shop.example/theme-%d.css", s)] = b.String()
	}
	return out
}

// fakeSheets is a shop's linked sheets in memory.
type fakeSheets map[string]string

func (f fakeSheets) Sheet(address string) (string, error) { return f[address], nil }
func (fakeSheets) Own(string) bool                        { return true }

// themed is a shop's page that links the sheets of a theme.
func themed(n int) []byte {
	links := ""
	for s := range 5 {
		links += fmt.Sprintf(`<link rel="stylesheet" href="/theme-%d.css">`, s)
	}
	return bytes.Replace(shopPage(n), []byte(`<link rel="stylesheet" href="/assets/theme.css">`), []byte(links), 1)
}

// sightOf reads a page and asks for the links that want says; it gives the
// time of it all and how many were asked for.
func sightOf(b *testing.B, body []byte, sheets *Sheets, want func(Link) bool) (took time.Duration, asked int) {
	start := time.Now()
	p, err := Parse(Input{URL: "https://shop.example/c/groep-1", Body: body, Sheets: sheets}, nil)
	if err != nil {
		b.Fatal(err)
	}
	for _, l := range p.Links() {
		if want(l) {
			p.Sight(l.Node)
			asked++
		}
	}
	return time.Since(start), asked
}

// BenchmarkSight reads a page with 500 kB of linked style sheets that its shop
// has read before, and compares it with html.Parse of the page, in one run:
// asked for what rules ask for, the links to the platform, and for every link.
func BenchmarkSight(b *testing.B) {
	for name, want := range map[string]func(Link) bool{
		"matters": func(l Link) bool { return strings.Contains(l.Href, "consumers/odr") },
		"every":   func(Link) bool { return true },
	} {
		b.Run(name, func(b *testing.B) { compareSight(b, want) })
	}
}

func compareSight(b *testing.B, want func(Link) bool) {
	sheets, body, asked := NewSheets(theme(500_000)), themed(1), 0
	sightOf(b, body, sheets, want) // the sheets are read
	var ratios []float64           // the median passes over what else the machine did
	for b.Loop() {
		start := time.Now()
		if _, err := html.Parse(bytes.NewReader(body)); err != nil {
			b.Fatal(err)
		}
		parse := time.Since(start)
		took, n := sightOf(b, body, sheets, want)
		ratios, asked = append(ratios, float64(took)/float64(parse)), n
	}
	slices.Sort(ratios)
	b.ReportMetric(ratios[len(ratios)/2], "ratio")
	b.ReportMetric(float64(asked), "asked")
	b.ReportMetric(float64(len(body))/1000, "KB")
}
