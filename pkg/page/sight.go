package page

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/shoplint/shoplint/pkg/style"
)

// maxInside bounds how much of a link's content is looked at.
const maxInside = 300

// Sight says whether a person sees a node: an element, or the element a text
// stands in. The first question of a page reads its style sheets, linked ones
// by Input.Sheets.
func (p *Page) Sight(n *html.Node) Sight {
	switch {
	case n == nil:
		return Sight{State: Unknown, Why: "not on the page"}
	case n.Type == html.CommentNode:
		return Sight{State: Hidden, Why: "inside a comment"}
	case n.Type == html.DocumentNode:
		return Sight{State: Visible, Desktop: true, Phone: true}
	case n.Type != html.ElementNode && n.Parent != nil:
		return p.Sight(n.Parent)
	}
	if s, ok := p.sights.seen[n]; ok {
		return s
	}
	s := p.decide(n)
	if p.sights.seen == nil {
		p.sights.seen = map[*html.Node]Sight{}
	}
	p.sights.seen[n] = s
	return s
}

// decide puts what the two views say together.
func (p *Page) decide(n *html.Node) Sight {
	if p.Rendered {
		return p.judged(n)
	}
	if why := unrendered(n); why != "" {
		return Sight{State: Hidden, Why: why}
	}
	desktop, phone := p.glance(n, style.Desktop), p.glance(n, style.Phone)
	s := Sight{Desktop: desktop.state != Hidden, Phone: phone.state != Hidden}
	switch {
	case desktop.state == Visible || phone.state == Visible:
		s.State = Visible
		s.reserve(desktop, phone, p.ariaNote(n))
	case desktop.state == Unknown || phone.state == Unknown:
		s.State, s.Doubt = Unknown, Undecided
		s.Why = desktop.why
		if desktop.state != Unknown {
			s.Why = phone.why
		}
	default:
		s.State = Hidden
		s.Why = firstOf(desktop.why, phone.why)
	}
	if s.State == Visible {
		p.doubt(&s, n)
	}
	return s
}

// reserve notes what is to be said of something visible, and the declaration
// that hides it in one of the views.
func (s *Sight) reserve(desktop, phone view, aria string) {
	s.Note = firstOf(desktop.note, phone.note, aria)
	if s.Desktop == s.Phone {
		return
	}
	if s.Desktop {
		s.Why = phone.why
	} else {
		s.Why = desktop.why
	}
	if s.Note == "" || s.Note == "hard to read" || s.Note == "aria-hidden" {
		s.Note = "not on phones"
		if s.Phone {
			s.Note = "only on phones"
		}
	}
}

// doubt takes the certainty from what an unread sheet could yet hide.
func (p *Page) doubt(s *Sight, n *html.Node) {
	if p.Flattened {
		s.State, s.Doubt, s.Why = Unknown, Undecided, "nested too deep to follow its styles"
		return
	}
	if len(p.sights.unread) == 0 || !hooked(n) {
		return
	}
	u := worst(p.sights.unread)
	s.State, s.Doubt, s.Why = Unknown, NoSheet, u.String()
	if u.own {
		s.Doubt = OwnSheet
	}
}

// unrendered names the element that keeps n out of the page for good.
func unrendered(n *html.Node) string {
	for e := n; e != nil; e = e.Parent {
		switch e.DataAtom {
		case atom.Noscript, atom.Template, atom.Script, atom.Style, atom.Head, atom.Iframe, atom.Noembed,
			atom.Noframes, atom.Audio, atom.Video, atom.Canvas, atom.Datalist:
			if e != n || e.DataAtom != atom.Iframe && e.DataAtom != atom.Video && e.DataAtom != atom.Canvas {
				if hasAttr(e, "data-noscript") {
					return "inside <noscript>"
				}
				return "inside <" + e.Data + ">"
			}
		}
	}
	if n.DataAtom == atom.Input && hasWordValue(n, "type", "hidden") {
		return `type="hidden"`
	}
	return ""
}

// ariaNote notes that an element is kept from screen readers.
func (p *Page) ariaNote(n *html.Node) string {
	for e := n; e != nil; e = e.Parent {
		if hasWordValue(e, "aria-hidden", "true") {
			return "aria-hidden"
		}
	}
	return ""
}

func firstOf(list ...string) string {
	for _, s := range list {
		if s != "" {
			return s
		}
	}
	return ""
}
