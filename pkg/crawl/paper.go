package crawl

import (
	"context"
	"path"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// paperLink is PaperLink where PDFs are read at all.
func (c *crawl) paperLink(p *page.Page, l page.Link) (words.Guess, bool) {
	if c.o.Paper == nil {
		return words.Guess{}, false
	}
	return p.PaperLink(l)
}

// readPaper turns a PDF into a plain page. It reports false, with s settled,
// when that cannot be done.
func (c *crawl) readPaper(ctx context.Context, s *slot, in *page.Input) bool {
	out, err := page.OnPaper(ctx, *in, c.o.Paper, path.Base(s.at.Path))
	if err != nil {
		if ctx.Err() != nil {
			s.fail(c.judgeError(ctx, context.Cause(ctx)))
		} else {
			s.fail(&verdict{survey.Unreadable, err.Error()})
		}
		return false
	}
	*in = out
	return true
}
