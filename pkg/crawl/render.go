package crawl

import (
	"context"

	"github.com/shoplint/shoplint/pkg/page"
)

// render gives a page to Options.Render. Its place among the parsers is free
// meanwhile: a browser takes long and no processor of ours.
func (c *crawl) render(ctx context.Context, p *page.Page) *page.Page {
	if c.o.Render == nil {
		return p
	}
	<-c.o.Parsers
	defer func() { c.o.Parsers <- struct{}{} }()
	return c.o.Render(ctx, p)
}
