package crawl

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"runtime"
	"time"

	"github.com/shoplint/shoplint/pkg/fetch"
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// Options say how far and how fast to read. A zero field stands for the
// default named beside it; the second value is that of Full.
type Options struct {
	Book *words.Book // the vocabulary; without one only addresses of known shape are found

	MaxPages         int           // 40, 5,000
	MaxRequests      int           // in all: 100 and five for each of MaxPages
	MaxBytes         int64         // of all bodies, unpacked: 64 MB, 1 GB
	MaxDepth         int           // clicks from the start page: 5, 60
	Timeout          time.Duration // of the whole shop: 60 s, 10 min
	PagesPerTemplate int           // 3, no limit
	QueryVariants    int           // of one path: 8
	MaxHops          int           // redirects in a row: 10
	BodyLimit        int64         // bytes of one page, unpacked: 2 MiB
	Full             bool          // read on although nothing is wanted any more

	Concurrency int            // requests at once: 4
	Delay       *time.Duration // between two starts: 100 ms, none on the own machine and network
	Parsers     chan struct{}  // as many parses alive as it holds, shared by crawls: GOMAXPROCS
	Library     *page.Library  // of style sheets, shared by crawls; nil: none

	IgnoreRobots bool
	UserAgent    string
	Headers      http.Header   // sent to the start's origin only
	BasicAuth    *url.Userinfo // likewise; also read from the start address
	Insecure     bool
	AllowPrivate bool              // addresses of private networks may be connected to
	Foreign      bool              // the start is no address the user named: nothing is exempt from the guard
	Proxy        *url.URL          // none
	Resolve      map[string]string // host:port to host:port
	Resolver     *net.Resolver     // the system's
	Turn         fetch.Turn        // shared by crawls that may meet on a host or address; nil: there are none
	Sitemaps     []string          // beside those of robots.txt; their hosts are taken for the shop's
	Include      []Glob            // with one or more: read only what fits one, the start page and legal pages apart
	Exclude      []Glob            // left out; legal pages among them are handed over as unread
	Languages    []string          // which language versions to prefer, two letters each

	Network http.RoundTripper                         // answers in place of the net, such as an archive
	Record  func(http.RoundTripper) http.RoundTripper // sees each exchange
	Seeds   []string                                  // pages known beside the start and not linked for certain

	Paper page.Paper // reads legal texts in PDF; nil: they are left out

	// Render gives a page back as a browser shows it, or as it is; nil: no page
	// is rendered. It is asked before a page is inspected, without a record, and
	// with one afterwards. It is called from many goroutines, and keeps nothing of
	// the page's tree, whose room goes to other pages.
	Render func(context.Context, *page.Page, *survey.Record) *page.Page

	OnProgress func(Progress) // called before each request of a page, one call at a time
}

// Progress is what is being read right now, and why.
type Progress struct {
	URL      string
	Purpose  string
	Requests int // sent so far, those for robots.txt, sitemaps and style sheets among them
	Pages    int // read so far
	Bytes    int64

	MaxRequests int
	MaxPages    int
}

func (o Options) withDefaults(start *url.URL) Options {
	full := func(a, b int) int {
		if o.Full {
			return b
		}
		return a
	}
	orElse(&o.MaxPages, full(40, 5000))
	orElse(&o.MaxRequests, 100+5*o.MaxPages)
	orElse(&o.MaxBytes, int64(full(64, 1000))*1_000_000)
	orElse(&o.MaxDepth, full(5, 60))
	orElse(&o.Timeout, time.Duration(full(60, 600))*time.Second)
	orElse(&o.PagesPerTemplate, full(3, 1<<30))
	orElse(&o.QueryVariants, 8)
	orElse(&o.MaxHops, 10)
	orElse(&o.BodyLimit, 2<<20)
	orElse(&o.Concurrency, 4)
	if o.Delay == nil {
		d := 100 * time.Millisecond
		if inside(start) && !o.Foreign {
			d = 0
		}
		o.Delay = &d
	}
	if o.Parsers == nil {
		o.Parsers = make(chan struct{}, runtime.GOMAXPROCS(0))
	}
	return o
}

func orElse[T int | int64 | time.Duration](v *T, d T) {
	if *v <= 0 {
		*v = d
	}
}

// inside reports whether the target is on the own machine or network, as far
// as its name tells.
func inside(u *url.URL) bool {
	if u.Hostname() == "localhost" {
		return true
	}
	a, err := netip.ParseAddr(u.Hostname())
	return err == nil && fetch.Inside(a)
}

func (o Options) fetch(start *url.URL) fetch.Options {
	f := fetch.Options{
		UserAgent: o.UserAgent, Concurrency: o.Concurrency, Delay: *o.Delay, BodyLimit: o.BodyLimit,
		Shop: start, Headers: o.Headers, BasicAuth: o.BasicAuth, AllowPrivate: o.AllowPrivate,
		Insecure: o.Insecure, Proxy: o.Proxy, Resolve: o.Resolve, Resolver: o.Resolver, Turn: o.Turn, IgnoreRobots: o.IgnoreRobots,
		Network: o.Network, Record: o.Record,
	}
	if !o.Foreign {
		f.Named = []string{fetch.HostPort(start)}
	}
	return f
}
