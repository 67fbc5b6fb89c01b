package page

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/shoplint/shoplint/pkg/style"
)

// trait is all that the state of an element comes from, as long as nothing of
// its own counts: elements with the same trait have the same look. A shop's
// page has hundreds of links and a few dozen looks.
type trait struct {
	parent     *look
	own        *style.Own
	tag        string
	gone, note string // by its own attributes
	dir        string
	wordy      bool
	linked     bool // it has an address, so a link's colour
	opens      bool // a click on a button opens it
}

// under is the look of an element below one with a look.
func (p *Page) under(parent *look, n *html.Node) *look {
	t := trait{
		parent: parent, own: p.sights.cascade.Of(n), tag: n.Data,
		dir: attr(n, "dir"), wordy: wordy(n), linked: hasAttr(n, "href"), opens: p.opens(n),
	}
	t.gone, t.note = p.closed(n)
	own := t.gone != "" || ownPaint(n) || parent.at[style.Desktop].folded != "" || parent.at[style.Phone].folded != ""
	if !own {
		if l := p.sights.alike[t]; l != nil {
			return l
		}
	}
	l := *parent
	for v := range l.at {
		own = p.derive(&l.at[v], style.View(v), &t, n) || own
	}
	if !own {
		p.sights.alike[t] = &l
	}
	return &l
}

// ownPaint reports whether an element's attributes give it colours, or
// anything else that is told of by its name.
func ownPaint(n *html.Node) bool {
	for i := range n.Attr {
		switch n.Attr[i].Key {
		case "style", "color", "bgcolor", "background":
			return true
		}
	}
	return n.DataAtom == atom.Html || n.DataAtom == atom.Body
}

// derive turns the state of an element's parent in one view into its own. It
// reports whether what stands in the element, or around it, counted.
func (p *Page) derive(at *seen, view style.View, t *trait, n *html.Node) (own bool) {
	at.inherit(p, t, view, n)
	if at.folded != "" && !leads(n) { // rows behind the first are as high as they need
		at.folded = ""
	}
	at.run(t.own, view, n)
	box := p.boxOf(at, view, t, n, &own)
	shape := t.own.Shape(view, box)
	if shape.Position == "absolute" && !at.stillHeld { // what cuts around it does not hold it
		box.Still = p.sights.still[view]
	}
	drift := t.own.Drift(view, box, shape)
	at.escape(shape)
	own = at.stray(drift, t.own.Ends(view, shape), n) || own
	hiding := t.own.Hides(view, box)
	own = own || hiding.Fits || hiding.Runs
	hiding.Sure = hiding.Sure && !(hiding.Fits && p.squeezed(n, view, hiding.Across))
	hiding.Sure = hiding.Sure && !(hiding.Runs && hiding.Slack < at.em*letters(n))
	at.box(p, hiding, t, n)
	if shape.Folds != "" && t.opens {
		shape.Folds, at.note = "", firstOf(at.note, "opened by a click")
	}
	if at.lay(shape, n); shape.Placed() && !shape.Contents {
		at.left, at.top = t.own.Begins(view, box, shape)
	}
	at.flow(t.own.Spreads(view), n)
	at.drift = at.drift.Add(drift)
	at.lined(t.own, view)
	at.indented(t.own, view, shape)
	at.note = firstOf(at.note, t.note)
	return own
}

// boxOf is what the effect of an element's declarations depends on. own is set
// when what is written in it was asked for.
func (p *Page) boxOf(at *seen, view style.View, t *trait, n *html.Node, own *bool) style.Box {
	block := isBlock(n)
	asked, px, flat := false, -1.0, false
	return style.Box{
		Inline: !block && !replaced(n), Table: tabular(n), Part: tabular(n) && n.DataAtom != atom.Table, Item: at.items,
		Margins: spaced(n), List: listed(n), Lines: n.DataAtom == atom.P, Words: t.wordy, Gone: t.gone, Em: at.em,
		Root: n == p.found.html || n == p.found.body, Whole: n == p.found.html, Held: at.held, Pinned: at.pinned, Left: at.left, Top: at.top, Aligned: at.aligned,
		Still: at.still, Spun: at.spun || at.rtl, Drift: at.drift, Tight: at.tight, Folded: at.folded,
		Ragged: at.right, Bordered: p.sights.cascade.Bordered(),
		Plain: at.plain && block && !at.rtl && !at.right && !at.spun, Inset: at.inset, Narrow: at.narrow,
		Extent: func() (float64, bool) {
			if !asked && !at.spaced {
				px, flat = p.extent(n, view, at.em)
			}
			asked, *own = true, true
			return px, flat
		},
	}
}
