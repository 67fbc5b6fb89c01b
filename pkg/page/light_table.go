package page

import "golang.org/x/net/html/atom"

// inTable reports whether the open element is a part of a table in which only
// other parts of it may stand.
func (b *lightBuilder) inTable() bool {
	switch b.top().DataAtom {
	case atom.Table, atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr, atom.Colgroup:
		return true
	}
	return false
}

// tableStart opens a part of a table. What does not belong into one is moved
// elsewhere by the standard: then the page is given up.
func (b *lightBuilder) tableStart(tag atom.Atom, name string) {
	top := b.top().DataAtom
	switch tag {
	case atom.Tbody, atom.Thead, atom.Tfoot:
		if isSection(top) {
			b.pop()
			top = b.top().DataAtom
		}
		b.part(top == atom.Table, tag, name)
	case atom.Tr:
		if top == atom.Table {
			kept := b.attrs
			b.attrs = nil
			b.push(atom.Tbody, "tbody")
			b.attrs, top = kept, atom.Tbody
		} else if top == atom.Tr {
			b.pop()
			top = b.top().DataAtom
		}
		b.part(isSection(top), tag, name)
	case atom.Td, atom.Th:
		b.part(top == atom.Tr, tag, name)
	case atom.Caption, atom.Colgroup:
		b.part(top == atom.Table, tag, name)
	case atom.Col:
		if top != atom.Colgroup {
			b.refuse()
			return
		}
		b.element(tag, name)
	case atom.Script, atom.Style:
		if top == atom.Colgroup {
			b.refuse()
			return
		}
		b.rawText(tag, name)
	default:
		b.refuse()
	}
}

func isSection(tag atom.Atom) bool {
	return tag == atom.Tbody || tag == atom.Thead || tag == atom.Tfoot
}

func (b *lightBuilder) part(ok bool, tag atom.Atom, name string) {
	if !ok {
		b.refuse()
		return
	}
	b.push(tag, name)
}

// cellEnds closes the cell in which the next part of its table begins.
func (b *lightBuilder) cellEnds(tag atom.Atom, name string) {
	if t := b.top().DataAtom; t != atom.Td && t != atom.Th {
		b.refuse()
		return
	}
	b.pop()
	if isSection(tag) {
		b.refuse()
		return
	}
	b.tableStart(tag, name)
}

// tableEnd closes a table, a section or a row, with the parts in it whose end
// tag was left out.
func (b *lightBuilder) tableEnd(tag atom.Atom) {
	for range 4 {
		top := b.top().DataAtom
		switch {
		case top == tag:
			b.pop()
			return
		case top == atom.Td || top == atom.Th || top == atom.Tr && tag != atom.Tr || isSection(top) && tag == atom.Table:
			b.pop()
		default:
			b.refuse()
			return
		}
	}
	b.refuse()
}
