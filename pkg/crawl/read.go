package crawl

import (
	"context"
	"net/url"
	"sync"

	"github.com/shoplint/shoplint/pkg/survey"
)

// slot is one candidate of a wave on its way to a result.
type slot struct {
	*candidate
	at   *url.URL   // the address of the next request
	hops []*url.URL // the addresses before it
	to   *url.URL   // where the last answer sent us

	record *survey.Record
	miss   *survey.Unread
	found  *harvest
}

// read fetches a wave and hands the results over in the wave's order. It goes
// in rounds: all addresses are asked once, then the redirects among the
// answers are settled in order, so which of two addresses that lead to the
// same page is read never depends on which answer came first.
func (c *crawl) read(ctx context.Context, wave []*candidate) {
	slots := make([]*slot, len(wave))
	c.sheets.Wave(len(wave))
	for i, k := range wave {
		slots[i] = &slot{candidate: k, at: k.url}
	}
	for active := slots; len(active) > 0; {
		c.round(ctx, active)
		var again []*slot
		for _, s := range active {
			if s.to != nil && c.turn(s) {
				again = append(again, s)
			}
		}
		active = again
	}
	for _, s := range slots {
		c.markLinked(s)
	}
	for _, s := range slots {
		c.deliver(s)
	}
}

// markLinked tells the pages that s links that a page does: those of the same
// wave were fixed before anybody knew.
func (c *crawl) markLinked(s *slot) {
	if s.found == nil {
		return
	}
	for _, l := range s.found.links {
		if k := c.front.known[c.site.key(l.url)]; k != nil {
			k.linked = true
		}
	}
}

// round gives each slot one request; at most as many run as there are hands.
func (c *crawl) round(ctx context.Context, active []*slot) {
	work := make(chan *slot)
	var wg sync.WaitGroup
	for _, h := range c.hands[:min(len(c.hands), len(active))] {
		wg.Go(func() {
			for s := range work {
				c.visit(ctx, h, s)
			}
		})
	}
	for _, s := range active {
		work <- s
	}
	close(work)
	wg.Wait()
}

// deliver hands one result over; only the goroutine of Run calls it.
func (c *crawl) deliver(s *slot) {
	if s.via == "start" && s.found != nil {
		c.settle(s)
	}
	switch {
	case s.record != nil:
		c.pages++
		s.record.Page.Linked = s.linked
		if c.plat == "" {
			c.plat = s.record.Facts.Platform
		}
		c.sink.Take(s.record)
		if s.found != nil {
			c.front.read[s.shape]++
			c.absorb(s)
		}
	case s.miss != nil:
		c.sink.Miss(*s.miss)
	}
}

// settle fixes which hosts are the shop's once the start page is known.
func (c *crawl) settle(s *slot) {
	c.site.settle(s.at)
	if u := s.found.canonical; u != nil {
		c.site.canonical(u)
	}
	s.final = s.at
	c.front.known[c.site.key(s.at)] = s.candidate
	if s.lang = version(s.at); s.lang == "" {
		s.lang = s.found.language
	}
	c.langs[s.lang] = true
}

func (c *crawl) tell(s *slot) {
	if c.o.OnProgress == nil {
		return
	}
	c.progress.Lock()
	defer c.progress.Unlock()
	c.o.OnProgress(Progress{
		URL: s.at.String(), Purpose: s.purpose, Requests: c.client.Meter.Requests(),
		Pages: c.pages, Bytes: c.client.Meter.Bytes(), MaxRequests: c.o.MaxRequests, MaxPages: c.o.MaxPages,
	})
}
