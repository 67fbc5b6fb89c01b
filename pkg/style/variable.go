package style

import (
	"strings"

	"golang.org/x/net/html"
)

// variable is a custom property as it is set.
type variable struct {
	name      string
	value     string // white space joined; names in it keep their case
	important bool
}

// The bounds of a substitution.
const (
	maxVariable = 400 // bytes of a value
	maxLookups  = 64  // of one value
	maxAncestry = 500
)

func newVariable(name, value string) (variable, bool) {
	v := variable{name: name, value: strings.Join(strings.Fields(value), " ")}
	if i := strings.LastIndexByte(v.value, '!'); i >= 0 && strings.EqualFold(strings.TrimSpace(v.value[i+1:]), "important") {
		v.value, v.important = strings.TrimSpace(v.value[:i]), true
	}
	return v, len(v.value) <= maxVariable
}

// unknown stands for a value that cannot be decided; invalid for one that a
// browser finds wrong only when it computes it.
const (
	unknown = "unknown"
	invalid = "\x00"
)

// substitution replaces var() in values, for one element and view.
type substitution struct {
	c     *Cascade
	view  View
	node  *html.Node
	left  int
	chain []string // the properties being computed, to see circles
}

// replace gives a value without var(); invalid when it cannot be computed.
func (s *substitution) replace(value string) string {
	for strings.Contains(value, "var(") {
		if s.left--; s.left < 0 {
			return unknown
		}
		start := strings.Index(value, "var(")
		end := endOf(value[start+3:], '(', ')')
		if end < 0 {
			return invalid
		}
		name, fallback, has := strings.Cut(value[start+4:start+3+end], ",")
		set := s.lookUp(strings.TrimSpace(name), s.node)
		if set == invalid && has {
			set = s.replace(strings.TrimSpace(fallback))
		}
		if set == invalid || set == unknown {
			return set
		}
		value = value[:start] + " " + set + " " + value[start+3+end+1:]
		if len(value) > maxVariable {
			return unknown
		}
	}
	return strings.TrimSpace(value)
}

// lookUp computes a custom property on an element or the nearest one above
// that sets it.
func (s *substitution) lookUp(name string, n *html.Node) string {
	for _, c := range s.chain {
		if c == name {
			return invalid // a circle
		}
	}
	reg, isReg := s.c.property(name)
	none := invalid
	if isReg && reg.initial != "" {
		none = reg.initial
	}
	for i := 0; n != nil && n.Type == html.ElementNode && i < maxAncestry; n, i = n.Parent, i+1 {
		set, found := s.c.Of(n).variable(s.view, name)
		switch {
		case found && !set.sure:
			return unknown
		case !found, set.value == "inherit", set.value == "unset" && (!isReg || reg.inherits), set.value == "revert":
			if isReg && !reg.inherits && set.value != "inherit" {
				return none
			}
			continue
		case set.value == "initial", set.value == "unset":
			return none
		}
		inner := substitution{c: s.c, view: s.view, node: n, left: s.left / 2, chain: append(s.chain, name)}
		out := inner.replace(set.value)
		s.left = min(s.left, inner.left*2+2)
		return out
	}
	return none
}

// property is what @property says of a name; the last sheet wins.
func (c *Cascade) property(name string) (registered, bool) {
	for i := len(c.uses) - 1; i >= 0; i-- {
		if p, ok := c.uses[i].sheet.registered[name]; ok {
			return p, true
		}
	}
	return registered{}, false
}

// setting is the custom property that wins on one element.
type setting struct {
	value string
	rank  rank
	sure  bool
}

// variable finds what an element itself sets a custom property to.
func (o *Own) variable(v View, name string) (best setting, found bool) {
	if o == nil {
		return
	}
	for i := range o.sets {
		s := &o.sets[i]
		sure := s.holds.yes.Has(v)
		if !sure && !s.holds.open.Has(v) {
			continue
		}
		for _, d := range s.vars {
			if d.name != name {
				continue
			}
			r := s.rank
			r.important = d.important
			if !found || !r.less(best.rank) {
				best, found = setting{d.value, r, sure}, true
			}
		}
	}
	return
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
