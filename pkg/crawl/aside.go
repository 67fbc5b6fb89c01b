package crawl

import (
	"fmt"

	"github.com/shoplint/shoplint/pkg/survey"
)

// maxAsides bounds the legal pages that are remembered as out of reach.
const maxAsides = 200

// aside is a page that is wanted and was never asked for: the user leaves it
// out, only a script can show it, or it lies too deep.
type aside struct {
	*candidate
	cause   survey.Cause
	detail  string
	address string // as it is shown, with the fragment that a request has not
}

// setAside remembers a page as out of reach, each address once.
func (c *crawl) setAside(a aside) {
	if c.set[a.address] || len(c.asides) >= maxAsides {
		return
	}
	c.set[a.address] = true
	own := *a.candidate
	own.url = detached(a.url)
	a.candidate = &own
	c.asides = append(c.asides, a)
}

// setDeep remembers the legal pages that only pages at the depth limit link.
func (c *crawl) setDeep(s *slot) {
	for _, l := range s.found.links {
		if k := c.candidate(s, l, "link"); k.legal() && c.front.known[k.key] == nil {
			c.setAside(aside{k, survey.Budget, fmt.Sprintf("more than %d clicks from the start page", c.o.MaxDepth), k.url.String()})
		}
	}
}

// tellAsides hands over the legal pages out of reach while no other page
// answers for them.
func (c *crawl) tellAsides() {
	for _, a := range c.asides {
		if !a.legal() || c.have[a.in()] == 0 {
			c.sink.Miss(survey.Unread{URL: a.address, Cause: a.cause, Detail: a.detail, Guess: a.promise()})
		}
	}
}
