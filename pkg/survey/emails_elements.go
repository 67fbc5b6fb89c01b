package survey

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/shoplint/shoplint/pkg/contact"
)

// elements reads the addresses in attributes, on one walk over the tree.
func (w *emailWalk) elements() {
	root := w.page.Doc().Nodes[0]
	for n := root; n != nil; n = following(n, root) {
		if n.Type == html.ElementNode && len(n.Attr) > 0 {
			w.element(n)
		}
	}
}

// following is the next node in document order.
func following(n, root *html.Node) *html.Node {
	if n.FirstChild != nil {
		return n.FirstChild
	}
	for n != nil && n != root && n.NextSibling == nil {
		n = n.Parent
	}
	if n == nil || n == root {
		return nil
	}
	return n.NextSibling
}

func (w *emailWalk) element(n *html.Node) {
	data := false
	for i := range n.Attr {
		a := &n.Attr[i]
		switch {
		case strings.HasPrefix(a.Key, "data-"):
			data = true
		case a.Key == "onclick":
			w.handler(n, a.Val)
		case (a.Key == "value" || a.Key == "placeholder") && strings.IndexByte(a.Val, '@') >= 0:
			w.field(n, a)
		case a.Key == "content" && strings.IndexByte(a.Val, '@') >= 0:
			w.structured(n, contact.Find(a.Val))
		}
	}
	if data {
		w.data(n)
	}
}

// data reads what stands in data attributes for a script or style to show. A
// plain address there is seen only on an element that can show or open it.
func (w *emailWalk) data(n *html.Node) {
	c, ok := contact.Attributes(n.Attr)
	if !ok {
		return
	}
	switch n.DataAtom {
	case atom.A, atom.Span, atom.Button:
		if c.Form == contact.FormScript {
			c.Form, c.How = contact.FormObfuscated, "split"
		}
	}
	w.add(c, spot{node: n})
}

// handler reads what a press on an element opens.
func (w *emailWalk) handler(n *html.Node, code string) {
	for _, c := range contact.OnClick(code) {
		w.add(c, spot{node: n})
	}
}

// field reads the sample or value of a form field. What a reader cannot
// change is text; what a reader does not see is hidden.
func (w *emailWalk) field(n *html.Node, a *html.Attribute) {
	if n.DataAtom != atom.Input && n.DataAtom != atom.Textarea && n.DataAtom != atom.Button {
		return
	}
	fixed := a.Key == "value" && fixedField(n)
	for _, c := range contact.Find(a.Val) {
		w.add(c, spot{node: n, sample: !fixed, excerpt: cutout(a.Val, c.Start, c.End)})
	}
}

func fixedField(n *html.Node) bool {
	switch strings.ToLower(attrOf(n, "type")) {
	case "hidden", "button", "submit", "reset":
		return true
	}
	for i := range n.Attr {
		if n.Attr[i].Key == "readonly" || n.Attr[i].Key == "disabled" {
			return true
		}
	}
	return false
}

// structured keeps addresses of meta elements and microdata.
func (w *emailWalk) structured(n *html.Node, found []contact.Candidate) {
	for _, c := range found {
		c.Form = contact.FormStructured
		w.add(c, spot{node: n})
	}
}

// images reads addresses that only a picture's text or name gives away.
func (w *emailWalk) images() {
	for _, im := range w.worth.images {
		name := im.Src[strings.LastIndexByte(im.Src, '/')+1:]
		if len(name) > 300 {
			name = ""
		}
		for _, text := range [...]string{im.Alt, im.Title, name} {
			if !contact.Trigger(text) || density(text) {
				continue
			}
			for _, c := range contact.Find(text) {
				c.Form = contact.FormImage
				w.add(c, spot{node: im.Node, excerpt: cutout(text, c.Start, c.End)})
			}
		}
	}
}

// density reports the name of a picture for fine screens, such as logo@2x.png:
// its only at sign stands before a digit and an x.
func density(name string) bool {
	i := strings.IndexByte(name, '@')
	return i >= 0 && i+2 < len(name) && name[i+1] >= '1' && name[i+1] <= '9' && name[i+2] == 'x' &&
		strings.IndexByte(name[i+1:], '@') < 0
}

// scripts reads programs and structured data.
func (w *emailWalk) scripts() {
	for _, s := range w.page.Scripts() {
		if s.Text == "" || strings.Contains(s.Type, "ld+json") {
			continue
		}
		key := Key64(s.Text)
		if w.worth.mute != nil && w.worth.mute.Has(key) {
			continue
		}
		found := contact.Script(s.Text)
		if len(found) == 0 && w.worth.mute != nil {
			w.worth.mute.Add(key)
		}
		for _, c := range found {
			// What a program writes out appears where it stands.
			w.add(c, spot{node: s.Node.Parent})
		}
	}
	for _, text := range w.page.Data() {
		w.structured(nil, contact.Structured(text))
	}
}
