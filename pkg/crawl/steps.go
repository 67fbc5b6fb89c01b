package crawl

import (
	"context"
	"slices"

	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// The steps of the search, in order, once every known legal page was read and
// something is still wanted. Each gives a wave, or nothing when its places are
// used up.

// planHubs reads pages that lead to legal pages, while one is missing.
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

// planSitemaps reads the sitemaps, once.
func (c *crawl) planSitemaps(ctx context.Context, want survey.Want) []*candidate {
	if c.tried.sitemaps || len(c.missing(want)) == 0 && !c.o.Full && len(c.o.Sitemaps) == 0 {
		return nil
	}
	c.tried.sitemaps = true
	c.searchSitemaps(ctx, c.missing(want))
	if w := c.legalWave(); len(w) > 0 {
		return w
	}
	return append(c.planNeeds(ctx, want), c.planHubs(ctx, want)...)
}

// planProbes tries the usual addresses of the shop software, once.
func (c *crawl) planProbes(_ context.Context, want survey.Want) []*candidate {
	if c.tried.probes {
		return nil
	}
	c.tried.probes = true
	c.addProbes(c.missing(want))
	return c.legalWave()
}

// planNeeds reads one page of each kind that checks ask for, and a few more
// where the first did not answer: of a legal kind whatever they look like, of
// another such as products only from templates that were not read, because the
// next page of one template says no more than the first.
func (c *crawl) planNeeds(_ context.Context, want survey.Want) []*candidate {
	var out []*candidate
	for _, n := range want.Needs {
		limit := perKind
		if n.Sample {
			limit = perSample
		}
		open := c.front.open(func(k *candidate) bool {
			return k.guess.Kind == n.Kind && (n.Kind.Legal() || c.front.read[k.shape] == 0)
		})
		if len(open) == 0 || c.tried.needs[n.Kind] >= limit || slices.Contains(out, open[0]) {
			continue
		}
		c.tried.needs[n.Kind]++
		out = append(out, open[0])
	}
	return out
}

// planTemplates reads one page of each template that none was read of, shop
// pages before others.
func (c *crawl) planTemplates(context.Context, survey.Want) []*candidate {
	if c.tried.template {
		return nil
	}
	c.tried.template = true
	var out []*candidate
	seen := map[string]bool{}
	for _, kind := range []words.Kind{words.Product, words.Category, words.Blog, ""} {
		for _, k := range c.front.pending(c.shallow, maxKnown) {
			if len(out) < maxTemplates && !seen[k.shape] && c.front.read[k.shape] == 0 && (kind == "" || k.guess.Kind == kind) {
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
