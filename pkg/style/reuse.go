package style

import (
	"maps"
	"slices"

	"golang.org/x/net/html"
)

// Reuse is a cascade with the same rules for another page. The rules are
// shared: reading a sheet costs more than asking it, and a shop writes the
// same one into every page. Many goroutines may call it at once, once the last
// sheet was added.
func (c *Cascade) Reuse() *Cascade {
	fresh := *c
	fresh.matcher = matcher{}
	fresh.seen = map[*html.Node]*Own{}
	fresh.shared = true
	return &fresh
}

// unshare copies what the rules are found by, before a further sheet is added.
func (c *Cascade) unshare() {
	if !c.shared {
		return
	}
	c.shared = false
	c.Imports, c.others = slices.Clip(c.Imports), slices.Clip(c.others)
	c.variables = maps.Clone(c.variables)
	for _, m := range []*map[string][]*rule{&c.byID, &c.byClass, &c.byTag} {
		*m = maps.Clone(*m)
		for k, list := range *m {
			(*m)[k] = slices.Clip(list)
		}
	}
}
