package style

import (
	"strings"

	"golang.org/x/net/html"
)

// entry is a rule where elements it may be about are looked up, with what must
// stand above such an element. Most rules of a theme are about links in blocks
// that a page does not have: they are passed over without a walk to the root.
type entry struct {
	*rule
	above [maxAbove]uint16 // bits; 0 is always set
}

const (
	maxAbove  = 4    // bits asked for, of one selector
	aboveBits = 1024 // of one element
	again     = ':'  // a class's second bit, for few pages have both by chance
)

// above is what names the elements above one: a bit for each tag, id and
// class. Two names may share a bit, so it proves only that a name is missing.
type above [aboveBits / 64]uint64

func (a *above) set(bit uint16) { a[bit/64] |= 1 << (bit % 64) }

// holds reports whether all that a rule needs may be there.
func (a *above) holds(need *[maxAbove]uint16) bool {
	for _, bit := range need {
		if a[bit/64]>>(bit%64)&1 == 0 {
			return false
		}
	}
	return true
}

// bitOf is the bit of a name, never 0.
func bitOf(kind byte, name string) uint16 { return uint16(hashOf(kind, name)%(aboveBits-1)) + 1 }

// needs are the bits of what a selector wants above its element. A compound
// with ' ' or '>' behind it stands above all that is to the right of it, for
// siblings share what is above them. Names that tell most come first.
func needs(s *selector) (need [maxAbove]uint16) {
	at := 0
	add := func(kind byte, name string) {
		if name != "" && at < maxAbove {
			need[at] = bitOf(kind, name)
			at++
		}
	}
	each := func(f func(c *compound)) {
		for i := len(s.parts) - 1; i > 0; i-- {
			if link := s.parts[i].link; link == ' ' || link == '>' {
				f(&s.parts[i-1])
			}
		}
	}
	each(func(c *compound) { add('#', c.id) })
	each(func(c *compound) {
		for _, class := range c.classes {
			add('.', class)
		}
	})
	each(func(c *compound) {
		for _, class := range c.classes {
			add(again, class)
		}
	})
	each(func(c *compound) { add('<', strings.ToLower(c.tag)) })
	return need
}

// over is what stands above an element, computed once for those that are alike.
func (c *Cascade) over(n *html.Node) *above {
	var path []*html.Node
	a := &above{1} // bit 0
	for e := n.Parent; e != nil && e.Type == html.ElementNode; e = e.Parent {
		if l := c.of(e).like; l.names != nil {
			a = l.names
			break
		}
		path = append(path, e)
	}
	for i := len(path) - 1; i >= 0; i-- {
		next := *a
		next.name(path[i])
		a = &next
		c.of(path[i]).like.names = a
	}
	return a
}

// name adds an element's own names.
func (a *above) name(n *html.Node) {
	a.set(bitOf('<', strings.ToLower(n.Data)))
	if id := attr(n, "id"); id != "" {
		a.set(bitOf('#', id))
	}
	for class := range strings.FieldsFuncSeq(attr(n, "class"), blank) {
		a.set(bitOf('.', class))
		a.set(bitOf(again, class))
	}
}

// blank reports whether a character parts the classes of an element.
func blank(r rune) bool { return r < 0x80 && space(byte(r)) }
