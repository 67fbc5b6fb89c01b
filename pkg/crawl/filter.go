package crawl

import (
	"fmt"

	"github.com/shoplint/shoplint/pkg/survey"
)

// maxBarred bounds the legal pages that are remembered as left out by the user.
const maxBarred = 200

// filter is what the user wants read and left out. It never works in silence:
// the start page is read whatever it says, a legal page it leaves out is
// reported as unread, and how many others it left out is said.
type filter struct {
	include, exclude []Glob
	barred           []*candidate // legal pages, each once
	seen             map[string]bool
	others           int
}

func newFilter(o Options) filter {
	return filter{include: o.Include, exclude: o.Exclude, seen: map[string]bool{}}
}

// bars names the pattern that leaves a candidate out, "" when none does. With
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
	if c.filter.seen[k.key] || c.front.known[k.key] != nil || len(c.filter.seen) >= maxKnown {
		return false
	}
	c.filter.seen[k.key] = true
	switch {
	case !k.wanted():
		c.filter.others++
	case len(c.filter.barred) < maxBarred && !k.probe:
		k.barred = why
		c.filter.barred = append(c.filter.barred, k)
	}
	return false
}

// tellBarred hands over the legal pages that the user left out while no other
// page answers for them, and says what else was left out.
func (c *crawl) tellBarred() {
	for _, k := range c.filter.barred {
		if !k.legal() || c.have[k.in()] == 0 {
			c.sink.Miss(survey.Unread{URL: k.url.String(), Cause: survey.Budget, Detail: "left out by " + k.barred, Guess: k.promise()})
		}
	}
	if n := c.filter.others; n > 0 {
		c.note(fmt.Sprintf("%d addresses were left out by --include and --exclude", n))
	}
	for _, g := range c.filter.exclude {
		if g.Match(c.start) {
			c.note("the start page was read although --exclude " + g.String() + " names it")
			return
		}
	}
}
