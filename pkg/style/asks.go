package style

import "strings"

// asksFor says how much of an attribute tells elements apart: its value ('='),
// that it is there ('['), or nothing (0).
func (c *Cascade) asksFor(key string) byte {
	how, ok := c.asked[key]
	if !ok {
		switch {
		case key == "style", c.names('=', key):
			how = '='
		case c.names('[', key):
			how = '['
		}
		c.asked[key] = how
	}
	return how
}

// telling are the classes of a list that some selector names, in their order.
func (c *Cascade) telling(list string) string {
	if t, ok := c.told[list]; ok {
		return t
	}
	var b strings.Builder
	count := 0
	for class := range strings.FieldsFuncSeq(list, blank) {
		if count++; c.names('.', class) {
			b.WriteString(class)
			b.WriteByte(' ')
		}
	}
	t := b.String()
	if count > maxClasses {
		t = list
	}
	c.told[list] = t
	return t
}

// names reports whether a selector of the page may name a class ('.'), an id
// ('#'), an attribute ('[') or the value of one ('=').
func (c *Cascade) names(kind byte, name string) bool {
	h := hashOf(kind, name)
	for i := range c.uses {
		if _, ok := c.uses[i].sheet.names[h]; ok {
			return true
		}
	}
	return false
}

// name keeps what a selector asks elements for.
func (s *Sheet) name(sel *selector) {
	for i := range sel.parts {
		p := &sel.parts[i]
		if p.id != "" {
			s.names[hashOf('#', p.id)] = struct{}{}
		}
		for _, class := range p.classes {
			s.names[hashOf('.', class)] = struct{}{}
		}
	}
	for _, a := range sel.asks {
		s.names[hashOf(a.kind, a.name)] = struct{}{}
	}
	for _, inner := range sel.inner {
		s.name(inner)
	}
}

// ask is an attribute that a selector asks for: whether it is there ('['), or
// what it says ('=').
type ask struct {
	kind byte
	name string
}

// hashOf is a hash that is the same in every run: what a page costs must not
// change from one to the next. Where two names share it, elements that are
// alike may be told apart.
func hashOf(kind byte, name string) uint32 {
	h := uint32(2166136261)
	h = (h ^ uint32(kind)) * 16777619
	for i := range len(name) {
		h = (h ^ uint32(name[i])) * 16777619
	}
	return h ^ h>>15
}
