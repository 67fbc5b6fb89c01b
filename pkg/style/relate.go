package style

import "golang.org/x/net/html"

// candidate is an element that may stand for a compound.
type candidate struct {
	node *html.Node
	is   answer
}

// related calls keep for every element that stands to one of from as the
// combinator says, each once.
func (m *matcher) related(link byte, from []candidate, keep func(candidate) bool) {
	switch link {
	case ' ':
		ancestors(from, keep)
		return
	case '>':
		var last *html.Node
		for _, c := range from {
			if p := c.node.Parent; p != nil && p != last && p.Type == html.ElementNode {
				keep(candidate{p, c.is})
				last = p
			}
		}
	case '+':
		m.further = true
		for _, c := range from {
			if e := previous(c.node); e != nil && !keep(candidate{e, c.is}) {
				return
			}
		}
	case '~':
		m.further = true
		var parent *html.Node
		for _, c := range from { // of siblings the last comes first and has all the others before it
			if c.node.Parent == parent {
				continue
			}
			parent = c.node.Parent
			for e := previous(c.node); e != nil; e = previous(e) {
				if !keep(candidate{e, c.is}) {
					return
				}
			}
		}
	}
}

// ancestors walks up from the deepest candidate: the others' ancestors are
// among its own. What is above a sure candidate is sure.
func ancestors(from []candidate, keep func(candidate) bool) {
	state := from[0].is
	next := 1
	for p := from[0].node.Parent; p != nil && p.Type == html.ElementNode; p = p.Parent {
		for next < len(from) && from[next].node.Parent == p {
			state = max(state, from[next].is)
			next++
		}
		if !keep(candidate{p, state}) {
			return
		}
	}
}

func previous(n *html.Node) *html.Node {
	for n = n.PrevSibling; n != nil && n.Type != html.ElementNode; n = n.PrevSibling {
	}
	return n
}
