package crawl

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// redirect is the address an answer sends a visitor to, nil when it sends
// nowhere.
func redirect(from *url.URL, a *answer) *url.URL {
	switch a.status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
	default:
		return nil
	}
	to := a.header.Get("Location")
	if to == "" || len(to) > maxAddress {
		return nil
	}
	u, err := from.Parse(strings.TrimSpace(to))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" {
		return nil
	}
	return hop(u)
}

// hop is tidy for a redirect target, but its query is left alone: a cookie
// wall may hide its way back in any parameter.
func hop(u *url.URL) *url.URL {
	t := tidy(u)
	t.RawQuery = u.RawQuery
	return t
}

// turn decides whether s goes on to where its answer sent it. What is read
// already, under whichever address, is not read again.
func (c *crawl) turn(s *slot) bool {
	from, to := s.at, s.to
	s.to = nil
	s.hops = append(s.hops, from)
	start := s.via == "start"
	switch {
	case looped(s, to):
		s.fail(c.judgeLoop(s, to))
	case len(s.hops) > c.o.MaxHops:
		s.fail(&verdict{survey.Unreachable, fmt.Sprintf("more than %d redirects", c.o.MaxHops)})
	case !start && !s.follow && !c.site.same(to):
		s.fail(&verdict{survey.Unreachable, "redirects to another site: " + to.Host})
	case c.door(to) != "":
		s.fail(&verdict{survey.LoginWall, c.door(to)})
	case !c.front.claim(c.site.key(to), s.candidate):
		return false // an alias of a page that has its own record
	default:
		if start && !s.follow && !c.site.same(to) && registrable(from) != registrable(to) {
			c.note("the start page redirects to another site: " + to.Host)
		}
		if from.Scheme == "https" && to.Scheme == "http" {
			c.note("an https address redirects to http: " + from.Host)
		}
		s.at = to
		return true
	}
	return false
}

// looped reports whether an address comes back a second time (once is how
// shops set a cookie and send the visitor back), or one path again and again
// under queries that only count.
func looped(s *slot, to *url.URL) bool {
	same, path := 0, 0
	for _, h := range s.hops {
		if h.Host == to.Host && h.Path == to.Path {
			path++
			if *h == *to {
				same++
			}
		}
	}
	return same > 1 || path > 4
}

// door names the wall a redirect ends at, "" when it is none.
func (c *crawl) door(to *url.URL) string {
	if strings.TrimSuffix(to.Path, "/") == "/password" {
		return "the shop asks every visitor for a password (" + to.Path + ")"
	}
	if c.o.Book == nil {
		return ""
	}
	if g := c.o.Book.Slug(to.Path); g.Score >= 0.7 && (g.Kind == words.Login || g.Kind == words.Account) {
		return "redirects to a login: " + to.Path
	}
	return ""
}

func chain(hops []*url.URL, to *url.URL) string {
	var b strings.Builder
	for _, h := range hops[max(0, len(hops)-3):] {
		b.WriteString(h.RequestURI() + " -> ")
	}
	return b.String() + to.RequestURI()
}

func (c *crawl) note(s string) {
	if !slices.Contains(c.totals.Notes, s) && len(c.totals.Notes) < 20 {
		c.totals.Notes = append(c.totals.Notes, s)
	}
}
