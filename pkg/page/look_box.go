package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/shoplint/shoplint/pkg/style"
)

// escape lets go of a box around an element that does not cut it, for it is
// positioned and hangs on one further out.
func (at *seen) escape(s style.Shape) {
	if s.Contents {
		return
	}
	if s.Perhaps {
		at.doubtCut()
	}
	if at.moved.Moved && (at.moved.Across && !s.Anchored || !at.moved.Across && !s.Upright) {
		return
	}
	if s.Position == "sticky" && s.Anchored && at.moved.Moved { // it stays in view
		at.doubtCut()
	}
	if s.Position == "fixed" && !at.cutPinned || s.Position == "absolute" && !at.cutHeld {
		at.cut = ""
	}
}

// stray leaves open what an element may bring back into view that something
// around it moved out. ends says that it may lie at the right end of its box. It
// reports whether what is written in it counted.
func (at *seen) stray(d style.Drift, ends bool, n *html.Node) (written bool) {
	if at.cut == "" || !at.moved.Moved {
		return false
	}
	written = at.nowrap
	if at.moved.Slack -= d.Back(at.moved, at.spun); written {
		at.moved.Slack -= lineWidth(n)
	}
	if at.moved.Slack <= -2 || at.moved.Runs && ends {
		at.doubtCut()
	}
	return written
}

// doubtCut leaves open whether a box around the element cuts or moves it away.
func (at *seen) doubtCut() { at.maybe, at.cut = firstOf(at.maybe, at.cut), "" }

// squeezed reports whether something in an element takes room from it, so that
// it is smaller than what is written in it.
func (p *Page) squeezed(n *html.Node, v style.View, across bool) bool {
	side := style.MarginTop
	if across {
		side = style.MarginLeft
	}
	taken, seen := 0.0, 0
	for c := n.FirstChild; c != nil; c = next(c, n) {
		if c.Type != html.ElementNode {
			continue
		}
		if seen++; seen > 5*maxInside {
			return true
		}
		own := p.sights.cascade.Of(c)
		value, maybe := own.Get(v, side)
		for _, m := range append(maybe, value) {
			if px, ok := style.Length(m.Text, 16); ok && px < 0 {
				taken -= px
			} else if !ok && strings.HasPrefix(m.Text, "-") {
				return true
			}
		}
	}
	return taken > 50
}

// lineWidth is how much of a text that is not wrapped may stick out of a box,
// in pixels.
func lineWidth(n *html.Node) float64 {
	if n.FirstChild == nil || n.FirstChild.Type != html.TextNode {
		return 0
	}
	if letters := len(fold(n.FirstChild.Data)); letters > 25 {
		return 16 * float64(letters)
	}
	return 0
}

// run notes which way lines run.
func (at *seen) run(own *style.Own, v style.View, n *html.Node) {
	switch dir := attr(n, "dir"); {
	case dir == "":
	case strings.EqualFold(dir, "ltr"):
		at.rtl = false
	default:
		at.rtl = true
	}
	value, maybe := own.Get(v, style.Direction)
	switch value.Text {
	case "", "unset", "inherit":
	default:
		at.rtl = value.Text != "ltr" && value.Text != "initial"
	}
	mode, modes := own.Get(v, style.WritingMode)
	at.rtl = at.rtl || len(maybe)+len(modes) > 0
	switch mode.Text {
	case "", "unset", "inherit", "initial", "horizontal-tb":
	default:
		at.spun = true
	}
}

// lay notes what an element means for where those inside of it may lie.
func (at *seen) lay(s style.Shape, n *html.Node) {
	if s.Contents {
		return
	}
	at.items, at.folded = s.Items, s.Folds
	at.spun = at.spun || s.Spun
	at.aligned = at.aligned || s.Aligned
	root := n.DataAtom == atom.Html || n.DataAtom == atom.Body
	if s.Placed() {
		at.held = true
		at.cutHeld = true
	}
	if s.Turned {
		at.pinned, at.cutPinned = true, true
	}
	if s.Clips() && !root {
		at.still, at.stillHeld = s.Stops(), false
	}
	if s.Perhaps { // what is positioned inside may hang on it
		at.held, at.pinned, at.left, at.top = true, true, nil, nil
	}
	at.stillHeld = at.stillHeld || at.still && s.Placed()
}

// flow notes how much narrower than the view, at most, what stands in an element
// is. spread says that its declarations leave it as wide as what is around it.
func (at *seen) flow(spread bool, n *html.Node) {
	if at.plain = at.plain && spread && isBlock(n); !at.plain {
		return
	}
	switch n.DataAtom {
	case atom.Body:
		at.inset += 8
		at.narrow += 16
	case atom.Ul, atom.Ol, atom.Menu, atom.Dir, atom.Dd:
		at.inset += style.ListRoom
		at.narrow += style.ListRoom
	case atom.Html, atom.Div, atom.Section, atom.Article, atom.Aside, atom.Header, atom.Footer, atom.Main, atom.Nav, atom.P, atom.Li, atom.Address,
		atom.Details, atom.Summary, atom.Form, atom.Dl, atom.Dt, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
	default:
		at.plain = false
	}
}

// box adds what hides an element with all that is in it.
func (at *seen) box(p *Page, h style.Hiding, t *trait, n *html.Node) {
	switch {
	case h.Why == "":
		return
	case t.opens:
		at.note = firstOf(at.note, "opened by a click")
		return
	}
	if !strings.Contains(h.Why, "} in ") {
		h.Why += " on " + p.brief(n)
	}
	switch {
	case !h.Sure:
		at.maybe = firstOf(at.maybe, h.Why)
	case h.Escapes:
		if at.cut == "" {
			at.cut, at.cutHeld, at.cutPinned, at.moved = h.Why, false, false, h
		}
	default:
		at.gone = firstOf(at.gone, h.Why)
	}
}

// below reports whether something before a text in its block may end a line, so
// that it does not stand in the first.
func (p *Page) below(text *html.Node) bool {
	for c := text; c != nil; c = c.Parent {
		if c != text && isBlock(c) {
			return false
		}
		for s, i := c.PrevSibling, 0; s != nil; s, i = s.PrevSibling, i+1 {
			if i > maxInside || s.Type == html.ElementNode && (s.DataAtom == atom.Br || isBlock(s) || p.sights.cascade.Of(s).Breaks(style.Desktop) || p.sights.cascade.Of(s).Breaks(style.Phone)) {
				return true
			}
		}
	}
	return false
}
