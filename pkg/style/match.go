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
