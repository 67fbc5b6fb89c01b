package survey

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/shoplint/shoplint/pkg/contact"
	"github.com/shoplint/shoplint/pkg/page"
)

// links reads the addresses that links write to.
func (w *emailWalk) links() {
	for _, l := range w.page.Links() {
		for _, c := range contact.Href(l.Href) {
			s := spot{node: l.Node, excerpt: cutout(l.Label, 0, 0)}
			if l.NoScript {
				s.hidden = "inside noscript or template"
			}
			s.before, s.after = textBeside(l.Node)
			w.add(c, s)
		}
	}
}

// blocks reads the addresses in text, what a reader sees first.
func (w *emailWalk) blocks() {
	blocks := w.page.Blocks()
	for _, i := range w.worth.blocks {
		b := blocks[i]
		if !contact.Trigger(b.Text) {
			continue
		}
		shown := w.page.Shown(b)
		w.block(shown, false)
		if len(shown.Text) != len(b.Text) {
			w.block(b, true)
		}
	}
}

// unseen reports that no reader sees either end of an address.
func (w *emailWalk) unseen(first, last *html.Node) bool {
	return w.page.Sight(first).State == page.Hidden && w.page.Sight(last).State == page.Hidden
}

// block reads one block; hidden asks for what only its hidden parts hold.
func (w *emailWalk) block(b page.Block, hidden bool) {
	border := func(i int) bool { return i > 0 && b.NodeAt(i) != b.NodeAt(i-1) }
	found := contact.FindIn(b.Text, border)
	for i, c := range found {
		n := b.NodeAt(c.Start)
		if hidden && !w.unseen(n, b.NodeAt(c.End-1)) {
			continue // seen before, or spoilt by a hidden decoy in its midst
		}
		from, to := 0, len(b.Text)
		if i > 0 {
			from = found[i-1].End
		}
		if i+1 < len(found) {
			to = found[i+1].Start
		}
		s := spot{node: n, sample: w.sample(n), excerpt: cutout(b.Text, c.Start, c.End), after: b.Text[c.End:to]}
		if i == 0 { // behind another address, the words before belong to that
			s.before = b.Text[from:c.Start]
		}
		w.add(c, s)
	}
	if len(found) == 0 && !hidden {
		w.mirrored(b)
	}
}

// mirrored reads text that the style turns round: direction and unicode-bidi.
func (w *emailWalk) mirrored(b page.Block) {
	i := strings.IndexByte(b.Text, '@')
	if i < 0 {
		return
	}
	n := b.NodeAt(i)
	if !turned(n) {
		return
	}
	from := strings.LastIndexByte(b.Text[:i], ' ') + 1
	to := len(b.Text)
	if k := strings.IndexByte(b.Text[i:], ' '); k >= 0 {
		to = i + k
	}
	if a, ok := contact.Reversed(b.Text[from:to]); ok {
		c := contact.Candidate{Address: a, Form: contact.FormObfuscated, How: "reversed"}
		w.add(c, spot{node: n, excerpt: cutout(b.Text, from, to)})
	}
}

// turned reports an element whose letters run from right to left by its own
// style.
func turned(n *html.Node) bool {
	for depth := 0; n != nil && depth < 4; n, depth = n.Parent, depth+1 {
		style := strings.ToLower(attrOf(n, "style"))
		if strings.Contains(style, "bidi-override") && strings.Contains(style, "rtl") {
			return true
		}
		if n.DataAtom == atom.Bdo && strings.EqualFold(attrOf(n, "dir"), "rtl") {
			return true
		}
	}
	return false
}

// sample reports text that shows how to fill a field: in the field itself, or
// a short label of one.
func (w *emailWalk) sample(n *html.Node) bool {
	if n == nil {
		return false
	}
	if w.page.InField(n) {
		return true
	}
	for depth := 0; n != nil && depth < 4; n, depth = n.Parent, depth+1 {
		if n.DataAtom == atom.Label {
			before, after := textBeside(n.FirstChild)
			return len(before)+len(after) < maxLabelText
		}
	}
	return false
}

// maxLabelText is how long a label's text may be, in bytes, to be the name of
// a field with a sample; longer ones are sentences, such as a consent.
const maxLabelText = 60
