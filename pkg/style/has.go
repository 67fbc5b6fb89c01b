package style

import (
	"strings"

	"golang.org/x/net/html"
)

// has adds :has() of selectors that stand in relation to the element.
func (p *selectorParser) has(c *compound, arg string) bool {
	if p.depth >= maxNesting {
		p.sel.open = true
		return true
	}
	var list []*selector
	for _, s := range splitTop(arg, ',') {
		s = strings.TrimSpace(s)
		if s == "" {
			return false
		}
		link := byte(' ')
		if strings.ContainsRune(">+~", rune(s[0])) {
			link = s[0]
			s = strings.TrimSpace(s[1:])
		}
		sel, ok := parseSelector(s, p.depth+1)
		if !ok {
			return false
		}
		sel.parts[0].link = link
		sel.parts = append([]compound{{link: ' ', tests: []test{isAnchor}}}, sel.parts...)
		list = append(list, sel)
	}
	p.sel.inner = append(p.sel.inner, list...)
	p.sel.weight = p.sel.weight.add(heaviest(list))
	c.tests = append(c.tests, func(m *matcher, n *html.Node) answer { return m.has(list, n) })
	return true
}

// isAnchor holds for the element that :has() is asked of.
func isAnchor(m *matcher, n *html.Node) answer { return sure(n == m.anchor) }

// has looks among what is in an element, and behind it, for one that fits.
func (m *matcher) has(list []*selector, n *html.Node) answer {
	m.further = true
	outer := m.anchor
	defer func() { m.anchor = outer }()
	m.anchor = n
	best := no
	for _, s := range list {
		if s.dead {
			continue
		}
		from, whole := n.FirstChild, n
		if l := s.parts[1].link; l == '+' || l == '~' {
			from, whole = n.NextSibling, nil
		}
		seen := 0
		for e := from; e != nil && best != yes; e = after(e, whole, n) {
			if seen++; seen > hasCost {
				return max(best, open)
			}
			if e.Type == html.ElementNode {
				best = max(best, m.match(s, e))
			}
		}
	}
	return best
}

// after is the next node in document order inside whole, or, without one,
// among the siblings behind an element.
func after(e, whole, anchor *html.Node) *html.Node {
	if e.FirstChild != nil {
		return e.FirstChild
	}
	for e != nil && e != whole && e != anchor.Parent {
		if e.NextSibling != nil {
			return e.NextSibling
		}
		e = e.Parent
	}
	return nil
}
