package browser_test

import (
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/shoplint/shoplint/pkg/browser"
	"github.com/shoplint/shoplint/pkg/page"
)

// BenchmarkTenShells renders ten pages whose footer a script builds, as a crawl
// does: four at once, in a browser that has started.
func BenchmarkTenShells(b *testing.B) {
	pages := map[string]string{
		"/app.js":   `fetch("/data").then((r) => r.text()).then((t) => { document.getElementById("root").innerHTML = "<h1>Shop</h1><footer><a href='` + odr + `'>" + t + "</a></footer>" })`,
		"/data":     "ODR",
		"/look.css": "footer{padding:2rem}",
	}
	for i := range 10 {
		pages["/"+strconv.Itoa(i)] = `<!doctype html><title>Shop</title><script type="module" crossorigin src="/app.js"></script><link rel="stylesheet" crossorigin href="/look.css"><div id="root"></div>`
	}
	s, srv := serve(b, start(b, browser.Options{Quiet: 400 * time.Millisecond}), pages)
	read(b, s, srv.URL+"/0")
	for b.Loop() {
		began := time.Now()
		var wg sync.WaitGroup
		for i := range 10 {
			wg.Go(func() {
				if _, err := s.Render(b.Context(), page.Source{Address: srv.URL + "/" + strconv.Itoa(i)}); err != nil {
					b.Error(err)
				}
			})
		}
		wg.Wait()
		b.ReportMetric(time.Since(began).Seconds()/10, "s/page")
	}
}
