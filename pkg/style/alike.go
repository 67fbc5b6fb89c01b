package style

import (
	"encoding/binary"
	"strings"

	"golang.org/x/net/html"
)

// likeness is an element as selectors can tell it from others without a look
// at its siblings or at what is in it: its tag, and of its names and
// attributes those that some selector of the page asks for, under an element
// of a likeness. Shops repeat their tiles and menus; what is found out about
// one link in them holds for all that are like it.
type likeness struct {
	own   *Own // of every element like this, once known; never, when a selector looked further
	known bool
	names *above // of the element and those above it, once asked for
}

// likeKey tells elements of the same parent apart.
type likeKey struct {
	above            *likeness
	tag, id, classes string
	rest             string // attributes that are asked for, and the style attribute
}

// facts are what is known of one element.
type facts struct {
	like  *likeness
	own   *Own
	known bool
	alone bool // its declarations hang on where it stands among others
}

// of gives what is known of an element, with those above it.
func (c *Cascade) of(n *html.Node) *facts {
	if e := c.seen[n]; e != nil {
		return e
	}
	var path []*html.Node
	var above *likeness
	for ; n != nil && n.Type == html.ElementNode; n = n.Parent {
		if e := c.seen[n]; e != nil {
			above = e.like
			break
		}
		path = append(path, n)
	}
	var e *facts
	for i := len(path) - 1; i >= 0; i-- {
		e = &facts{like: c.like(path[i], above)}
		c.seen[path[i]] = e
		above = e.like
	}
	return e
}

// like finds the likeness of an element.
func (c *Cascade) like(n *html.Node, above *likeness) *likeness {
	key := likeKey{above: above, tag: n.Data}
	rest := c.scrap[:0]
	for i := range n.Attr {
		a := &n.Attr[i]
		switch a.Key {
		case "id":
			if c.names('#', a.Val) {
				key.id = a.Val
			}
		case "class":
			key.classes = c.telling(a.Val)
		}
		switch c.asksFor(a.Key) {
		case '=':
			rest = append(append(append(append(rest, a.Key...), '='), a.Val...), 0)
		case '[':
			rest = append(append(rest, a.Key...), 0)
		}
	}
	c.scrap = rest
	key.rest = string(rest)
	l := c.likes[key]
	if l == nil {
		l = &likeness{}
		c.likes[key] = l
	}
	return l
}

// Of gives the declarations of an element; nil when there is none.
func (c *Cascade) Of(n *html.Node) *Own {
	if n.Type != html.ElementNode {
		return nil
	}
	e := c.of(n)
	switch {
	case e.known:
		return e.own
	case e.like.known:
		e.own, e.known = e.like.own, true
		return e.own
	}
	c.matcher.further = false
	o := c.compute(n)
	alone := c.matcher.further
	e.own, e.known = o, true
	if o != nil && !o.lost && o.borrows() {
		c.substitute(o, n)
		alone = alone || c.amongAlone(n)
	}
	if e.alone = alone; !alone && o != lost {
		e.like.own, e.like.known = o, true
	}
	return o
}

// amongAlone reports whether the declarations of an element above one hang on
// where that stands, so that what is taken from it does too.
func (c *Cascade) amongAlone(n *html.Node) bool {
	for p := n.Parent; p != nil && p.Type == html.ElementNode; p = p.Parent {
		if c.Of(p); c.of(p).alone {
			return true
		}
	}
	return false
}

// applied is a rule that applies to an element, or may.
type applied struct {
	rule  *rule
	at    int // the use of its sheet
	holds verdict
}

// signed gives the declarations of an element from the rules that apply to it.
// Elements with the same rules have the same, but where a value is taken from
// what stands around them.
func (c *Cascade) signed(list []applied, inlined string) *Own {
	key := c.scrap[:0]
	for i := range list {
		a := &list[i]
		key = binary.LittleEndian.AppendUint32(key, uint32(a.rule.order))
		key = append(key, byte(a.at), byte(a.at>>8), byte(a.holds.yes), byte(a.holds.open))
	}
	key = append(key, inlined...)
	c.scrap = key
	if o, ok := c.signs[string(key)]; ok {
		return o
	}
	o := c.compose(list, inlined)
	if o == nil || !o.borrows() {
		c.signs[string(key)] = o
	}
	return o
}

// borrows reports whether a value is taken from what is around the element.
func (o *Own) borrows() bool {
	for v := range o.set {
		for i := range o.set[v] {
			if d := &o.set[v][i]; strings.Contains(d.Value, "var(") || d.Value == "inherit" && !d.Property.inherited() {
				return true
			}
		}
	}
	return false
}
