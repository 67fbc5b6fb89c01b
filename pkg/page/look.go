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
	maybe  string // … which cannot be decided
	note   string // … but opens by a click
	veiled string // visibility, inherited
	indent string // text-indent, inherited
	tiny   string // font-size, inherited
	em     float64
	ink    paint
	paper  paint
}

// paint is a colour and who declared it. Unknown covers pictures, and colours
// that were declared in a way that is not decided.
type paint struct {
	color  style.Color
	known  bool
	source string
	by     *html.Node
}

// sights remembers what was decided, per page. Nothing is computed for nodes
// that nobody asks for.
type sights struct {
	seen     map[*html.Node]Sight
	looks    map[*html.Node]*look
	cascade  *style.Cascade
	controls map[string]bool // ids that a closed ARIA button opens
	linked   bool            // there are sheets that were not read
}

// start reads the page's own sheets, once.
func (p *Page) start() {
	if p.sights.cascade != nil {
		return
	}
	var list []sheet
	for _, n := range p.found.styles {
		if n.Namespace == "" && !p.inert(n) && cssType(attr(n, "type")) {
			list = append(list, sheet{rawText(n), attr(n, "media")})
		}
	}
	c := p.sheets.cascade(list)
	p.sights.cascade = c
	p.sights.looks = map[*html.Node]*look{}
	p.sights.linked = len(c.Imports) > 0 || len(p.UnreadSheets()) > 0
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
	return &look{at: [2]seen{s, s}}
}

// derive is the state of an element from its parent's.
func (p *Page) derive(parent *look, n *html.Node) *look {
	own := p.sights.cascade.Of(n)
	gone, note := p.closed(n)
	if own == nil && gone == "" && note == "" && n.DataAtom != atom.A {
		return parent
	}
	l := *parent
	for v := range l.at {
		at := &l.at[v]
		at.inherit(own, style.View(v), n)
		at.box(p, own, style.View(v), n, gone)
		at.note = firstOf(at.note, note)
	}
	return &l
}

// box adds what hides an element with all that is in it.
func (at *seen) box(p *Page, own *style.Own, v style.View, n *html.Node, gone string) {
	why, sure := own.Hides(v, style.Box{Inline: !isBlock(n), Gone: gone, Em: at.em})
	switch {
	case why == "":
		return
	case p.opens(n):
		at.note = firstOf(at.note, "opened by a click")
		return
	}
	if !strings.Contains(why, "in <style>") {
		why += " on " + p.brief(n)
	}
	if sure {
		at.gone = firstOf(at.gone, why)
	} else {
		at.maybe = firstOf(at.maybe, why)
	}
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
