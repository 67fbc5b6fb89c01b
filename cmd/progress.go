package cmd

import (
	"fmt"
	"net/url"
	"os"
	"strings"
	"sync"

	"github.com/mattn/go-runewidth"
	"golang.org/x/term"

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
		if o.verbose {
			fmt.Fprintln(r.app.err, report.Clean(reading(p, true)))
			return
		}
		fmt.Fprint(r.app.err, "\r\x1b[K"+fit(report.Clean(reading(p, len(list) > 1)), columns(r.app.err)-1))
	}
	return func() {
		if line && !o.verbose {
			fmt.Fprint(r.app.err, "\r\x1b[K")
		}
	}
}

// reading says how far a shop is, what is read and why: requests of the most
// that may be sent, pages, purpose, address. The host is left out where there
// is one shop.
func reading(p crawl.Progress, host bool) string {
	at := p.URL
	if u, err := url.Parse(p.URL); err == nil && !host {
		at = u.RequestURI()
	}
	return fmt.Sprintf("%d of %d requests, %d of %d pages  %s  %s", p.Requests, p.MaxRequests, p.Pages, p.MaxPages, p.Purpose, at)
}

// fit cuts a line to a width in cells, at the end: addresses come last.
func fit(s string, cells int) string {
	return runewidth.Truncate(strings.ToValidUTF8(s, "?"), max(cells, 10), "…")
}

// columns is the width of a terminal, 80 where it cannot be known.
func columns(stream any) int {
	if f, ok := stream.(*os.File); ok {
		if w, _, err := term.GetSize(int(f.Fd())); err == nil && w > 0 {
			return w
		}
	}
	return 80
}
