package cmd

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"

	"github.com/shoplint/shoplint/pkg/audit"
	"github.com/shoplint/shoplint/pkg/batch"
	"github.com/shoplint/shoplint/pkg/report"
	"github.com/shoplint/shoplint/pkg/survey"
)

// open is what judges the shops in this process.
func (b *batchRun) open(_ json.RawMessage, leases batch.Leases) (batch.Judge, *batch.Manners, error) {
	m := b.manners(leases)
	return b.judge(m), m, nil
}

// manners keep the shops of this process polite to one another.
func (b *batchRun) manners(leases batch.Leases) *batch.Manners {
	return &batch.Manners{Concurrency: b.opts.concurrency, Proxied: b.proxy != nil, Leases: leases}
}

// judge audits one shop of a list and renders its reports.
func (b *batchRun) judge(m *batch.Manners) batch.Judge {
	return func(ctx context.Context, e *batch.Entry) (*batch.Outcome, error) {
		shop, r, err := b.one(ctx, e, m)
		if err != nil {
			return nil, err
		}
		return b.outcome(shop, r, e)
	}
}

// one audits a shop. The run it gives holds what is known of that shop alone.
func (b *batchRun) one(ctx context.Context, e *batch.Entry, m *batch.Manners) (*audit.Shop, *run, error) {
	own := *b.run
	r := &own
	r.crawl.Turn = m
	r.crawl.Foreign = true // whoever made the list is not whoever runs it
	t := target{e.Target, survey.Live}
	x, err := r.listed(t, e)
	if err != nil {
		return nil, nil, err
	}
	r.apart = map[string]*apart{t.name: x}
	shop, err := safeShop(ctx, x.auditor, t, r.reader(t))
	if err != nil { // no crawl gives one for an address that was checked
		shop, err = x.auditor.Shop(ctx, t.name, t.source, unreadable(t, err))
	}
	return shop, r, err
}

// listed is what a list and the configuration know of a shop; the list goes
// first.
func (r *run) listed(t target, e *batch.Entry) (*apart, error) {
	known := *r.shopOf(t)
	shop := e.Shop.Under(known)
	if shop.URL == "" {
		shop.URL = known.URL
	}
	o, err := r.auditOptions(&shop)
	if err != nil {
		return nil, err
	}
	headers, err := r.headersOf(&shop)
	if err != nil {
		return nil, err
	}
	return &apart{shop: &shop, auditor: r.auditor.For(o), headers: headers}, nil
}

// safeShop is an audit in which a panic is an error: one broken shop must not
// end a list of hundreds.
func safeShop(ctx context.Context, a *audit.Auditor, t target, read audit.Reader) (shop *audit.Shop, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("the audit broke: %v", v)
		}
	}()
	return a.Shop(ctx, t.name, t.source, read)
}

// unreadable stands for a shop of which nothing was read.
func unreadable(t target, why error) audit.Reader {
	return func(_ context.Context, sink survey.Sink) (survey.Totals, error) {
		sink.Miss(survey.Unread{URL: t.name, Cause: survey.Unreachable, Detail: why.Error()})
		return survey.Totals{Stopped: "exhausted"}, nil
	}
}

// words puts an audited shop into words.
func (b *batchRun) words(shop *audit.Shop, r *run, e *batch.Entry) *report.Report {
	lang := e.Lang
	if lang == "" {
		lang = b.language()
	}
	shops := []*audit.Shop{shop}
	return report.Build(shops, report.BuildOptions{
		Lang: lang, Version: b.app.version, Book: b.book.Rules, ADR: b.book.ADR, All: b.opts.all,
		Gate: report.GateOptions{FailOn: b.opts.failOn, Unclear: b.opts.unclear},
		Past: b.past(shops), Settings: r.settings([]target{{e.Target, survey.Live}}),
	})
}

// outcome renders the reports of an audited shop.
func (b *batchRun) outcome(shop *audit.Shop, r *run, e *batch.Entry) (*batch.Outcome, error) {
	rep := b.words(shop, r, e).Tidy()
	out := &batch.Outcome{Files: map[string][]byte{}}
	var line bytes.Buffer
	if err := report.JSONLines(&line, rep); err != nil {
		return nil, err
	}
	out.Line = line.Bytes()
	for _, format := range b.opts.formats {
		var buf bytes.Buffer
		if err := report.Write(&buf, format, rep, report.TextOptions{Width: 80, All: b.opts.all}); err != nil {
			return nil, fmt.Errorf("write the %s report: %w", format, err)
		}
		out.Files[format] = buf.Bytes()
	}
	return out, nil
}
