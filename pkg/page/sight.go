package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// sights remembers what was decided about elements, per page.
type sights struct {
	seen map[*html.Node]Sight
}

// Sight says whether a person sees a node.
func (p *Page) Sight(n *html.Node) Sight {
	if n == nil {
		return Sight{State: Unknown}
	}
	if n.Type != html.ElementNode && n.Parent != nil {
		if n.Type == html.CommentNode {
			return Sight{State: Hidden, Why: "inside a comment"}
		}
		n = n.Parent
	}
	s := Sight{State: Visible, Desktop: true, Phone: true}
	for e := n; e != nil; e = e.Parent {
		if e.Type != html.ElementNode {
			continue
		}
		switch {
		case e.DataAtom == atom.Noscript, e.DataAtom == atom.Template, e.DataAtom == atom.Script:
			return Sight{State: Hidden, Why: "inside <" + e.Data + ">"}
		case hasAttr(e, "hidden"):
			return Sight{State: Hidden, Why: "hidden"}
		case strings.Contains(strings.ReplaceAll(attr(e, "style"), " ", ""), "display:none"):
			return Sight{State: Hidden, Why: "style=\"display:none\""}
		}
	}
	return s
}
