package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// closed says what an element's own attributes do to it: gone when a browser
// does not show it unless its display is declared, note when a click opens it.
func (p *Page) closed(n *html.Node) (gone, note string) {
	for i := range n.Attr {
		if n.Attr[i].Key == "hidden" {
			if strings.EqualFold(strings.TrimSpace(n.Attr[i].Val), "until-found") {
				return "", "found by searching the page"
			}
			return "hidden", ""
		}
	}
	if n.DataAtom == atom.Dialog && !hasAttr(n, "open") {
		return "closed <dialog>", ""
	}
	if hasAttr(n, "popover") {
		return "closed popover", ""
	}
	if d := n.Parent; d != nil && d.DataAtom == atom.Details && !hasAttr(d, "open") && !isSummary(n) {
		return "", "opened by a click"
	}
	return "", ""
}

// isSummary reports whether an element is the line of <details> that stays.
func isSummary(n *html.Node) bool {
	if n.DataAtom != atom.Summary {
		return false
	}
	for s, i := n.PrevSibling, 0; s != nil && i < maxInside; s, i = s.PrevSibling, i+1 {
		if s.DataAtom == atom.Summary {
			return false
		}
	}
	return true
}

// opens reports whether a button that says it is closed controls an element.
func (p *Page) opens(n *html.Node) bool {
	id := attr(n, "id")
	if id == "" {
		return false
	}
	if p.sights.controls == nil {
		p.sights.controls = map[string]bool{}
		for e := p.root; e != nil; e = next(e, nil) {
			if e.Type == html.ElementNode && hasWordValue(e, "aria-expanded", "false") {
				for ids := attr(e, "aria-controls"); ids != ""; {
					var id string
					id, ids = nextWord(ids)
					p.sights.controls[id] = true
				}
			}
		}
	}
	return p.sights.controls[id]
}
