package source

import (
	"context"

	"github.com/shoplint/shoplint/pkg/page"
)

// render gives a page to Options.Render.
func (o Options) render(ctx context.Context, p *page.Page) *page.Page {
	if o.Render == nil {
		return p
	}
	return o.Render(ctx, p)
}
