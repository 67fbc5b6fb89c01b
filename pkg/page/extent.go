package page

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/shoplint/shoplint/pkg/style"
)

// extent is how wide what is written in an element is at most where lines are
// not wrapped, in pixels for a font size, with the room browsers give lists;
// flat says that it is one block. It is -1 when something in it may have
// another size than its letters.
func (p *Page) extent(n *html.Node, v style.View, em float64) (px float64, flat bool) {
	px, flat = em/2, true // a mark that a sheet puts before it
	seen := 0
	for c := n.FirstChild; c != nil; c = next(c, n) {
		if seen++; seen > maxInside {
			return -1, false
		}
		switch c.Type {
		case html.TextNode:
			px += em * lineOf(c.Data)
		case html.ElementNode:
			room, inked := written(c)
			own := p.sights.cascade.Of(c)
			if !inked || own.Widens(v) {
				return -1, false
			}
			px += room
			flat = flat && !isBlock(c) && !own.Breaks(v)
		}
	}
	return px, flat
}

// written reports whether browsers give an element no size but that of what is
// written in it, and how much room before it, in pixels.
func written(n *html.Node) (room float64, ok bool) {
	switch n.DataAtom {
	case atom.A, atom.Abbr, atom.Address, atom.Article, atom.Aside, atom.B, atom.Bdi, atom.Br, atom.Cite, atom.Details, atom.Div, atom.Dl, atom.Dt,
		atom.Em, atom.Footer, atom.H4, atom.H5, atom.H6, atom.Header, atom.I, atom.Li, atom.Main, atom.Nav, atom.P, atom.S, atom.Section, atom.Small,
		atom.Span, atom.Strong, atom.Sub, atom.Summary, atom.Sup, atom.Time, atom.U:
		return 0, true
	case atom.Ul, atom.Ol, atom.Dd:
		return style.ListRoom, true
	case atom.Table, atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Td, atom.Th:
		return 5, true // between cells, and at their edges
	}
	return 0, false
}

// lineOf is how wide a text is at most, in parts of its font size: in Verdana,
// the widest of the fonts that are common on screens.
func lineOf(text string) (em float64) {
	const space = 0.35
	for _, r := range fold(text) {
		switch {
		case r == ' ', r == '.', r == ',':
			em += space
		case r >= 'a' && r <= 'z':
			em += letterWidths[r-'a']
		case r >= '0' && r <= '9':
			em += 0.64
		case r == 'M', r == 'W', r == '@', r == '%':
			em++
		case r < 0x500:
			em += 0.8
		default:
			em++
		}
	}
	return em + space // behind it
}

// letterWidths are those of a to z.
var letterWidths = [26]float64{
	0.60, 0.63, 0.53, 0.63, 0.60, 0.36, 0.63, 0.64, 0.28, 0.35, 0.60, 0.28, 0.98,
	0.64, 0.61, 0.63, 0.63, 0.43, 0.53, 0.40, 0.64, 0.60, 0.82, 0.60, 0.60, 0.53,
}
