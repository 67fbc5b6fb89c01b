package style

import (
	"slices"

	"golang.org/x/net/html"
)

// compute matches the page's rules with an element.
func (c *Cascade) compute(n *html.Node) *Own {
	if c.matcher.broke() {
		return lost
	}
	list := c.applied[:0]
	c.about(n, func(at int, r *rule) {
		a := c.matcher.match(r.sel, n)
		if a == no {
			return
		}
		holds := r.holds.and(c.uses[at].scope.holds)
		if a == open {
			holds = verdict{open: holds.yes | holds.open}
		}
		if holds.yes|holds.open != 0 {
			list = append(list, applied{r, at, holds})
		}
	})
	c.applied = list
	if c.matcher.broke() {
		return lost
	}
	return c.signed(list, attr(n, "style"))
}

// compose puts the declarations of rules, and of a style attribute, together.
func (c *Cascade) compose(list []applied, inlined string) *Own {
	o := &Own{}
	for v := range o.set {
		o.set[v] = c.scratch[v][:0]
	}
	for _, a := range list {
		o.take(a.rule, rank{layer: c.layerOf(a.at, a.rule), weight: a.rule.sel.weight, sheet: a.at, order: a.rule.order}, c.uses[a.at].name, a.holds)
	}
	var decls []Declaration
	var vars []variable
	if inlined != "" {
		decls, vars = inline(inlined)
		o.take(&rule{decls: decls, vars: vars}, rank{inline: true, layer: unlayered}, "", always)
	}
	c.keep(o)
	if len(list)+len(decls)+len(vars) == 0 {
		return nil
	}
	return o
}

// take puts the declarations of a rule among those of the element.
func (o *Own) take(r *rule, k rank, in string, holds verdict) {
	if len(r.vars) > 0 {
		o.sets = append(o.sets, variables{r.vars, k, holds})
	}
	source := ""
	if r.sel != nil {
		source = r.sel.text
	}
	for _, d := range r.decls {
		k.important = d.Important
		for v := range views {
			if sure := holds.yes.Has(v); sure || holds.open.Has(v) {
				o.set[v] = append(o.set[v], candidateValue{d, k, source, in, sure})
			}
		}
	}
}

// keep sorts what was taken and copies what counts of it out of the scratch
// list, which is used again.
func (c *Cascade) keep(o *Own) {
	for v := range o.set {
		c.scratch[v] = o.set[v]
	}
	o.sort()
}

// sort brings the strongest to the front; of equals the last was declared
// last.
func (o *Own) sort() {
	for v := range o.set {
		slices.Reverse(o.set[v])
		slices.SortStableFunc(o.set[v], func(a, b candidateValue) int {
			switch {
			case b.rank.less(a.rank):
				return -1
			case a.rank.less(b.rank):
				return 1
			}
			return 0
		})
		o.set[v] = counting(o.set[v])
		for i := range o.set[v] {
			o.has[v] |= 1 << o.set[v][i].Property
		}
	}
}

// counting leaves out what a sure declaration above it keeps from mattering:
// nothing, where a layer is rolled back and more of it may be passed over.
func counting(list []candidateValue) []candidateValue {
	var settled, reverts [properties]bool
	kept := 0
	for _, c := range list {
		if settled[c.Property] {
			continue
		}
		reverts[c.Property] = reverts[c.Property] || c.Value == "revert-layer"
		settled[c.Property] = c.sure && !reverts[c.Property]
		list[kept] = c
		kept++
	}
	return slices.Clone(list[:kept])
}
