package style

import (
	"strings"

	"golang.org/x/net/html"
)

// answer is what a selector says of an element.
type answer int

const (
	no answer = iota
	open
	yes
)

func sure(ok bool) answer {
	if ok {
		return yes
	}
	return no
}

func (a answer) not() answer { return yes - a }

// The budget of one page's matching. Beyond it everything is open. A shop's
// page with a thousand rules and links needs a tenth of it.
const (
	matchBudget = 1_000_000 // comparisons of an element with a compound
	hasCost     = 10_000    // of one :has()
	maxSiblings = 1000
	maxCandid   = 2000
)

// matcher matches selectors on one page and counts what it costs.
type matcher struct {
	spent  int
	counts map[*html.Node]int // element children
}

// afford takes cost from the budget; false when it is used up.
func (m *matcher) afford(cost int) bool {
	m.spent += cost
	return m.spent <= matchBudget
}

// broke reports whether the budget is used up.
func (m *matcher) broke() bool { return m.spent > matchBudget }

// children counts the element children of a node, once.
func (m *matcher) children(n *html.Node) int {
	if c, ok := m.counts[n]; ok {
		return c
	}
	c := 0
	for e := n.FirstChild; e != nil; e = e.NextSibling {
		c++
	}
	if m.counts == nil {
		m.counts = map[*html.Node]int{}
	}
	m.counts[n] = c
	return c
}

// any is the best answer of a list of selectors.
func (m *matcher) any(list []*selector, n *html.Node) answer {
	best := no
	for _, s := range list {
		if best = max(best, m.match(s, n)); best == yes {
			break
		}
	}
	return best
}

// match says whether a selector applies to an element.
func (m *matcher) match(s *selector, n *html.Node) answer {
	if s.dead {
		return no
	}
	if m.broke() {
		return open
	}
	last := len(s.parts) - 1
	a := m.compound(&s.parts[last], n)
	if a != no && last > 0 {
		a = min(a, m.context(s, n))
	}
	if s.open {
		a = min(a, open)
	}
	return a
}

// candidate is an element that may stand for a compound.
type candidate struct {
	node *html.Node
	is   answer
}

// context matches the compounds left of the last. It keeps, step by step, all
// elements that may stand for a compound, the deepest first, so no selector
// makes it try combinations.
func (m *matcher) context(s *selector, n *html.Node) answer {
	from := []candidate{{n, yes}}
	for i := len(s.parts) - 1; i > 0; i-- {
		var to []candidate
		m.related(s.parts[i].link, from, func(c candidate) bool {
			if a := min(c.is, m.compound(&s.parts[i-1], c.node)); a != no {
				to = append(to, candidate{c.node, a})
			}
			return len(to) < maxCandid
		})
		if from = to; len(from) == 0 {
			return no
		}
	}
	best := no
	for _, c := range from {
		best = max(best, c.is)
	}
	return best
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
		for _, c := range from {
			if e := previous(c.node); e != nil && !keep(candidate{e, c.is}) {
				return
			}
		}
	case '~':
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

// compound matches simple selectors on one element.
func (m *matcher) compound(c *compound, n *html.Node) answer {
	if !m.afford(1) {
		return open
	}
	if c.tag != "" && !strings.EqualFold(c.tag, n.Data) || c.id != "" && attr(n, "id") != c.id {
		return no
	}
	if len(c.classes) > 0 {
		list := attr(n, "class")
		for _, class := range c.classes {
			if !hasClass(list, class) {
				return no
			}
		}
	}
	best := yes
	for _, t := range c.tests {
		if best = min(best, t(m, n)); best == no {
			return no
		}
	}
	return best
}

func attr(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}

// hasClass reports whether a class list holds a class.
func hasClass(list, class string) bool {
	for len(list) >= len(class) {
		i := strings.Index(list, class)
		if i < 0 {
			return false
		}
		end := i + len(class)
		if (i == 0 || space(list[i-1])) && (end == len(list) || space(list[end])) {
			return true
		}
		list = list[end:]
		if j := strings.IndexAny(list, " \t\n\r\f"); j < 0 {
			return false
		} else {
			list = list[j:]
		}
	}
	return false
}

func space(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' }
