package cmd

import (
	"context"
	"fmt"
	"net/http"
	"net/url"

	"github.com/shoplint/shoplint/pkg/crawl"
	"github.com/shoplint/shoplint/pkg/har"
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// archived reads a shop from an archive, the way it was read when the archive
// was made; one of a browser is read whole.
func (r *run) archived(ctx context.Context, name string, o crawl.Options, sink survey.Sink) (survey.Totals, error) {
	a, err := har.Open(name)
	if err != nil {
		return survey.Totals{}, fmt.Errorf("%s: %w; write one with: shoplint check ADDRESS --save FILE.har, or export one from the network tab of a browser", name, err)
	}
	o.Network, o.Record, o.Proxy = a.Network(), nil, nil
	o.Foreign, o.AllowPrivate = false, true // nothing is connected to
	if a.Own {
		if err := planned(&o, a.Meta.Plan); err != nil {
			return survey.Totals{}, fmt.Errorf("%s: %w", name, err)
		}
	} else {
		o.Full, o.Seeds = true, a.Pages
	}
	done := r.shownFrom(a, &o)
	e := &endedSink{sink, a.Meta.Ended}
	totals, err := crawl.Run(ctx, a.Start, o, e)
	done(&totals)
	e.finish(&totals)
	totals.Notes = append(totals.Notes, a.Notes...)
	return totals, err
}

// shownFrom gives an archive's pages as a browser showed them then; those of a
// browser's archive are shown now, with nothing but what the archive holds.
func (r *run) shownFrom(a *har.Archive, o *crawl.Options) (done func(*survey.Totals)) {
	if a.Own {
		o.Render = func(_ context.Context, p *page.Page, _ *survey.Record) *page.Page { return shownAs(p, a, r.book.Words) }
		return func(t *survey.Totals) { addBrowser(t, a.Meta.Browser) }
	}
	x := r.rendererOf(target{a.Start, survey.HAR})
	if x == nil {
		o.Render = nil
		return func(*survey.Totals) {}
	}
	x.hook = func(u *url.URL) ([]byte, string, bool) { return a.File(u.String()) }
	o.Render = x.page
	return x.finish
}

// planned takes over how far the shop was read.
func planned(o *crawl.Options, p har.Plan) (err error) {
	o.Full, o.MaxPages, o.MaxDepth, o.Sitemaps = p.Full, p.MaxPages, p.MaxDepth, p.Sitemaps
	o.IgnoreRobots, o.Insecure = p.IgnoreRobots, p.Insecure
	o.Include, o.Exclude = nil, nil
	for _, x := range []struct {
		from []string
		to   *[]crawl.Glob
	}{{p.Include, &o.Include}, {p.Exclude, &o.Exclude}} {
		for _, g := range x.from {
			glob, err := crawl.ParseGlob(g)
			if err != nil {
				return fmt.Errorf("_shoplint.plan: %q: %w", g, err)
			}
			*x.to = append(*x.to, glob)
		}
	}
	return nil
}

// shownAs is a page as a browser showed it when an archive was made, or the
// page itself.
func shownAs(p *page.Page, a *har.Archive, book *words.Book) *page.Page {
	x, ok := a.Rendered(p.URL)
	if !ok || p.Rendered {
		return p
	}
	in := p.Input
	in.Body, in.Truncated, in.Rendered = []byte(x.HTML), x.Cut, true
	in.Header = http.Header{"Content-Type": {"text/html; charset=utf-8"}}
	for _, l := range x.Lost {
		in.Lost = append(in.Lost, page.LostSheet{Address: l.Address, Own: l.Own, Why: l.Why})
	}
	if u, err := url.Parse(x.Address); err == nil && u.Host != "" && x.Address != p.URL {
		in.Hops = append(append([]string{}, in.Hops...), in.URL)
		in.URL = x.Address
	}
	out, err := page.Parse(in, book)
	if err != nil {
		return p
	}
	return out
}
