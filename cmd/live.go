package cmd

import (
	"errors"
	"fmt"
	"net/url"
	"runtime"

	"github.com/spf13/pflag"

	"github.com/shoplint/shoplint/pkg/crawl"
	"github.com/shoplint/shoplint/pkg/fetch"
	"github.com/shoplint/shoplint/pkg/page"
)

// liveOptions are the flags for reading a shop over the network, as given.
type liveOptions struct {
	include, exclude []string
	sitemaps         []string
	resolve          []string
	proxy            string
	headers, cookies []string
	basicAuth        string
}

func (o *liveOptions) flags(f *pflag.FlagSet) {
	f.StringArrayVar(&o.include, "include", nil, "read only paths that fit `GLOB`, such as '/en/*'; start and legal pages are read all the same")
	f.StringArrayVar(&o.exclude, "exclude", nil, "leave out paths that fit `GLOB`; a legal page among them is reported as unread")
	f.StringArrayVar(&o.sitemaps, "sitemap", nil, "read this sitemap too, `URL`; hosts in it are taken for the target's")
	f.StringArrayVar(&o.headers, "header", nil, "request header `LINE` 'Name: value' for the shop alone; @FILE reads it from a file (also SHOPLINT_HEADER)")
	f.StringArrayVar(&o.cookies, "cookie", nil, "cookie `PAIR` 'name=value' for the shop alone; @FILE reads it from a file (also SHOPLINT_COOKIE)")
	f.StringVar(&o.basicAuth, "basic-auth", "", "`USER:PW` of a protected shop; @FILE reads it from a file (also SHOPLINT_BASIC_AUTH)")
	f.StringVar(&o.proxy, "proxy", "", "read through the proxy at `URL`: http, https or socks5; env takes that of HTTP_PROXY (also SHOPLINT_PROXY)")
	f.StringArrayVar(&o.resolve, "resolve", nil, "connect to ADDR for a host and port: `HOST:PORT:ADDR`")
}

// crawlOptions turns the flags into what the crawler takes. All faults are
// shown at once; no secret is ever part of one.
func (r *run) crawlOptions(delayGiven bool) error {
	o := r.opts
	r.crawl = crawl.Options{
		Book: r.book.Words, MaxPages: o.maxPages, MaxDepth: o.maxDepth, Timeout: o.timeout, Full: o.full,
		Concurrency: o.concurrency, Parsers: make(chan struct{}, runtime.GOMAXPROCS(0)),
		Library: page.NewLibrary(),
		Paper:   r.app.paper(), IgnoreRobots: o.ignoreRobots, UserAgent: o.userAgent, Insecure: o.insecure, AllowPrivate: o.private,
	}
	if r.crawl.UserAgent == "" {
		r.crawl.UserAgent = fetch.UserAgent(r.app.version)
	}
	if delayGiven {
		r.crawl.Delay = &o.delay
	}
	faults := make([]error, 0, 7)
	for _, f := range []func() error{r.liveFilter, r.liveSitemaps, r.liveSecrets, r.liveResolve, r.liveProxy} {
		faults = append(faults, f())
	}
	if len(r.crawl.Resolve) > 0 && r.proxy != nil {
		faults = append(faults, errors.New("--resolve and --proxy contradict each other: behind a proxy the proxy looks hosts up; give one of them"))
	}
	return errors.Join(faults...)
}

func (r *run) liveFilter() error {
	var faults []error
	read := func(flag string, patterns []string) (out []crawl.Glob) {
		for _, p := range patterns {
			g, err := crawl.ParseGlob(p)
			if err != nil {
				faults = append(faults, fmt.Errorf("--%s %q: %w; give a path without its host, such as '/blog/*'", flag, p, err))
				continue
			}
			out = append(out, g)
		}
		return out
	}
	r.crawl.Include = read("include", r.opts.live.include)
	r.crawl.Exclude = read("exclude", r.opts.live.exclude)
	return errors.Join(faults...)
}

func (r *run) liveSitemaps() error {
	for _, s := range r.opts.live.sitemaps {
		u, err := url.Parse(s)
		if err != nil || u.Path == "" || u.User != nil || !(u.Scheme == "" && u.Host == "" && u.Path[0] == '/' || webAddress(u)) {
			return errors.New("--sitemap: give an address such as https://www.my-shop.eu/sitemap.xml, or a path such as /sitemap.xml")
		}
	}
	r.crawl.Sitemaps = r.opts.live.sitemaps
	return nil
}

// webAddress reports whether u is an http or https address with a host.
func webAddress(u *url.URL) bool {
	return (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != ""
}
