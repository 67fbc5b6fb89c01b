package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Form is a form and what can be filled in.
type Form struct {
	Node   *html.Node
	Action string // as written, trimmed; "" is the page itself
	Method string // "get", "post" or "dialog"
	Fields []Field
}

// Field is one control of a form. Type is that of an input in lower case
// ("text" by default), or "select", "textarea", "button".
type Field struct {
	Node        *html.Node
	Name        string
	Type        string
	Label       string // of its <label>, else aria-label, title, a button's text
	Placeholder string
	Value       string
}

// maxFields bounds the controls that are kept of one form.
const maxFields = 200

// Forms are the forms of the page, in document order.
func (p *Page) Forms() []Form {
	if p.forms != nil {
		return p.forms
	}
	p.forms = make([]Form, 0, len(p.found.forms))
	labels := p.labelsByID()
	for _, n := range p.found.forms {
		f := Form{Node: n, Action: strings.TrimSpace(attr(n, "action")), Method: method(n)}
		for c := n.FirstChild; c != nil && len(f.Fields) < maxFields; c = next(c, n) {
			if field, ok := newField(c, n, labels); ok {
				f.Fields = append(f.Fields, field)
			}
		}
		p.forms = append(p.forms, f)
	}
	return p.forms
}

func method(n *html.Node) string {
	switch m := strings.ToLower(strings.TrimSpace(attr(n, "method"))); m {
	case "post", "dialog":
		return m
	}
	return "get"
}

func newField(c, form *html.Node, labels map[string]*html.Node) (Field, bool) {
	f := Field{Node: c, Name: attr(c, "name"), Placeholder: attr(c, "placeholder"), Value: attr(c, "value")}
	switch c.DataAtom {
	case atom.Input:
		if f.Type = strings.ToLower(strings.TrimSpace(attr(c, "type"))); f.Type == "" {
			f.Type = "text"
		}
	case atom.Select:
		f.Type = "select"
	case atom.Textarea:
		f.Type, f.Value = "textarea", nodeText(c)
	case atom.Button:
		f.Type = "button"
	default:
		return Field{}, false
	}
	f.Label = fieldLabel(c, form, labels)
	return f, true
}

// fieldLabel finds what a reader takes for the name of a control.
func fieldLabel(c, form *html.Node, labels map[string]*html.Node) string {
	if l := labels[attr(c, "id")]; l != nil {
		return nodeText(l)
	}
	for up, i := c.Parent, 0; up != nil && up != form && i < 6; up, i = up.Parent, i+1 {
		if up.DataAtom == atom.Label {
			return nodeText(up)
		}
	}
	for _, key := range []string{"aria-label", "title"} {
		if s := fold(attr(c, key)); s != "" {
			return s
		}
	}
	if c.DataAtom == atom.Button {
		return nodeText(c)
	}
	return ""
}

// labelsByID maps the ids of controls to the labels that are for them.
func (p *Page) labelsByID() map[string]*html.Node {
	labels := map[string]*html.Node{}
	if len(p.found.forms) == 0 {
		return labels
	}
	for n := p.root; n != nil; n = next(n, nil) {
		if n.DataAtom == atom.Label {
			if id := attr(n, "for"); id != "" {
				labels[id] = n
			}
		}
	}
	return labels
}

// InField reports whether a node is content of a form control: a sample, a
// choice or a prefilled text, which is no statement of the shop.
func (p *Page) InField(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		switch n.DataAtom {
		case atom.Option, atom.Textarea, atom.Select, atom.Input:
			return true
		case atom.Form, atom.Body:
			return false
		}
	}
	return false
}
