package crawl

import (
	"fmt"

	"github.com/shoplint/shoplint/pkg/survey"
)

// filter is what the user wants read and left out. It never works in silence:
// the start page is read whatever it says, a legal page it leaves out is
// reported as unread, and how many others it left out is said.
type filter struct {
	include, exclude []Glob
	out              map[string]bool // keys left out
	others           int             // … of them no legal pages
}

func newFilter(o Options) filter {
	return filter{include: o.Include, exclude: o.Exclude, out: map[string]bool{}}
}

// bars names the flag that leaves a candidate out, "" when none does. With
// --include legal pages are read all the same: a verdict needs them.
func (f *filter) bars(k *candidate) string {
	for _, g := range f.exclude {
		if g.Match(k.url) {
			return "--exclude " + g.String()
		}
	}
	if len(f.include) == 0 || k.legal() || k.via == "start" || k.follow {
		return ""
	}
	for _, g := range f.include {
		if g.Match(k.url) {
			return ""
		}
	}
	return "--include"
}

// offer adds a candidate to the frontier unless the user leaves it out. It
// reports whether the candidate is new there.
func (c *crawl) offer(k *candidate) bool {
	why := c.filter.bars(k)
	if why == "" {
		return c.front.add(k) != nil
	}
	f := &c.filter
	if c.front.known[k.key] != nil || len(f.out) >= maxKnown {
		return false
	}
	if k.wanted() && !k.probe {
		c.setAside(aside{k, survey.Budget, "left out by " + why, k.url.String()})
	} else if !f.out[k.key] {
		f.others++
	}
	f.out[k.key] = true
	return false
}

// tellFilter says what the flags did.
func (c *crawl) tellFilter() {
	if n := c.filter.others; n > 0 {
		c.note(fmt.Sprintf("addresses left out by --include and --exclude: %d", n))
	}
	for _, g := range c.filter.exclude {
		if g.Match(c.start) {
			c.note("the start page was read although it is left out: --exclude " + g.String())
			return
		}
	}
}
