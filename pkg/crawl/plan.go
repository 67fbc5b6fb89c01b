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
	fullWave     = 64 // pages of one wave when everything is read
)

// plan fixes the next wave: the addresses, in the order their pages will be
// handed over. It is empty when the crawl is at its end.
func (c *crawl) plan(ctx context.Context) []*candidate {
	want := c.sink.Want()
	c.addFollows(want)
	if w := c.firstWaves(); len(w) > 0 {
		return c.fix(w)
	}
	if want.Enough && !c.o.Full {
		c.totals.Stopped = "enough"
		return nil
	}
	for _, step := range []func(context.Context, survey.Want) []*candidate{c.planNeeds, c.planHubs, c.planSitemaps, c.planProbes, c.planTemplates, c.planRest} {
		if w := step(ctx, want); len(w) > 0 || ctx.Err() != nil {
			return c.fix(w)
		}
	}
	c.totals.Searched = true
	if c.totals.Stopped == "" {
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
		if n.Kind != words.Home && !slices.Contains(out, n.Kind) {
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

func (c *crawl) planHubs(_ context.Context, want survey.Want) []*candidate {
	var out []*candidate
	if c.tried.hubs >= maxHubs || len(c.missing(want)) == 0 {
		return nil
	}
	for _, kind := range hubKinds {
		for _, k := range c.front.open(byKind(kind)) {
			if len(out) < hubsAtOnce && c.tried.hubs+len(out) < maxHubs {
				out = append(out, k)
			}
			break // one of each kind
		}
	}
	c.tried.hubs += len(out)
	return out
}

func (c *crawl) planSitemaps(ctx context.Context, want survey.Want) []*candidate {
	if c.tried.sitemaps || len(c.missing(want)) == 0 && !c.o.Full {
		return nil
	}
	c.tried.sitemaps = true
	c.searchSitemaps(ctx, c.missing(want))
	if w := c.legalWave(); len(w) > 0 {
		return w
	}
	return append(c.planNeeds(ctx, want), c.planHubs(ctx, want)...)
}

func (c *crawl) planProbes(_ context.Context, want survey.Want) []*candidate {
	if c.tried.probes {
		return nil
	}
	c.tried.probes = true
	c.addProbes(c.missing(want))
	return c.legalWave()
}

// planNeeds reads one page of each kind that checks ask for, and a few more
// where the first did not answer.
func (c *crawl) planNeeds(_ context.Context, want survey.Want) []*candidate {
	var out []*candidate
	for _, n := range want.Needs {
		open := c.front.open(byKind(n.Kind))
		if len(open) == 0 || c.tried.needs[n.Kind] >= perKind || slices.Contains(out, open[0]) {
			continue
		}
		c.tried.needs[n.Kind]++
		out = append(out, open[0])
	}
	return out
}

// planTemplates reads one page of each template, shop pages before others.
func (c *crawl) planTemplates(context.Context, survey.Want) []*candidate {
	if c.tried.template {
		return nil
	}
	c.tried.template = true
	var out []*candidate
	seen := map[string]bool{}
	for _, kind := range []words.Kind{words.Product, words.Category, words.Blog, ""} {
		for _, k := range c.front.pending(c.shallow, maxKnown) {
			if len(out) < maxTemplates && !seen[k.shape] && (kind == "" || k.guess.Kind == kind) {
				seen[k.shape] = true
				out = append(out, k)
			}
		}
	}
	return out
}

func (c *crawl) shallow(k *candidate) bool { return k.depth <= c.o.MaxDepth && !k.probe }

// planRest reads on breadth-first: a small shop to its end, a large one only
// when everything is asked for.
func (c *crawl) planRest(context.Context, survey.Want) []*candidate {
	c.totals.Searched = true
	room := smallShop - c.pages
	if c.o.Full {
		room = fullWave
	}
	per := map[string]int{}
	out := c.front.pending(func(k *candidate) bool {
		if !c.shallow(k) || c.front.shapes[k.shape]+per[k.shape] >= c.o.PagesPerTemplate {
			return false
		}
		per[k.shape]++
		return true
	}, maxKnown)
	slices.SortStableFunc(out, func(a, b *candidate) int { return a.depth - b.depth })
	return out[:max(0, min(room, len(out)))]
}

// fix settles a wave: what the budgets allow is claimed, the rest stays open
// and ends the crawl.
func (c *crawl) fix(wave []*candidate) []*candidate {
	room := c.o.MaxPages - c.asked
	if c.client.Meter.Bytes() >= c.o.MaxBytes {
		room = 0
	}
	if len(wave) > room {
		c.totals.Stopped = "budget"
		wave = wave[:max(0, room)]
	}
	for _, k := range wave {
		k.taken = true
		c.front.shapes[k.shape]++
	}
	c.asked += len(wave)
	return wave
}

func (c *crawl) addFollows(want survey.Want) {
	for _, f := range want.Follow {
		if u, err := c.start.Parse(f.URL); err == nil && (u.Scheme == "http" || u.Scheme == "https") {
			u = tidy(u)
			c.front.add(&candidate{url: u, key: c.site.key(u), via: "follow", purpose: f.Purpose, follow: true, linked: true, guess: words.Guess{}})
		}
	}
}

// spent says which budget ended the crawl.
func (c *crawl) spent() string {
	if c.client.Meter.Bytes() >= c.o.MaxBytes {
		return "byte budget is used up"
	}
	return "page budget is used up"
}
