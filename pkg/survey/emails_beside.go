package survey

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/shoplint/shoplint/pkg/contact"
)

// besideNodes bounds how many nodes are looked at for the words beside a link.
const besideNodes = 24

// textBeside is the text before and behind a node within its paragraph.
func textBeside(n *html.Node) (before, after string) {
	if n == nil {
		return "", ""
	}
	left := besideNodes
	for at := n; at != nil && left > 0 && len(before) < contact.Reach; at = stepOut(at) {
		for s := at.PrevSibling; s != nil && left > 0 && len(before) < contact.Reach; s = s.PrevSibling {
			before = plainText(s, &left) + before
		}
	}
	left = besideNodes
	for at := n; at != nil && left > 0 && len(after) < contact.Reach; at = stepOut(at) {
		for s := at.NextSibling; s != nil && left > 0 && len(after) < contact.Reach; s = s.NextSibling {
			after += plainText(s, &left)
		}
	}
	return strings.Join(strings.Fields(before), " "), strings.Join(strings.Fields(after), " ")
}

// stepOut goes to the parent while that is still the same line of text.
func stepOut(n *html.Node) *html.Node {
	switch p := n.Parent; {
	case p == nil:
		return nil
	case p.DataAtom == atom.A, p.DataAtom == atom.Span, p.DataAtom == atom.B, p.DataAtom == atom.Strong,
		p.DataAtom == atom.I, p.DataAtom == atom.Em, p.DataAtom == atom.Small, p.DataAtom == atom.U, p.DataAtom == atom.Font:
		return p
	}
	return nil
}

// plainText is the text of a node, of a bounded number of nodes.
func plainText(n *html.Node, left *int) string {
	if *left--; *left < 0 {
		return ""
	}
	switch {
	case n.Type == html.TextNode:
		return n.Data[:min(len(n.Data), 4*contact.Reach)]
	case n.Type != html.ElementNode, n.DataAtom == atom.Script, n.DataAtom == atom.Style:
		return ""
	case n.DataAtom == atom.Br:
		return " "
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil && *left > 0; c = c.NextSibling {
		b.WriteString(plainText(c, left))
	}
	return b.String()
}

// cutout is the part of a text about text[from:to], at most about 120 bytes.
func cutout(text string, from, to int) string {
	start, end := max(0, from-50), min(len(text), to+70)
	if start > 0 {
		if i := strings.IndexByte(text[start:from], ' '); i >= 0 {
			start += i + 1
		}
	}
	if end < len(text) {
		if i := strings.LastIndexByte(text[to:end], ' '); i >= 0 {
			end = to + i
		}
	}
	return strings.ToValidUTF8(text[start:end], "")
}

// attrOf is the value of an attribute, "" when there is none.
func attrOf(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}
