// Package source reads shops that are not on the net: the folder of a built
// site, one HTML file, and standard input. Each hands the same documents to a
// survey.Sink as a crawl of the same pages would.
package source

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"runtime"
	"strings"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// ErrNoPages is returned by Folder, wrapped with the folder, when no file of
// it is a page.
var ErrNoPages = errors.New("no page")

// Options of every source; the zero value is ready to use, with nothing
// classified.
type Options struct {
	BaseURL   string // where the pages will be published; "" for paths only
	MaxFiles  int    // pages of a folder; 0 means 20,000
	MaxBytes  int64  // of all pages together; 0 means 1 GB
	BodyLimit int    // bytes read of one page, the rest is cut off; 0 means 2 MiB
	Jobs      int    // pages parsed at once; 0 means one per processor
	Book      *words.Book

	Paper page.Paper // reads legal texts in PDF of a folder; nil: they are left out

	// Render gives a page back as a browser shows it, or as it is; nil: no page
	// is rendered. It is asked before a page is inspected, without a record, and
	// with one afterwards. It is called from many goroutines.
	Render func(context.Context, *page.Page, *survey.Record) *page.Page
}

// normal fills in the defaults and parses the base address. The error names
// what is wrong with it.
func (o Options) normal() (Options, *url.URL, error) {
	o.MaxFiles = defaultTo(o.MaxFiles, 20_000)
	o.MaxBytes = defaultTo(o.MaxBytes, 1_000_000_000)
	o.BodyLimit = defaultTo(o.BodyLimit, 2<<20)
	o.Jobs = defaultTo(o.Jobs, runtime.GOMAXPROCS(0))
	if o.BaseURL == "" {
		return o, nil, nil
	}
	u, err := url.Parse(o.BaseURL)
	if err != nil {
		return o, nil, fmt.Errorf("base address: %w", err)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return o, nil, fmt.Errorf("base address %q: write it as https://shop.be/", o.BaseURL)
	}
	u = &url.URL{Scheme: u.Scheme, Host: strings.ToLower(u.Host), Path: "/" + strings.TrimLeft(u.Path, "/")}
	return o, u, nil
}

func defaultTo[T int | int64](v, d T) T {
	if v <= 0 {
		return d
	}
	return v
}
