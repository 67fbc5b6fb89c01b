package page

import (
	"bytes"

	"golang.org/x/net/html"
)

// recount is the estimate again, over real tags only. Scripts carry whole
// pages as strings ("<b>x<\/b>"), which the quick count takes for tags that
// stay open; it is asked only when the quick count is above the budget, so
// an ordinary page never pays for it. Inside svg and math nothing is raw text.
func recount(text []byte) int {
	z := html.NewTokenizer(bytes.NewReader(text))
	var c counter
	foreign := 0
	for c.nodes <= nodeBudget {
		switch z.Next() {
		case html.ErrorToken:
			return c.nodes
		case html.StartTagToken:
			raw := z.Raw()
			foreign += outside(raw[1:], 1)
			if foreign > 0 {
				z.NextIsNotRawText()
			}
			c.tag(raw[1:])
		case html.SelfClosingTagToken:
			c.tag(z.Raw()[1:])
		case html.EndTagToken:
			raw := z.Raw()
			foreign = max(0, foreign+outside(raw[2:], -1))
			c.tag(raw[1:])
		}
	}
	return c.nodes
}

// outside is by for the name of a root of foreign content, else 0.
func outside(name []byte, by int) int {
	for _, root := range []string{"svg", "math"} {
		if len(name) > len(root) && bytes.EqualFold(name[:len(root)], []byte(root)) && !isLetter(name[len(root)]) {
			return by
		}
	}
	return 0
}
