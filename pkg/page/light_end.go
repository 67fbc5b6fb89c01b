package page

import (
	"golang.org/x/net/html/atom"
)

// endTag reads an end tag and closes the element it names, with those in it
// whose end tag may be left out.
func (b *lightBuilder) endTag() {
	tag, name, i := b.tagName(b.at + 2)
	if b.refused {
		return
	}
	if i = b.skipSpace(i); i >= len(b.src) || b.src[i] != '>' {
		b.refuse()
		return
	}
	b.at = i + 1
	switch {
	case b.top().Namespace != "":
		b.foreignEnd(name)
	case tag == atom.Head || tag == atom.Body || tag == atom.Html:
		b.sectionEnd(tag)
	case b.phase == lightBody || b.phase == lightHead && b.templates > 0:
		b.elementEnd(tag, name)
	default:
		b.refuse()
	}
}

// sectionEnd closes the head, the body or the document. Body and html stay on
// the stack: what comes behind them belongs to them.
func (b *lightBuilder) sectionEnd(tag atom.Atom) {
	body := b.top().DataAtom == atom.Body
	switch {
	case tag == atom.Head && b.phase == lightHead && b.top().DataAtom == atom.Head:
		b.pop()
		b.phase = lightAfterHead
	case tag == atom.Body && b.phase == lightBody && body:
		b.phase = lightAfterBody
	case tag == atom.Html && (b.phase == lightBody || b.phase == lightAfterBody) && body:
		b.phase = lightEnd
	default:
		b.refuse()
	}
}

// elementEnd closes an element of the body.
func (b *lightBuilder) elementEnd(tag atom.Atom, name string) {
	switch tag {
	case atom.Table, atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr:
		b.tableEnd(tag)
		return
	case atom.Colgroup, atom.Caption:
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Button, atom.Center, atom.Details, atom.Dialog,
		atom.Dir, atom.Div, atom.Dl, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.Header,
		atom.Hgroup, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.Pre, atom.Search, atom.Section, atom.Select,
		atom.Summary, atom.Ul, atom.Li, atom.Dd, atom.Dt, atom.Td, atom.Th, atom.Template:
		b.implied(tag)
	}
	top := b.top()
	if top.DataAtom != tag || top.Data != name || tag == atom.Body {
		b.refuse()
		return
	}
	b.pop()
}

// implied closes the elements in the one to be closed whose end tag may be
// left out.
func (b *lightBuilder) implied(tag atom.Atom) {
	for {
		switch t := b.top().DataAtom; {
		case t == tag:
			return
		case t == atom.P || t == atom.Li || t == atom.Dd || t == atom.Dt || t == atom.Option || t == atom.Optgroup:
			b.pop()
		default:
			return
		}
	}
}
