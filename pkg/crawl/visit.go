package crawl

import (
	"context"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// visit makes one request for s and settles what the answer means.
func (c *crawl) visit(ctx context.Context, h *hand, s *slot) {
	if ctx.Err() != nil {
		s.fail(c.judgeError(ctx, context.Cause(ctx)))
		return
	}
	c.tell(s)
	s.to = nil
	a, err := h.get(ctx, s.at.String(), c.o.Paper != nil && s.wanted())
	if err != nil {
		s.fail(c.judgeError(ctx, err))
		return
	}
	if to := redirect(s.at, a); to != nil {
		s.to = to
		return
	}
	if v := c.judgeAnswer(s, a); v != nil {
		s.fail(v)
		return
	}
	switch {
	case gone(a.status):
		s.record = c.deadLink(s, a)
	default:
		c.parse(ctx, s, a)
	}
}

// parse reads the page and lets the checks look at it, with as many trees
// alive as there are places. A panic costs one page, not the run.
func (c *crawl) parse(ctx context.Context, s *slot, a *answer) {
	select {
	case c.o.Parsers <- struct{}{}:
	case <-ctx.Done():
		s.fail(c.judgeError(ctx, context.Cause(ctx)))
		return
	}
	defer func() {
		<-c.o.Parsers
		if p := recover(); p != nil {
			s.record, s.found = nil, nil
			s.fail(&verdict{survey.Unreadable, "the page broke the reader"})
		}
	}()
	in := c.input(s, a)
	if c.o.Paper != nil && page.IsPaper(a.body) && !c.readPaper(ctx, s, &in) {
		return
	}
	p, err := page.Parse(in, c.o.Book)
	if err != nil {
		if s.wanted() || s.via != "link" {
			s.fail(&verdict{survey.Unreadable, notHTML(a)})
		}
		return
	}
	p, s.record = c.inspect(ctx, p)
	s.found = c.harvest(s, p)
	if v := c.judgePage(s, p); v != nil {
		s.record, s.found = nil, nil
		s.fail(v)
	}
	p.Free()
}

func (c *crawl) input(s *slot, a *answer) page.Input {
	in := page.Input{
		URL: s.at.String(), Requested: s.url.String(), Status: a.status, Header: a.header,
		Body: a.body, Truncated: a.trace.Truncated, Via: s.via, Purpose: s.purpose,
		Depth: s.depth, Linked: s.linked, Hint: s.promise(), Sheets: c.sheets,
	}
	for _, h := range s.hops {
		in.Hops = append(in.Hops, h.String())
	}
	if s.via == "start" && s.guess == homeGuess { // the address decides what it is
		in.Hint = words.Guess{}
	}
	return in
}
