package browser_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/shoplint/shoplint/pkg/browser"
	"github.com/shoplint/shoplint/pkg/page"
)

// BenchmarkTreeMemory renders ten pages built by script, four at once, and says
// what the browser's processes and this one take at their most: megabytes of
// memory, of what is shared each process's part.
func BenchmarkTreeMemory(b *testing.B) {
	pages := map[string]string{"/app.js": `document.getElementById("root").innerHTML = "<footer><a href='` + odr + `'>ODR</a></footer>" + "<p>Words of a shop.</p>".repeat(2000)`}
	for i := range 10 {
		pages["/"+strconv.Itoa(i)] = `<!doctype html><title>Shop</title><div id="root"></div><script src="/app.js"></script>`
	}
	br := start(b, browser.Options{})
	s, srv := serve(b, br, pages)
	read(b, s, srv.URL+"/0")
	most, own := 0.0, 0.0
	for b.Loop() {
		done := make(chan struct{})
		var wg, watch sync.WaitGroup
		watch.Go(func() {
			for tick := time.NewTicker(20 * time.Millisecond); ; {
				sum := 0.0
				for pid := range group(br.Pid()) {
					sum += share(pid)
				}
				most, own = max(most, sum), max(own, share(os.Getpid()))
				select {
				case <-done:
					tick.Stop()
					return
				case <-tick.C:
				}
			}
		})
		for i := range 10 {
			wg.Go(func() {
				if _, err := s.Render(b.Context(), page.Source{Address: srv.URL + "/" + strconv.Itoa(i)}); err != nil {
					b.Error(err)
				}
			})
		}
		wg.Wait()
		close(done)
		watch.Wait()
	}
	b.ReportMetric(most, "MB-browser")
	b.ReportMetric(own, "MB-own")
}

// share is the memory of a process, with its part of what it shares, in
// megabytes; 0 when it is gone.
func share(pid int) float64 {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", pid))
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(text), "\nPss:")
	kb, _ := strconv.ParseFloat(strings.Fields(rest + " 0")[0], 64)
	return kb * 1024 / 1e6
}
