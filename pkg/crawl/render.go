package crawl

import (
	"context"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
)

// inspect lets the checks look at a page, and once more as a browser shows it
// where the first look leaves open what a browser can decide.
func (c *crawl) inspect(ctx context.Context, p *page.Page) (*page.Page, *survey.Record) {
	p = c.render(ctx, p, nil)
	r := c.sink.Inspect(p)
	if q := c.render(ctx, p, r); q != p {
		return q, c.sink.Inspect(q)
	}
	return p, r
}

// render gives a page to Options.Render. Its place among the parsers is free
// meanwhile: a browser takes long and no processor of ours.
func (c *crawl) render(ctx context.Context, p *page.Page, r *survey.Record) *page.Page {
	if c.o.Render == nil || p.Paper {
		return p
	}
	<-c.o.Parsers
	defer func() { c.o.Parsers <- struct{}{} }()
	return c.o.Render(ctx, p, r)
}
