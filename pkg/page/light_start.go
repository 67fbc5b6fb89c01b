package page

import (
	"golang.org/x/net/html/atom"
)

// startTag reads a start tag and opens its element where that is plain.
func (b *lightBuilder) startTag() {
	at := b.at
	tag, name, i := b.tagName(at + 1)
	if b.refused {
		return
	}
	end, closed := b.attributes(i, tag)
	if b.refused {
		return
	}
	b.at = end
	b.starts = append(b.starts, int32(at))
	made := b.elements
	defer func() { b.uneven = b.uneven || b.elements != made+1 }()
	if b.cost += 2 + b.formatting; b.cost > nodeBudget/4 {
		b.refuse() // near enough to the budget to be counted
		return
	}
	switch {
	case b.top().Namespace != "":
		b.foreign(tag, name, closed)
	case b.phase < lightBody && b.templates == 0:
		b.beforeBody(tag, name)
	default:
		b.phase = max(b.phase, lightHead)
		if b.phase > lightBody {
			b.phase = lightBody // what stands behind </body> is in it
		}
		b.inBody(tag, name)
		if tag == atom.Svg && closed && !b.refused {
			b.pop()
		}
	}
}

// beforeBody opens html, head and body and what stands in the head.
func (b *lightBuilder) beforeBody(tag atom.Atom, name string) {
	switch {
	case tag == atom.Html && b.phase == lightStart:
		b.push(tag, name)
		b.phase = lightHTML
	case tag == atom.Head && b.phase == lightHTML:
		b.push(tag, name)
		b.phase = lightHead
	case tag == atom.Body && b.phase == lightAfterHead:
		b.push(tag, name)
		b.phase = lightBody
	case b.phase != lightHead:
		b.refuse()
	default:
		b.ofHead(tag, name)
	}
}

// ofHead opens what may stand in the head, and is treated alike in the body.
func (b *lightBuilder) ofHead(tag atom.Atom, name string) {
	switch tag {
	case atom.Base, atom.Link, atom.Meta:
		b.element(tag, name)
	case atom.Script, atom.Title, atom.Style:
		b.rawText(tag, name)
	case atom.Template:
		b.push(tag, name)
	default:
		b.refuse()
	}
}

// inBody opens an element of the body.
func (b *lightBuilder) inBody(tag atom.Atom, name string) {
	if b.inTable() {
		b.tableStart(tag, name)
		return
	}
	switch tag {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Center, atom.Details, atom.Dialog, atom.Dir,
		atom.Div, atom.Dl, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Header, atom.Hgroup, atom.Main,
		atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Search, atom.Section, atom.Summary, atom.Ul, atom.Pre:
		b.block(tag, name)
	case atom.Li, atom.Dd, atom.Dt:
		b.item(tag, name)
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		b.heading(tag, name)
	case atom.A, atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.S, atom.Small, atom.Strike, atom.Strong,
		atom.Tt, atom.U:
		b.format(tag, name)
	case atom.Area, atom.Br, atom.Embed, atom.Img, atom.Wbr, atom.Source, atom.Track, atom.Param:
		b.element(tag, name)
	case atom.Base, atom.Link, atom.Meta, atom.Script, atom.Title, atom.Style, atom.Template:
		b.ofHead(tag, name)
	case atom.Iframe, atom.Textarea:
		b.rawText(tag, name)
	case atom.Svg:
		b.push(tag, name)
		b.top().Namespace = "svg"
		b.adjust()
	default:
		b.control(tag, name)
	}
}

// control opens form controls, tables, and every other element.
func (b *lightBuilder) control(tag atom.Atom, name string) {
	switch tag {
	case atom.Input, atom.Hr, atom.Select:
		b.alone(b.selects == 0, tag, name)
	case atom.Button:
		b.alone(b.buttons == 0, tag, name)
	case atom.Form:
		b.alone(b.forms == 0 && b.templates == 0, tag, name)
	case atom.Option, atom.Optgroup:
		b.choice(tag, name)
	case atom.Td, atom.Th, atom.Tr, atom.Tbody, atom.Thead, atom.Tfoot:
		b.cellEnds(tag, name)
	case atom.Table:
		if b.paragraphs > 0 && !b.plain {
			b.refuse() // whether a table ends a paragraph hangs on the document type
			return
		}
		b.block(tag, name)
	case atom.Abbr, atom.Acronym, atom.Audio, atom.Bdi, atom.Bdo, atom.Canvas, atom.Cite, atom.Data, atom.Datalist,
		atom.Del, atom.Dfn, atom.Ins, atom.Kbd, atom.Label, atom.Legend, atom.Map, atom.Mark, atom.Meter, atom.Noscript,
		atom.Object, atom.Output, atom.Picture, atom.Progress, atom.Q, atom.Samp, atom.Slot, atom.Span, atom.Sub,
		atom.Sup, atom.Time, atom.Var, atom.Video:
		b.push(tag, name)
	case 0:
		b.custom(name)
	default:
		b.refuse()
	}
}

// custom opens an element no standard knows.
func (b *lightBuilder) custom(name string) {
	if !isLetter(name[0]) {
		b.refuse()
		return
	}
	b.push(0, name)
}

// alone opens an element that may not stand in another of its kind.
func (b *lightBuilder) alone(ok bool, tag atom.Atom, name string) {
	if !ok {
		b.refuse()
		return
	}
	switch tag {
	case atom.Input:
		b.element(tag, name)
	case atom.Hr:
		if b.endParagraph() {
			b.element(tag, name)
		}
	case atom.Form:
		b.block(tag, name)
	default:
		b.push(tag, name)
	}
}
