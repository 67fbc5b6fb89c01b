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
	for _, b := range w.page.Blocks() {
		if !contact.Trigger(b.Text) {
			continue
		}
		shown := w.page.Shown(b)
		w.block(shown, "")
		if len(shown.Text) != len(b.Text) {
			w.block(b, "beside or in hidden text")
		}
	}
}

// block reads one block. hidden is why what is new there is not seen.
func (w *emailWalk) block(b page.Block, hidden string) {
	border := func(i int) bool { return i > 0 && b.NodeAt(i) != b.NodeAt(i-1) }
	found := contact.FindIn(b.Text, border)
	for i, c := range found {
		if _, known := w.at[c.Address.Key()]; hidden != "" && known {
			continue
		}
		from, to := 0, len(b.Text)
		if i > 0 {
			from = found[i-1].End
		}
		if i+1 < len(found) {
			to = found[i+1].Start
		}
		n := b.NodeAt(c.Start)
		s := spot{node: n, hidden: hidden, sample: w.sample(n), excerpt: cutout(b.Text, c.Start, c.End), after: b.Text[c.End:to]}
		if i == 0 { // behind another address, the words before belong to that
			s.before = b.Text[from:c.Start]
		}
		if why := w.page.Sight(n); hidden != "" && why.State == page.Hidden {
			s.hidden = why.Why
		}
		w.add(c, s)
	}
	if len(found) == 0 && hidden == "" {
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
