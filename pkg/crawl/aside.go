package crawl

import "github.com/shoplint/shoplint/pkg/survey"

// maxAsides bounds the legal pages that are remembered as out of reach.
const maxAsides = 200

// aside is a page that is wanted and was never asked for: the user leaves it
// out, or only a script can show it.
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

// tellAsides hands over the legal pages out of reach while no other page
// answers for them.
func (c *crawl) tellAsides() {
	for _, a := range c.asides {
		if !a.legal() || c.have[a.in()] == 0 {
			c.sink.Miss(survey.Unread{URL: a.address, Cause: a.cause, Detail: a.detail, Guess: a.promise()})
		}
	}
}
