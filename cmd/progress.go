package cmd

import (
	"fmt"
	"os"
	"sync"

	"github.com/mattn/go-runewidth"

	"github.com/shoplint/shoplint/pkg/crawl"
	"github.com/shoplint/shoplint/pkg/report"
)

// watch shows on standard error what is being read: one line that is written
// over on a terminal, a line for each page with --verbose, else nothing. The
// function it returns clears the line.
func (r *run) watch(list []target) (stop func()) {
	o := r.opts
	line := terminal(r.app.err) && !o.noProgress && !o.quiet && os.Getenv("CI") == ""
	if !line && !o.verbose {
		return func() {}
	}
	var mu sync.Mutex
	r.crawl.OnProgress = func(p crawl.Progress) {
		mu.Lock()
		defer mu.Unlock()
		text := report.Clean(fmt.Sprintf("%d/%d  %s  (%s)", p.Pages, p.MaxPages, p.URL, p.Purpose))
		if o.verbose {
			fmt.Fprintln(r.app.err, text)
			return
		}
		fmt.Fprint(r.app.err, "\r\x1b[K"+runewidth.Truncate(text, 79, "…"))
	}
	return func() {
		if line && !o.verbose {
			fmt.Fprint(r.app.err, "\r\x1b[K")
		}
	}
}
