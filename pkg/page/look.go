package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/shoplint/shoplint/pkg/style"
)

// look is what a node has from itself and from all above it.
type look struct {
	at [2]seen // by view
}

// seen is the state of a node in one view. Its texts say why.
type seen struct {
	gone   string // a box around it, or its own, is not shown
	cut    string // … or is cut down or moved away, which what is positioned inside may escape
	maybe  string // … which cannot be decided
	note   string // … but opens by a click
	veiled string // visibility, inherited
	tiny   string // font-size, inherited
	em     float64

	indent string // text-indent of the block it stands in
	spec   string // text-indent as it is inherited: its declaration, when it is far out
	nowrap bool

	ink   paint
	fill  paint // -webkit-text-fill-color, where it is set
	paper paint
	layout
}

// layout is what the boxes around a node mean for where it may lie.
type layout struct {
	spun      bool   // something around it is turned round
	folded    string // the declaration that gives its grid row no height
	items     bool   // its parent lays out flex or grid items
	held      bool   // something around it is positioned
	pinned    bool   // … or transformed
	still     bool   // what lies to the right is cut off
	stillHeld bool   // the box that does, or one inside of it, is positioned
	cutHeld   bool   // the box that cuts, or one inside of it, is positioned
	cutPinned bool   // … or transformed
	cutMoved  bool   // it is not cut but moved: what has no place of its own moves along
}

// sights remembers what was decided, per page. Nothing is computed for nodes
// that nobody asks for.
type sights struct {
	seen     map[*html.Node]Sight
	looks    map[*html.Node]*look
	cascade  *style.Cascade
	controls map[string]bool // ids that a closed ARIA button opens
	unread   []unread        // sheets that count and were not read
	still    [2]bool         // html or body cuts off what lies to the right
}

// start reads the page's sheets, once.
func (p *Page) start() {
	if p.sights.cascade != nil {
		return
	}
	r := sheetReader{page: p, cascade: style.New()}
	r.read()
	p.sights.cascade, p.sights.unread = r.cascade, r.unread
	p.sights.looks = map[*html.Node]*look{}
	for _, n := range []*html.Node{p.found.html, p.found.body} {
		if n == nil {
			continue
		}
		for v := range p.sights.still {
			s := r.cascade.Of(n).Shape(style.View(v), style.Box{})
			p.sights.still[v] = p.sights.still[v] || s.Clips()
		}
	}
}

func cssType(t string) bool { return t == "" || strings.EqualFold(strings.TrimSpace(t), "text/css") }

// look computes a node's state, and that of those above it, each once.
func (p *Page) look(n *html.Node) *look {
	p.start()
	var path []*html.Node
	var l *look
	for e := n; e != nil && e.Type == html.ElementNode; e = e.Parent {
		if l = p.sights.looks[e]; l != nil {
			break
		}
		path = append(path, e)
	}
	if l == nil {
		l = p.canvas()
	}
	for i := len(path) - 1; i >= 0; i-- {
		l = p.derive(l, path[i])
		p.sights.looks[path[i]] = l
	}
	return l
}

// canvas is the state above the root: black on white in letters of 16 pixels.
func (p *Page) canvas() *look {
	s := seen{em: 16, ink: paint{known: true}, paper: paint{color: style.Color{R: 255, G: 255, B: 255}, known: true}}
	l := &look{at: [2]seen{s, s}}
	for v := range l.at {
		l.at[v].still = p.sights.still[v]
	}
	return l
}

// derive is the state of an element from its parent's.
func (p *Page) derive(parent *look, n *html.Node) *look {
	own := p.sights.cascade.Of(n)
	gone, note := p.closed(n)
	l := *parent
	for v := range l.at {
		at, view := &l.at[v], style.View(v)
		at.inherit(p, own, view, n)
		if at.folded != "" && !leads(n) { // rows behind the first are as high as they need
			at.folded = ""
		}
		box := style.Box{
			Inline: !isBlock(n) && !replaced(n), Table: tabular(n), Item: at.items, Gone: gone, Em: at.em,
			Held: at.held, Pinned: at.pinned, Still: at.still, Root: n == p.found.html || n == p.found.body, Margins: spaced(n),
			Spun: at.spun, Words: wordy(n), Folded: at.folded,
		}
		shape := own.Shape(view, box)
		if shape.Position == "absolute" && !at.stillHeld { // what cuts around it does not hold it
			box.Still = p.sights.still[v]
		}
		at.escape(shape)
		at.box(p, own.Hides(view, box), n)
		at.lay(shape, n)
		at.indented(own, view, shape)
		at.note = firstOf(at.note, note)
	}
	return &l
}

// escape lets go of a box around an element that does not cut it, for it is
// positioned and hangs on one further out.
func (at *seen) escape(s style.Shape) {
	if s.Contents {
		return
	}
	if at.cutMoved && !s.Anchored {
		return
	}
	if at.cut != "" && at.cutMoved && s.Outside && (s.Position == "absolute" || s.Position == "fixed" && at.cutPinned) { // a handle that sticks out, perhaps
		at.maybe, at.cut = firstOf(at.maybe, at.cut), ""
		return
	}
	if s.Position == "fixed" && !at.cutPinned || s.Position == "absolute" && !at.cutHeld {
		at.cut = ""
	}
}

// lay notes what an element means for where those inside of it may lie.
func (at *seen) lay(s style.Shape, n *html.Node) {
	if s.Contents {
		return
	}
	at.items, at.folded = s.Items, s.Folds
	at.spun = at.spun || s.Spun
	root := n.DataAtom == atom.Html || n.DataAtom == atom.Body
	if s.Placed() {
		at.held = true
		at.cutHeld = true
	}
	if s.Turned {
		at.pinned, at.cutPinned = true, true
	}
	if s.Clips() && !root {
		at.still, at.stillHeld = true, false
	}
	at.stillHeld = at.stillHeld || at.still && s.Placed()
}

// box adds what hides an element with all that is in it.
func (at *seen) box(p *Page, h style.Hiding, n *html.Node) {
	switch {
	case h.Why == "":
		return
	case p.opens(n):
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
			at.cut, at.cutHeld, at.cutPinned, at.cutMoved = h.Why, false, false, h.Moved
		}
	default:
		at.gone = firstOf(at.gone, h.Why)
	}
}

// replaced are elements that stand in a line and still have a size.
func replaced(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Img, atom.Input, atom.Button, atom.Select, atom.Textarea, atom.Video, atom.Iframe, atom.Canvas, atom.Object, atom.Embed, atom.Svg, atom.Meter, atom.Progress:
		return true
	}
	return false
}

// tabular are elements that are never smaller than what is in them.
func tabular(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Table, atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr, atom.Td, atom.Th:
		return true
	}
	return false
}

// wordy reports whether nothing but text stands in an element.
func wordy(n *html.Node) bool {
	c := n.FirstChild
	return c != nil && c.NextSibling == nil && c.Type == html.TextNode
}

// leads reports whether an element is the first in its parent.
func leads(n *html.Node) bool {
	for s, i := n.PrevSibling, 0; s != nil; s, i = s.PrevSibling, i+1 {
		if i > maxInside || s.Type == html.ElementNode || s.Type == html.TextNode && strings.TrimSpace(s.Data) != "" {
			return false
		}
	}
	return true
}

// spaced are the elements that browsers give margins.
func spaced(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Ul, atom.Ol, atom.Dl, atom.Menu, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Blockquote,
		atom.Figure, atom.Pre, atom.Hr, atom.Body, atom.Fieldset:
		return true
	}
	return false
}

// hasWordValue reports whether an attribute has a value, whatever its case.
func hasWordValue(n *html.Node, key, value string) bool {
	return strings.EqualFold(strings.TrimSpace(attr(n, key)), value)
}

// brief names an element for a reader: tag with id or first class.
func (p *Page) brief(n *html.Node) string {
	if id := attr(n, "id"); id != "" && len(id) <= 60 {
		return n.Data + "#" + id
	}
	if class, _ := nextWord(attr(n, "class")); class != "" && len(class) <= 60 {
		return n.Data + "." + class
	}
	return n.Data
}
