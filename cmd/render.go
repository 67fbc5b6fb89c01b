package cmd

import (
	"context"
	"fmt"
	"net/url"
	"sync"

	"github.com/shoplint/shoplint/pkg/browser"
	"github.com/shoplint/shoplint/pkg/fetch"
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
)

// openBrowser finds the browser that --render and --screenshots need. With
// --render auto a machine without one is no fault.
func (r *run) openBrowser() error {
	if r.opts.render == "never" && r.opts.screenshots == "" {
		return nil
	}
	path, err := browser.Find()
	switch {
	case err == nil:
		r.browser = browser.New(browser.Options{Path: path, Agent: fetch.UserAgent(r.app.version)})
	case r.opts.render == "always":
		return fmt.Errorf("--render always: %w; or use --render auto", err)
	case r.opts.screenshots != "":
		return fmt.Errorf("--screenshots: %w", err)
	}
	return nil
}

// closeBrowser ends the process, if one was started.
func (r *run) closeBrowser() {
	if r.browser != nil {
		r.browser.Close()
	}
}

// renderer renders pages of one target and remembers what went wrong.
type renderer struct {
	run     *run
	shop    *browser.Shop // nil: there is no browser
	files   *siteFiles
	hook    browser.Files // nil: what the net says
	keeping *keeping      // nil: nothing is kept
	mu      sync.Mutex
	faults  map[string][]string // paths of pages by why they were not rendered
}

// rendererOf is nil when no page of the target is to be rendered.
func (r *run) rendererOf(t target) *renderer {
	if r.opts.render == "never" {
		return nil
	}
	x := &renderer{run: r, keeping: r.keeping[t.name], faults: map[string][]string{}}
	if r.browser != nil {
		x.shop, x.files = r.browser.Shop(r.guardOf(t)), r.filesOf(t)
		x.hook = x.files.hook()
		if t.source == survey.HAR {
			x.shop.Seal()
		}
	}
	return x
}

// guardOf are the exemptions and secrets of a target: those its crawl has.
func (r *run) guardOf(t target) fetch.Options {
	o := fetch.Options{
		Headers: r.headersFor(t), BasicAuth: r.crawl.BasicAuth, AllowPrivate: r.crawl.AllowPrivate,
		Resolve: r.crawl.Resolve, Resolver: r.crawl.Resolver, Proxy: r.proxyFor(t.name), Insecure: r.crawl.Insecure,
	}
	if u, err := url.Parse(t.name); err == nil && t.source == survey.Live {
		o.Shop, o.Named = u, []string{fetch.HostPort(u)}
		if u.User != nil && o.BasicAuth == nil {
			o.BasicAuth = u.User
		}
	}
	return o
}

// page is the hook of the sources: the rendered page where one is wanted and
// to be had, else the page as it was read. What is needed before anything can
// be seen is rendered at once, without a record; what only leaves something
// open after the checks have looked at it.
func (x *renderer) page(ctx context.Context, p *page.Page, r *survey.Record) *page.Page {
	switch first := x.run.opts.render == "always" || browser.Needed(p); {
	case p.Rendered, first != (r == nil):
		return p
	case r != nil && !browser.Doubtful(p, r):
		return p
	}
	why := "no browser was found"
	if x.shop != nil {
		rendered, err := x.shop.Page(ctx, p, x.hook, x.run.book.Words)
		if err == nil {
			x.keeping.rendered(p, rendered)
			return rendered
		}
		why = err.Error()
	}
	if ctx.Err() == nil {
		x.mu.Lock()
		x.faults[why] = append(x.faults[why], survey.Path(p.URL))
		x.mu.Unlock()
	}
	return p
}
