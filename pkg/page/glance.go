package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/shoplint/shoplint/pkg/style"
)

// view is what is seen of a node in one of the two views.
type view struct {
	state State
	why   string
	note  string
}

// glance looks at a node in one view. A link is seen by what is in it.
func (p *Page) glance(n *html.Node, v style.View) view {
	l := p.look(n)
	s := l.boxed(v)
	if l.at[v].gone != "" || n.DataAtom != atom.A {
		return s.or(p.lettered(l, v))
	}
	best := view{state: Hidden, why: "a link without text, picture or label"}
	if s.state == Hidden {
		best.why = s.why
	}
	if firstOf(fold(attr(n, "aria-label")), fold(attr(n, "title"))) != "" {
		return s.or(p.lettered(l, v))
	}
	seen, met := 0, false
	for c := n.FirstChild; c != nil && seen < maxInside; c = next(c, n) {
		seen++
		s, is := p.piece(c, v)
		if is && (!met || s.state == Visible || best.state == Hidden) {
			best, met = s, true
		}
		if met && best.state == Visible {
			break
		}
	}
	return best
}

// piece looks at a text or a picture inside a link.
func (p *Page) piece(c *html.Node, v style.View) (view, bool) {
	holder := c
	switch {
	case c.Type == html.TextNode:
		if holder = c.Parent; fold(c.Data) == "" {
			return view{}, false
		}
	case c.Type != html.ElementNode || !pictures(c):
		return view{}, false
	}
	if why := unrendered(holder); why != "" {
		return view{state: Hidden, why: why}, true
	}
	l := p.look(holder)
	s := l.boxed(v)
	if c.Type == html.TextNode {
		s = s.or(p.lettered(l, v))
		if s.state == Hidden && s.why == l.at[v].indent && p.below(c) {
			s = view{state: Unknown, why: s.why} // what is moved out is the first line of a block
		}
	} else if l.at[v].veiled != "" {
		s = s.or(view{state: Hidden, why: l.at[v].veiled})
	}
	return s, true
}

// pictures reports whether an element is seen without any text in it. Icon
// fonts put their letters into empty elements.
func pictures(c *html.Node) bool {
	switch c.DataAtom {
	case atom.Img, atom.Svg, atom.Picture, atom.Input, atom.Button, atom.Video, atom.Object, atom.Canvas:
		return true
	case atom.I, atom.Span, atom.Em:
		return c.FirstChild == nil && strings.Contains(strings.ToLower(attr(c, "class")), "ico") ||
			c.FirstChild == nil && strings.Contains(attr(c, "class"), "fa-")
	}
	return false
}

// or gives the worse of two views of the same thing.
func (s view) or(t view) view {
	switch {
	case s.state == Hidden || t.state == Visible:
		s.note = firstOf(s.note, t.note)
		return s
	case t.state == Hidden || s.state == Visible:
		t.note = firstOf(t.note, s.note)
		return t
	}
	return s
}

// boxed is what the boxes around a node leave of it.
func (l *look) boxed(v style.View) view {
	at := &l.at[v]
	switch {
	case at.gone != "" || at.cut != "":
		return view{state: Hidden, why: firstOf(at.gone, at.cut)}
	case at.maybe != "":
		return view{state: Unknown, why: at.maybe, note: at.note}
	}
	return view{note: at.note}
}

// lettered is what inherited properties leave of its text.
func (p *Page) lettered(l *look, v style.View) view {
	at := &l.at[v]
	switch {
	case at.veiled != "":
		return view{state: Hidden, why: at.veiled}
	case at.indent != "":
		return view{state: Hidden, why: at.indent}
	case at.tiny != "":
		return view{state: Hidden, why: at.tiny}
	}
	why, faint := at.blended(len(p.sights.unread) > 0)
	if why != "" {
		return view{state: Hidden, why: why}
	}
	if faint {
		return view{note: "hard to read"}
	}
	return view{}
}
