package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// text takes what stands between two tags.
func (b *lightBuilder) text(s string) {
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	blank := trim(s) == ""
	switch b.phase {
	case lightStart, lightHTML:
		if !blank {
			b.refuse()
		}
		return // dropped
	case lightHead:
		if !blank && b.templates == 0 {
			b.refuse()
		}
	case lightAfterHead:
		if !blank {
			b.refuse()
		}
	case lightAfterBody, lightEnd:
		if !blank { // the body goes on
			b.phase = lightBody
		}
	}
	b.addText(s, blank)
}

func (b *lightBuilder) addText(s string, blank bool) {
	top := b.top()
	switch top.DataAtom {
	case atom.Table, atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr, atom.Colgroup:
		if !blank { // moved before the table
			b.refuse()
			return
		}
	case atom.Pre:
		if top.FirstChild == nil {
			s = strings.TrimPrefix(s, "\n")
		}
	}
	b.append(top, s)
}

// append adds text to an element, to its last text if it ends with one.
func (b *lightBuilder) append(to *html.Node, s string) {
	if s == "" {
		return
	}
	if last := to.LastChild; last != nil && last.Type == html.TextNode {
		b.joined++
		if b.joined > maxJoined {
			b.refuse()
		}
		last.Data += s
		return
	}
	n := b.node(html.TextNode)
	n.Data = s
	hangIn(to, n)
}

// maxJoined is how many texts may be joined to others: each costs a copy.
const maxJoined = 50

// declaration reads a comment or the document type.
func (b *lightBuilder) declaration() {
	rest := b.src[b.at:]
	if b.phase == lightStart && len(rest) > 9 && strings.EqualFold(rest[:9], "<!doctype") {
		b.doctype(rest)
		return
	}
	if !strings.HasPrefix(rest, "<!--") {
		b.refuse()
		return
	}
	end := strings.Index(rest[4:], "-->")
	if end < 0 {
		b.refuse()
		return
	}
	data := rest[4 : 4+end]
	if strings.HasPrefix(data, ">") || strings.HasPrefix(data, "->") || strings.Contains(data, "--!>") {
		b.refuse() // it ends earlier than it seems
		return
	}
	b.at += 4 + end + 3
	n := b.node(html.CommentNode)
	if n.Data = data; strings.IndexByte(data, '&') >= 0 {
		n.Data = html.UnescapeString(data)
	}
	switch b.phase {
	case lightAfterBody:
		hangIn(b.open[1], n)
	case lightEnd:
		hangIn(b.root, n)
	default:
		b.hang(n)
	}
}

// doctype lets the full parser read the document type, which is a line.
func (b *lightBuilder) doctype(rest string) {
	end := strings.IndexByte(rest, '>')
	if b.typed || end < 0 || end > 300 {
		b.refuse()
		return
	}
	doc, err := html.Parse(strings.NewReader(rest[:end+1]))
	if err != nil || doc.FirstChild == nil || doc.FirstChild.Type != html.DoctypeNode {
		b.refuse()
		return
	}
	n := b.node(html.DoctypeNode)
	n.Data, n.Attr = doc.FirstChild.Data, doc.FirstChild.Attr
	b.hang(n)
	b.at += end + 1
	b.typed = true
	b.plain = rest[9:end] == " html"
}
