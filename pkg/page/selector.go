package page

import "golang.org/x/net/html"

type places struct{}
type lines struct{}

// Selector is a short CSS path to a node.
func (p *Page) Selector(n *html.Node) string {
	if n != nil && n.Type != html.ElementNode {
		n = n.Parent
	}
	if n == nil {
		return ""
	}
	return n.Data
}

// Line is the line a node begins on, 0 when unknown.
func (p *Page) Line(*html.Node) int { return 0 }
