package source

import (
	"context"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
)

// inspect lets the checks look at a page, and once more as a browser shows it
// where the first look leaves open what a browser can decide.
func (o Options) inspect(ctx context.Context, p *page.Page, sink survey.Sink) (*page.Page, *survey.Record) {
	p = o.render(ctx, p, nil)
	r := sink.Inspect(p)
	if q := o.render(ctx, p, r); q != p {
		return q, sink.Inspect(q)
	}
	return p, r
}

// render gives a page to Options.Render.
func (o Options) render(ctx context.Context, p *page.Page, r *survey.Record) *page.Page {
	if o.Render == nil || p.Paper {
		return p
	}
	return o.Render(ctx, p, r)
}
