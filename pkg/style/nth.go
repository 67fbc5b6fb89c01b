package style

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// nth adds :nth-child() and its sisters, with "of S" for those that take it.
func (p *selectorParser) nth(c *compound, name, arg string) bool {
	p.sel.weight[1]++
	var of []*selector
	arg = strings.ToLower(arg[:min(len(arg), 40)]) + arg[min(len(arg), 40):]
	if head, list, ok := strings.Cut(arg, " of "); ok {
		if strings.HasSuffix(name, "of-type") {
			return false
		}
		if of, ok = parseSelectors(list, p.depth+1); !ok {
			return false
		}
		p.sel.inner = append(p.sel.inner, of...)
		p.sel.weight = p.sel.weight.add(heaviest(of))
		arg = head
	}
	a, b, ok := formula(arg)
	if !ok {
		return false
	}
	c.tests = append(c.tests, position{a, b, strings.Contains(name, "last"), strings.HasSuffix(name, "of-type"), of}.test)
	return true
}

// formula reads an+b, odd, even or a number.
func formula(s string) (a, b int, ok bool) {
	s = strings.ReplaceAll(s, " ", "")
	switch s {
	case "odd":
		return 2, 1, true
	case "even":
		return 2, 0, true
	}
	head, tail, has := strings.Cut(s, "n")
	if !has {
		b, err := strconv.Atoi(strings.TrimPrefix(s, "+"))
		return 0, b, err == nil
	}
	switch head {
	case "", "+":
		a = 1
	case "-":
		a = -1
	default:
		v, err := strconv.Atoi(strings.TrimPrefix(head, "+"))
		if err != nil {
			return 0, 0, false
		}
		a = v
	}
	if tail == "" {
		return a, 0, true
	}
	b, err := strconv.Atoi(strings.TrimPrefix(tail, "+"))
	return a, b, err == nil && (tail[0] == '+' || tail[0] == '-')
}

// position is a place among siblings.
type position struct {
	a, b     int
	fromLast bool
	sameTag  bool
	of       []*selector
}

// test counts siblings up to the element. Among very many that would be
// quadratic, and stays open.
func (t position) test(m *matcher, n *html.Node) answer {
	m.further = true
	if n.Parent == nil {
		return open
	}
	if among := m.children(n.Parent); among > maxSiblings || !m.afford(1+among/8) {
		return open
	}
	own := yes
	if t.of != nil {
		if own = m.any(t.of, n); own == no {
			return no
		}
	}
	at, doubt := 1, own == open
	for s := t.step(n); s != nil; s = t.step(s) {
		if s.Type != html.ElementNode || t.sameTag && s.Data != n.Data {
			continue
		}
		if t.of != nil {
			switch m.any(t.of, s) {
			case no:
				continue
			case open:
				doubt = true
			}
		}
		at++
	}
	if doubt {
		return open
	}
	return sure(t.holds(at))
}

func (t position) step(n *html.Node) *html.Node {
	if t.fromLast {
		return n.NextSibling
	}
	return n.PrevSibling
}

func (t position) holds(at int) bool {
	if t.a == 0 {
		return at == t.b
	}
	return (at-t.b)%t.a == 0 && (at-t.b)/t.a >= 0
}
