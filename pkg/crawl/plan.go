package crawl

import (
	"context"
	"slices"

	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// How much of each sort is read before a verdict.
const (
	maxVersions  = 4  // language versions
	perKind      = 3  // pages of one legal kind in one language
	maxHubs      = 4  // service pages
	hubsAtOnce   = 2  // … of them before looking whether they led anywhere
	maxTemplates = 6  // templates a page is read of
	smallShop    = 12 // pages: a shop this small is read whole before something is called missing
	fullWave     = 24 // pages of one wave when everything is read: their links are held until it ends
)

// plan fixes the next wave: the addresses, in the order their pages will be
// handed over. It is empty when the crawl is at its end.
func (c *crawl) plan(ctx context.Context) []*candidate {
	if len(c.later) > 0 {
		return c.chunk(c.later)
	}
	want := c.sink.Want()
	c.addFollows(want)
	if w := c.firstWaves(); len(w) > 0 {
		return c.fix(w)
	}
	if w := c.planTongues(ctx, want); len(w) > 0 {
		return c.fix(w)
	}
	if len(c.o.Sitemaps) > 0 { // somebody took the trouble to name one
		if w := c.planSitemaps(ctx, want); len(w) > 0 {
			return c.fix(w)
		}
	}
	if want.Enough && !c.o.Full {
		if w := c.planSamples(want); len(w) > 0 {
			return c.fix(w)
		}
		c.totals.Stopped = "enough"
		return nil
	}
	for _, step := range []func(context.Context, survey.Want) []*candidate{c.planNeeds, c.planHubs, c.planSitemaps, c.planProbes, c.planTemplates, c.planRest} {
		if w := step(ctx, want); len(w) > 0 || ctx.Err() != nil {
			return c.fix(w)
		}
	}
	c.totals.Searched = true
	switch {
	case c.totals.Stopped != "":
	case c.front.dropped:
		c.totals.Stopped, c.over = "budget", "more addresses than are remembered"
	default:
		c.totals.Stopped = "exhausted"
	}
	return nil
}

// firstWaves are what is always read: the start page, what checks asked for,
// language versions, and every known legal page.
func (c *crawl) firstWaves() []*candidate {
	home := c.front.pending(func(k *candidate) bool { return k.via == "start" || k.follow || k.version && c.newVersion(k) }, 2*maxVersions)
	if len(home) > 0 {
		return home
	}
	return c.legalWave()
}

// newVersion books a place for a language; the start page's own counts.
func (c *crawl) newVersion(k *candidate) bool {
	if c.langs[k.lang] || len(c.langs) >= maxVersions {
		k.version = false
		return false
	}
	c.langs[k.lang] = true
	return true
}

// legalWave is one page of each legal kind and language that is not answered
// yet, then further ones whose label promises the same kind.
func (c *crawl) legalWave() []*candidate {
	var first, more []*candidate
	booked := map[kindIn]int{}
	for _, k := range c.front.open((*candidate).legal) {
		at := k.in()
		switch n := booked[at] + c.have[at]; {
		case n == 0:
			first = append(first, k)
		case n < perKind && k.guess.Score >= 0.8:
			more = append(more, k)
		default:
			continue
		}
		booked[at]++
	}
	return append(first, more...)
}

// missing lists the legal kinds no page answers for in the shop's own
// language, and what checks still ask for.
func (c *crawl) missing(want survey.Want) []words.Kind {
	var out []words.Kind
	for _, k := range words.LegalKinds {
		if !c.answered(k) {
			out = append(out, k)
		}
	}
	for _, n := range want.Needs {
		if !n.Sample && n.Kind != words.Home && !slices.Contains(out, n.Kind) {
			out = append(out, n.Kind)
		}
	}
	return out
}

func (c *crawl) answered(k words.Kind) bool {
	for at := range c.have {
		if at.kind == k {
			return true
		}
	}
	return false
}

// fix settles a wave: what the page budget allows is claimed, the rest stays
// open and ends the crawl.
func (c *crawl) fix(wave []*candidate) []*candidate {
	if room := c.o.MaxPages - c.asked; len(wave) > room {
		c.totals.Stopped, c.over = "budget", "page budget is used up"
		wave = wave[:max(0, room)]
	}
	for _, k := range wave {
		k.taken = true
		c.front.shapes[k.shape]++
	}
	c.asked += len(wave)
	return c.chunk(wave)
}

// chunk is the part of a settled wave that is read next: no more pages than
// the bytes left would hold, were each as large as it may be, so that how far
// a budget reaches is known before the first page is asked for. The rest is
// read behind it; with nothing left it stays unread, and the crawl ends.
func (c *crawl) chunk(wave []*candidate) []*candidate {
	if why := c.spent(); why != "" && len(wave) > 0 {
		c.totals.Stopped, c.over, c.later = "budget", why, wave
		return nil
	}
	n := min(len(wave), int((c.o.MaxBytes-c.client.Meter.Bytes())/c.o.BodyLimit)+1)
	c.later = wave[n:]
	return wave[:n]
}

// reopen gives the settled part of a wave that was never asked for back to the
// frontier.
func (c *crawl) reopen() {
	for _, k := range c.later {
		k.taken, c.front.head = false, 0
	}
	c.later = nil
}

// spent names the budget of requests or bytes that is used up, "" when none is.
func (c *crawl) spent() string {
	switch {
	case c.client.Meter.Requests() >= c.o.MaxRequests:
		return "request budget is used up"
	case c.client.Meter.Bytes() >= c.o.MaxBytes:
		return "byte budget is used up"
	}
	return ""
}

func (c *crawl) addFollows(want survey.Want) {
	for _, f := range want.Follow {
		if u, err := c.start.Parse(f.URL); err == nil && (u.Scheme == "http" || u.Scheme == "https") {
			u = tidy(u)
			c.offer(&candidate{url: u, key: c.site.key(u), via: "follow", purpose: f.Purpose, follow: true, linked: true, guess: words.Guess{}})
		}
	}
}
