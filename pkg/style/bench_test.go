package style

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// themeSheet is a sheet of a size, as themes write them.
func themeSheet(size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, ".block-%d .item--%d > a:hover,.block-%d a.link:not(.off){color:#1a%02x3c;padding:4px 8px;display:inline-block;transition:all .2s ease}\n", i, i, i, i%100)
		fmt.Fprintf(&b, "@media (min-width:%dpx){.grid-%d{display:grid;grid-template-columns:repeat(%d,1fr);max-width:1200px}}\n", 500+i%700, i, i%6+1)
		fmt.Fprintf(&b, ".mobile-%d{position:absolute;left:-9999px;background:url(data:image/png;base64,AAAA) no-repeat #fff}\n", i)
	}
	return b.String()
}

// BenchmarkParse reads a sheet of 500 kB, as many times as pages would if they
// did not share it, and says how it compares with looking for its semicolons.
func BenchmarkParse(b *testing.B) {
	text := themeSheet(500_000)
	b.SetBytes(int64(len(text)))
	var parse, scan time.Duration
	for b.Loop() {
		start := time.Now()
		Parse(text)
		middle := time.Now()
		strings.Count(strings.ToLower(text), "; ")
		parse += middle.Sub(start)
		scan += time.Since(middle)
	}
	b.ReportMetric(float64(parse)/float64(scan), "ratio")
}
