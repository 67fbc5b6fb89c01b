package cmd

import (
	"context"
	"fmt"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/shoplint/shoplint/pkg/batch"
	"github.com/shoplint/shoplint/pkg/report"
)

// planPages is how many pages of a shop a dry run reads: the home page and the
// legal pages say who sells.
const planPages = 10

// dryRun says on standard error what would be done, and writes on standard
// output what is detected of each seller.
func (b *batchRun) dryRun(ctx context.Context) error {
	b.tellPlan()
	if b.opts.maxPages == 0 {
		b.crawl.MaxPages = planPages
	}
	spareGC(min(max(b.jobs, 1), len(b.list.Entries)), b.opts.concurrency)
	m := b.manners(nil)
	rows := make([]batch.Row, len(b.list.Entries))
	var g errgroup.Group
	g.SetLimit(max(b.jobs, 1))
	for i := range b.list.Entries {
		g.Go(func() error { return b.detect(ctx, m, &b.list.Entries[i], &rows[i]) })
	}
	if err := g.Wait(); err != nil {
		return err
	}
	if ctx.Err() != nil {
		fmt.Fprintln(b.app.err, "shoplint: interrupted: nothing was written")
		return exit(report.ExitUnclear)
	}
	if err := batch.Profiles(b.app.out, b.list.Entries, rows); err != nil {
		return fmt.Errorf("write to standard output: %w", err)
	}
	return nil
}

// detect reads enough of a shop to say who sells. Shops that share a host or
// an address wait for one another.
func (b *batchRun) detect(ctx context.Context, m *batch.Manners, e *batch.Entry, row *batch.Row) error {
	stay, err := m.Wait(ctx, e.Target)
	if err != nil {
		return nil // interrupted, and told at the end
	}
	defer stay.Leave()
	shop, r, err := b.one(ctx, e, m)
	if err != nil {
		return err
	}
	o := b.words(shop, r, e)
	*row = batch.RowOf(&report.Line{Version: o.Version, Tool: o.Tool, AsOf: o.AsOf, Gate: o.Gate, Shop: o.Shops[0]})
	return nil
}

// tellPlan says what a run would do.
func (b *batchRun) tellPlan() {
	groups, given := map[string]int{}, 0
	for i := range b.list.Entries {
		e := &b.list.Entries[i]
		groups[e.Group]++
		if e.Shop.Country != "" {
			given++
		}
	}
	say := func(format string, args ...any) {
		fmt.Fprintln(b.app.err, "shoplint: plan: "+report.Clean(fmt.Sprintf(format, args...)))
	}
	say("%d shops of %s, %d at once; %d lines named one again", len(b.list.Entries), b.list.Name, max(b.jobs, 1), len(b.list.Joined))
	if len(groups) > 1 {
		say("%d groups", len(groups))
	}
	say("the country of %d is given, the others are detected now: correct the table and give it back as the list", given)
	say("reports in %s, language %s", strings.Join(b.opts.formats, ", "), b.language())
}
