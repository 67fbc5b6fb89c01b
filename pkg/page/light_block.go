package page

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// block opens an element that ends an open paragraph.
func (b *lightBuilder) block(tag atom.Atom, name string) {
	if b.endParagraph() {
		b.push(tag, name)
	}
}

// endParagraph closes the paragraph a block ends. It gives up when something
// else is open in the paragraph.
func (b *lightBuilder) endParagraph() bool {
	if b.paragraphs == 0 {
		return true
	}
	for i := len(b.open) - 1; i > 0; i-- {
		n := b.open[i]
		if n.Namespace != "" {
			break
		}
		switch n.DataAtom {
		case atom.P:
			if i < len(b.open)-1 {
				b.refuse()
				return false
			}
			b.pop()
			return true
		case atom.Button, atom.Td, atom.Th, atom.Caption, atom.Table, atom.Object, atom.Template, atom.Html:
			return true // the paragraph is out of reach
		}
	}
	return true
}

// heading opens a heading.
func (b *lightBuilder) heading(tag atom.Atom, name string) {
	if !b.endParagraph() {
		return
	}
	if isHeading(b.top().DataAtom) {
		b.refuse()
		return
	}
	b.push(tag, name)
}

func isHeading(tag atom.Atom) bool {
	switch tag {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// item opens an item of a list and closes the one before it.
func (b *lightBuilder) item(tag atom.Atom, name string) {
	for i := len(b.open) - 1; i > 0; i-- {
		n := b.open[i]
		if n.DataAtom == tag || tag != atom.Li && (n.DataAtom == atom.Dd || n.DataAtom == atom.Dt) {
			b.closeTo(i)
			break
		}
		if bars(n) {
			break
		}
	}
	if !b.refused {
		b.block(tag, name)
	}
}

// closeTo closes open[i], when only paragraphs are open in it.
func (b *lightBuilder) closeTo(i int) {
	for len(b.open) > i {
		if len(b.open)-1 > i && b.top().DataAtom != atom.P {
			b.refuse()
			return
		}
		b.pop()
	}
}

// bars reports whether an item does not end one that is open outside of n:
// the standard's special elements but for address, div and p. All other
// elements that may be open here are known to it.
func bars(n *html.Node) bool {
	if n.Namespace != "" {
		return true
	}
	switch n.DataAtom {
	case atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Button, atom.Caption, atom.Center, atom.Dd,
		atom.Details, atom.Dir, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Head, atom.Header, atom.Hgroup, atom.Html, atom.Li,
		atom.Main, atom.Menu, atom.Nav, atom.Noscript, atom.Object, atom.Ol, atom.Pre, atom.Section, atom.Select,
		atom.Summary, atom.Table, atom.Td, atom.Template, atom.Th, atom.Tr, atom.Tbody, atom.Ul:
		return true
	}
	return false
}

// format opens an element that the standard would open again where it was left
// open. The parser keeps the attributes of these in order.
func (b *lightBuilder) format(tag atom.Atom, name string) {
	if tag == atom.A && b.links > 0 {
		b.refuse()
		return
	}
	if len(b.attrs) > 1 {
		slices.SortFunc(b.attrs, func(x, y html.Attribute) int { return strings.Compare(x.Key, y.Key) })
	}
	b.push(tag, name)
}

// choice opens an option or a group of them, and closes the one before it.
func (b *lightBuilder) choice(tag atom.Atom, name string) {
	if b.top().DataAtom == atom.Option {
		b.pop()
	}
	switch {
	case b.top().DataAtom == atom.Select:
	case b.top().DataAtom == atom.Datalist && b.selects == 0:
	case b.top().DataAtom == atom.Optgroup && b.selects > 0:
		if tag == atom.Optgroup {
			b.pop()
		}
		if t := b.top().DataAtom; t != atom.Select && t != atom.Optgroup {
			b.refuse()
		}
	default:
		b.refuse()
	}
	if !b.refused {
		b.push(tag, name)
	}
}
