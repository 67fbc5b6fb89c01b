package crawl

import (
	"context"
	"slices"

	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// How much is read for a sample, a kind of page that not every shop has.
const (
	perSample    = 2 // pages, should the first not be what its link promised
	blindSamples = 2 // templates nobody knows the kind of, while a kind every shop has is missing
)

// planSamples reads one page of each kind that is wanted and that a link
// promises. A kind that no link promises may stand behind a service page: the
// best one is read. Products and categories stand behind addresses that say
// nothing: the templates with the most addresses are looked at. Nothing else
// is searched for a sample.
func (c *crawl) planSamples(want survey.Want) []*candidate {
	if out := c.planNeeds(context.Background(), want); len(out) > 0 {
		return out
	}
	var hidden, shown bool
	for _, n := range want.Needs {
		switch n.Kind {
		case words.Product, words.Category:
			shown = true
		case words.Cart, words.Checkout, words.Account, words.Login, words.Search, words.Home:
		default:
			hidden = true
		}
	}
	if hidden && c.tried.hubs == 0 {
		if w := c.bestHub(); w != nil {
			c.tried.hubs++
			return []*candidate{w}
		}
	}
	if shown && !c.tried.template {
		c.tried.template = true
		return c.largestTemplates(blindSamples)
	}
	return nil
}

// bestHub is the first service page that is known and not read, nil for none.
func (c *crawl) bestHub() *candidate {
	for _, kind := range hubKinds {
		if open := c.front.open(byKind(kind)); len(open) > 0 {
			return open[0]
		}
	}
	return nil
}

// largestTemplates is one page of each of the n templates with the most known
// addresses, of those whose addresses say no kind and of which none was read:
// goods are what a shop links most.
func (c *crawl) largestTemplates(n int) []*candidate {
	first, size := map[string]*candidate{}, map[string]int{}
	var order []string
	for _, k := range c.front.pending(c.shallow, maxKnown) {
		if k.guess.Kind != "" || c.front.read[k.shape] > 0 {
			continue
		}
		if size[k.shape]++; size[k.shape] == 1 {
			first[k.shape] = k
			order = append(order, k.shape)
		}
	}
	slices.SortStableFunc(order, func(a, b string) int { return size[b] - size[a] })
	var out []*candidate
	for _, s := range order[:min(n, len(order))] {
		out = append(out, first[s])
	}
	return out
}
