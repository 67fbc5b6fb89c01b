package style

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Own are the declarations that apply to one element itself, for each view.
// Nothing is inherited in it.
type Own struct {
	set  [views][]candidateValue // the strongest first
	has  [views]uint64           // the properties in it, one bit each
	sets []variables
	lost bool // the page's rules cost too much to decide
}

// variables are the custom properties of one rule on an element.
type variables struct {
	vars  []variable
	rank  rank
	holds verdict
}

// lost is what is known of an element of a page with too many rules.
var lost = &Own{lost: true}

// candidateValue is a declaration that applies, or may.
type candidateValue struct {
	Declaration
	rank   rank
	source string // selector, or "" for the style attribute
	in     string // the name of its sheet
	sure   bool
}

// Value is what is declared for a property. Source names the selector and the
// declaration. Sure is false when it is not certain that it applies.
type Value struct {
	Text   string
	Source string
	Sure   bool
}

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

// substitute replaces var() in the values of an element.
func (c *Cascade) substitute(o *Own, n *html.Node) {
	for v := range views {
		for i := range o.set[v] {
			d := &o.set[v][i]
			if d.Value == "inherit" && !d.Property.inherited() {
				d.Value = c.handedDown(n, v, d.Property)
			}
			if !strings.Contains(d.Value, "var(") {
				continue
			}
			s := substitution{c: c, view: v, node: n, left: maxLookups}
			value := strings.TrimSpace(strings.ToLower(s.replace(d.Value)))
			switch {
			case value == invalid || value != unknown && !valid(d.Property, value):
				value = "unset" // wrong only when computed: weaker declarations are gone by then
			case d.Property == Background && strings.Contains(value, " "):
				if _, _, isColor := ParseColor(value); !isColor {
					value = unknown
				}
			}
			d.Value = value
		}
	}
}

// handedDown is what an element gets where it asks for its parent's value of a
// property that is not inherited by itself.
func (c *Cascade) handedDown(n *html.Node, v View, p Property) string {
	if p == Background || p == BackgroundImage {
		return "inherit" // what is behind shows the same
	}
	if n.Parent == nil || n.Parent.Type != html.ElementNode {
		return "initial"
	}
	value, maybe := c.Of(n.Parent).Get(v, p)
	switch {
	case len(maybe) > 0:
		return unknown
	case value.Text == "" && p == Display:
		return byTag(n.Parent.DataAtom)
	case value.Text == "" || wide(value.Text):
		return "initial"
	}
	return value.Text
}

// byTag is how browsers lay out an element by itself.
func byTag(tag atom.Atom) string {
	switch tag {
	case atom.A, atom.Abbr, atom.B, atom.Cite, atom.Code, atom.Em, atom.Font, atom.I, atom.Label, atom.Mark, atom.S,
		atom.Small, atom.Span, atom.Strong, atom.Sub, atom.Sup, atom.U:
		return "inline"
	case atom.Table:
		return "table"
	case atom.Tbody, atom.Thead, atom.Tfoot:
		return "table-row-group"
	case atom.Tr:
		return "table-row"
	case atom.Td, atom.Th:
		return "table-cell"
	}
	return "block"
}

// Get gives what is declared for a property in a view, and what may override
// it, the strongest first. The first is zero when nothing is declared;
// "revert" leaves what the browser's own sheet says, which is nothing too.
func (o *Own) Get(v View, p Property) (value Value, maybe []Value) {
	if o == nil || o.has[v]>>p&1 == 0 {
		return
	}
	var gone *rank // revert-layer: what is of this layer is passed over
	for i := range o.set[v] {
		w := &o.set[v][i]
		if w.Property != p || gone != nil && w.rank.sameLayer(*gone) {
			continue
		}
		text := w.Value
		if text == "revert-layer" && w.sure {
			gone = &w.rank
			continue
		}
		if text == "revert" || text == "revert-layer" {
			text = ""
		}
		out := Value{Text: text, Source: w.where(), Sure: w.sure}
		if w.sure {
			return out, maybe
		}
		if len(maybe) < 8 {
			maybe = append(maybe, out)
		}
	}
	return value, maybe
}

func (a rank) sameLayer(b rank) bool {
	return a.inline == b.inline && a.layer == b.layer
}

// where names a declaration for a reader.
func (w *candidateValue) where() string {
	if w.source == "" {
		return `style="` + w.Declaration.String() + `"`
	}
	return w.source + " {" + w.Declaration.String() + "} in " + w.in
}
