package cmd

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/shoplint/shoplint/pkg/audit"
	"github.com/shoplint/shoplint/pkg/crawl"
	"github.com/shoplint/shoplint/pkg/har"
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// saving refuses what --save cannot keep, before anything is read.
func (r *run) saving(list []target) error {
	switch {
	case r.opts.redact && r.opts.save == "":
		return errors.New("--redact masks personal data in the archive of --save: give --save FILE.har too")
	case r.opts.save == "":
		return nil
	case len(list) != 1 || list[0].source != survey.Live:
		return errors.New("--save keeps what is read of one address: give one target that is an address")
	case strings.ToLower(filepath.Ext(r.opts.save)) != ".har":
		return fmt.Errorf("--save %s: the name of an archive ends in .har, so that check knows it again", r.opts.save)
	}
	if err := tryWriting(r.opts.save); err != nil {
		return fmt.Errorf("--save: %w", err)
	}
	r.recorder = har.NewRecorder(r.headersFor(list[0]), r.crawl.BasicAuth)
	r.crawl.Record = r.recorder.Wrap
	return nil
}

// keep writes the archive: whole or not at all.
func (r *run) keep(shops []*audit.Shop) error {
	if r.recorder == nil {
		return nil
	}
	o := har.WriteOptions{Meta: har.Meta{
		Version: r.app.version, Rulebook: r.book.Rules.Updated.String(), Start: shops[0].Survey.Target, Redacted: r.opts.redact,
		Plan: har.Plan{
			Full: r.opts.full, MaxPages: r.opts.maxPages, MaxDepth: r.opts.maxDepth, Sitemaps: r.opts.live.sitemaps,
			Include: r.opts.live.include, Exclude: r.opts.live.exclude,
			IgnoreRobots: r.opts.ignoreRobots, Insecure: r.opts.insecure,
		},
	}}
	if o.Meta.Redacted {
		o.Keep = ownAddresses(shops[0].Survey)
	}
	f, err := os.CreateTemp(filepath.Dir(r.opts.save), ".shoplint-*.har")
	if err != nil {
		return fmt.Errorf("--save: %w", err)
	}
	defer os.Remove(f.Name()) // gone already when all went well
	err = errors.Join(r.recorder.Write(f, o), f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), r.opts.save)
	}
	if err != nil {
		return fmt.Errorf("--save: %w", err)
	}
	return nil
}

// ownAddresses are the e-mail addresses that the rules judge by: those on legal
// pages. One that stands elsewhere only may be a customer's.
func ownAddresses(s *survey.Survey) map[string]bool {
	keep := map[string]bool{}
	for _, e := range s.Emails.List() {
		if p, ok := s.Page(e.URL); ok && e.Accepted && p.Kind.Legal() {
			keep[strings.ToLower(e.Address)] = true
		}
	}
	return keep
}

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
	totals, err := crawl.Run(ctx, a.Start, o, sink)
	done(&totals)
	totals.Notes = append(totals.Notes, a.Notes...)
	return totals, err
}

// shownFrom gives an archive's pages as a browser showed them then; those of a
// browser's archive are shown now, with nothing but what the archive holds.
func (r *run) shownFrom(a *har.Archive, o *crawl.Options) (done func(*survey.Totals)) {
	if a.Own {
		o.Render = func(_ context.Context, p *page.Page, _ *survey.Record) *page.Page { return shownAs(p, a, r.book.Words) }
		return func(*survey.Totals) {}
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

// keepRendered notes in the archive how a browser showed a page.
func (r *run) keepRendered(before, after *page.Page) {
	if r.recorder == nil || !after.Rendered {
		return
	}
	x := har.Rendered{URL: before.URL, Address: after.URL, HTML: string(after.Body), Cut: after.Truncated}
	for _, l := range after.Lost {
		x.Lost = append(x.Lost, har.Lost{Address: l.Address, Own: l.Own, Why: l.Why})
	}
	r.recorder.Rendered(x)
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
