package page

import (
	"strings"

	"golang.org/x/net/html"

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
	dented bool   // a text-indent far out is inherited
	nowrap bool
	tight  bool // lines are less high than letters
	spaced bool // letters or words stand far apart
	right  bool // text may stand at the right

	ink   paint
	fill  paint // -webkit-text-fill-color, where it is set
	paper paint
	layout
}

// layout is what the boxes around a node mean for where it may lie.
type layout struct {
	spun      bool         // something around it is turned round
	folded    string       // the declaration that gives its grid row no height
	aligned   bool         // something around it is placed by its last line
	items     bool         // its parent lays out flex or grid items
	held      bool         // something around it is positioned
	pinned    bool         // … or transformed
	left, top *style.Span  // where what is positioned hangs on begins, if that is known
	still     bool         // what lies to the right is cut off
	stillHeld bool         // the box that does, or one inside of it, is positioned
	cutHeld   bool         // the box that cuts, or one inside of it, is positioned
	cutPinned bool         // … or transformed
	moved     style.Hiding // how, when it is not cut but moved: what has no place of its own moves along
	rtl       bool         // lines run from the right, or down
	drift     style.Drift  // how far it may lie from the flow of the page

	plain         bool    // all around it are blocks in the flow that nothing makes narrow …
	inset, narrow float64 // … but for what browsers do: pixels at the left, and in all
}

// sights remembers what was decided, per page. Nothing is computed for nodes
// that nobody asks for.
type sights struct {
	seen     map[*html.Node]Sight
	looks    map[*html.Node]*look
	alike    map[trait]*look // of elements that nothing tells apart
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
	p.sights.looks, p.sights.alike = map[*html.Node]*look{}, map[trait]*look{}
	for _, n := range []*html.Node{p.found.html, p.found.body} {
		if n == nil {
			continue
		}
		for v := range p.sights.still {
			s := r.cascade.Of(n).Shape(style.View(v), style.Box{})
			p.sights.still[v] = p.sights.still[v] || s.Stops()
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
		l = p.under(l, path[i])
		p.sights.looks[path[i]] = l
	}
	return l
}

// canvas is the state above the root: black on white in letters of 16 pixels.
func (p *Page) canvas() *look {
	s := seen{layout: layout{plain: true}, em: 16, ink: paint{known: true}, paper: paint{color: style.Color{R: 255, G: 255, B: 255}, known: true}}
	l := &look{at: [2]seen{s, s}}
	for v := range l.at {
		l.at[v].still = p.sights.still[v]
	}
	return l
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
