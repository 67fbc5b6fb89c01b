package crawl

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/shoplint/shoplint/pkg/fetch"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// verdict is why an address counts as unread.
type verdict struct {
	cause  survey.Cause
	detail string
}

// fail settles s as unread. Guesses of our own are let go without a word.
func (s *slot) fail(v *verdict) {
	if s.probe {
		return
	}
	s.miss = &survey.Unread{URL: s.url.String(), Cause: v.cause, Detail: v.detail, Guess: s.promise()}
}

// judgeError names the cause of a request without an answer.
func (c *crawl) judgeError(ctx context.Context, err error) *verdict {
	var robots *fetch.Forbidden
	var packed *fetch.BadEncoding
	switch {
	case ctx.Err() != nil && errors.Is(context.Cause(ctx), errBudget):
		return &verdict{survey.Budget, "time budget of " + c.o.Timeout.String() + " is used up"}
	case ctx.Err() != nil:
		return &verdict{survey.Interrupted, "interrupted while it was read"}
	case errors.As(err, &robots):
		return &verdict{survey.Robots, robots.Error()}
	case errors.Is(err, fetch.ErrNotKept):
		return &verdict{survey.NoSource, fetch.Explain(err)}
	case errors.As(err, &packed):
		return &verdict{survey.Unreadable, fetch.Explain(err)}
	}
	return &verdict{survey.Unreachable, fetch.Explain(err)}
}

// judgeAnswer names the cause of an answer that is no page, nil when it can
// be read. 404 and 410 are answers: the page does not exist.
func (c *crawl) judgeAnswer(s *slot, a *answer) *verdict {
	if where := gate(a); where != "" {
		return &verdict{survey.LoginWall, where}
	}
	if w := maintenance(a); w != "" {
		return &verdict{survey.Maintenance, fmt.Sprintf("HTTP %d, %s", a.status, w)}
	}
	if geo(a) {
		return &verdict{survey.Blocked, fmt.Sprintf("HTTP %d, not shown in the country this request came from", a.status)}
	}
	if w := wall(a); w != "" {
		return &verdict{survey.Blocked, fmt.Sprintf("HTTP %d, %s", a.status, w)}
	}
	switch {
	case a.media:
		return &verdict{survey.Unreadable, notHTML(a)}
	case a.status >= 200 && a.status < 300:
		return nil
	case gone(a.status) && s.via != "start":
		return nil
	case a.status == http.StatusUnauthorized:
		return &verdict{survey.Blocked, "HTTP 401: the server asks for a name and a password"}
	case a.status == http.StatusProxyAuthRequired && c.o.Proxy != nil:
		return &verdict{survey.Unreachable, "proxy: it asks for a name and a password"}
	case a.status == http.StatusForbidden, a.status == http.StatusTooManyRequests, a.status == http.StatusUnavailableForLegalReasons:
		return &verdict{survey.Blocked, fmt.Sprintf("HTTP %d", a.status)}
	case a.status == http.StatusServiceUnavailable && closedForWork(a):
		return &verdict{survey.Maintenance, "HTTP 503, the shop says it is being worked on"}
	}
	return &verdict{survey.Unreachable, fmt.Sprintf("HTTP %d", a.status)}
}

func gone(status int) bool { return status == http.StatusNotFound || status == http.StatusGone }

// deadLink is the record of an address that does not exist, nil for one that
// only we thought of.
func (c *crawl) deadLink(s *slot, a *answer) *survey.Record {
	if s.probe || !s.linked {
		return nil
	}
	g := s.promise()
	kind := g.Kind
	if kind == "" {
		kind = words.Other
	}
	return &survey.Record{Page: survey.Page{
		URL: s.at.String(), Status: a.status, Kind: kind, Language: g.Language,
		Depth: s.depth, Via: s.via, Linked: s.linked,
	}}
}

func notHTML(a *answer) string {
	if t := a.header.Get("Content-Type"); t != "" && len(t) < 100 {
		return "not HTML: " + t
	}
	return "not HTML"
}
