package style

import "golang.org/x/net/html"

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
	anchor *html.Node         // the element that :has() is asked of
	// further says that a selector looked at more of an element than what its
	// likeness tells: its siblings, what is in it, its state.
	further bool
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
