// Package crawl is the live source: it reads a shop in waves, what matters
// first, and stops when nothing is left that could matter. It is the only user
// of colly, which is its fetcher.
package crawl

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"sync"
	"time"

	"github.com/shoplint/shoplint/pkg/fetch"
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// errBudget is the cause of the context once the shop's time is used up.
var errBudget = errors.New("time budget is used up")

// crawl is one shop being read. All fields but those of the workers belong to
// the goroutine that called Run; workers read them only while it waits.
type crawl struct {
	o      Options
	sink   survey.Sink
	client *fetch.Client
	hands  []*hand
	sheets *page.Sheets

	start  *url.URL
	site   site
	front  frontier
	filter filter
	asides []aside
	set    map[string]bool // addresses among the asides
	have   map[kindIn]int  // pages of a legal kind that answer for it
	langs  map[string]bool
	papers int          // legal texts in PDF that were offered
	pages  int          // records handed over
	asked  int          // addresses put into waves
	later  []*candidate // of a wave that was settled
	over   string       // the budget that ended the crawl
	plat   string
	tried  tried
	totals survey.Totals

	progress sync.Mutex
}

// tried remembers which places of the search were looked at.
type tried struct {
	hubs     int
	sitemaps bool
	probes   bool
	template bool
	needs    map[words.Kind]int
	tongues  map[string]int
}

// Run reads the shop at start and hands what it finds to sink. The error is
// for a start that is no address; whatever goes wrong with a shop goes to
// sink.Miss. When ctx ends the crawl stops within a second.
func Run(ctx context.Context, start string, opts Options, sink survey.Sink) (survey.Totals, error) {
	u, auth, err := parseStart(start)
	if err != nil {
		return survey.Totals{}, fmt.Errorf("read start address: %w", err)
	}
	if opts.BasicAuth == nil {
		opts.BasicAuth = auth
	}
	opts = opts.withDefaults(u)
	limited, cancel := context.WithTimeoutCause(ctx, opts.Timeout, errBudget)
	defer cancel()
	c := newCrawl(u, opts, sink)
	defer c.client.Close()
	c.sheets = newSheets(limited, c)
	c.run(limited)
	c.finish(ctx, limited)
	return c.totals, nil
}

func newCrawl(u *url.URL, o Options, sink survey.Sink) *crawl {
	c := &crawl{o: o, sink: sink, start: u, have: map[kindIn]int{}, langs: map[string]bool{}, set: map[string]bool{}}
	c.tried = tried{needs: map[words.Kind]int{}, tongues: map[string]int{}}
	c.client = fetch.New(o.fetch(u))
	for range o.Concurrency {
		c.hands = append(c.hands, newHand(c.client.HTTP(), c.hands))
	}
	c.site = newSite(u)
	c.front, c.filter = newFrontier(o), newFilter(o)
	c.tellWay()
	return c
}

// parseStart reads the address of a shop. A password in it is taken out, so
// that it is never part of an address that is shown.
func parseStart(s string) (*url.URL, *url.Userinfo, error) {
	u, err := url.Parse(s)
	if err != nil {
		return nil, nil, err
	}
	if u.Scheme != "http" && u.Scheme != "https" {
		return nil, nil, fmt.Errorf("scheme %q is neither http nor https", u.Scheme)
	}
	if u.Hostname() == "" {
		return nil, nil, errors.New("host is missing")
	}
	auth := u.User
	return tidy(u), auth, nil
}

// run reads wave after wave until the plan is empty.
func (c *crawl) run(ctx context.Context) {
	c.front.add(&candidate{url: c.start, key: c.site.key(c.start), guess: homeGuess, via: "start", purpose: "start page", linked: true})
	c.addSeeds()
	for ctx.Err() == nil {
		wave := c.plan(ctx)
		if len(wave) == 0 {
			return
		}
		c.read(ctx, wave)
	}
}

// finish names why the crawl ended and hands over what it leaves unread.
func (c *crawl) finish(outer, limited context.Context) {
	c.reopen()
	c.totals.Requests, c.totals.Bytes = c.client.Meter.Requests(), c.client.Meter.Bytes()
	switch {
	case outer.Err() != nil:
		c.totals.Stopped, c.totals.Interrupted = "interrupted", true
		c.leave(survey.Interrupted, "interrupted before it was read")
	case limited.Err() != nil:
		c.totals.Stopped = "timeout"
		c.leave(survey.Budget, "time budget of "+c.o.Timeout.Round(time.Millisecond).String()+" is used up")
	case c.totals.Stopped == "budget":
		c.leave(survey.Budget, c.over)
	}
	c.tellAsides()
	c.tellFilter()
}

// leave hands over every wanted page that was not read: of a legal kind only
// while no other page answers for it.
func (c *crawl) leave(cause survey.Cause, detail string) {
	for _, k := range c.front.open((*candidate).wanted) {
		if k.probe || k.legal() && c.have[k.in()] > 0 {
			continue
		}
		c.sink.Miss(survey.Unread{URL: k.url.String(), Cause: cause, Detail: detail, Guess: k.promise()})
	}
}
