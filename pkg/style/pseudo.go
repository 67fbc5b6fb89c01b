package style

import (
	"strings"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
)

// attribute eats [name=value].
func (p *selectorParser) attribute(c *compound) bool {
	end := endOf(p.rest, '[', ']')
	if end < 0 {
		return false
	}
	raw := p.rest[:end+1]
	p.rest = p.rest[end+1:]
	p.sel.weight[1]++
	return p.library(c, raw)
}

// library leaves a simple selector to cascadia; what it cannot read stays
// open.
func (p *selectorParser) library(c *compound, raw string) bool {
	sel, err := cascadia.Parse(raw)
	if err != nil {
		p.sel.open = true
		return true
	}
	c.tests = append(c.tests, func(_ *matcher, n *html.Node) answer { return sure(sel.Match(n)) })
	return true
}

// pseudo eats a pseudo-class or pseudo-element.
func (p *selectorParser) pseudo(c *compound) bool {
	start := p.rest
	p.rest = p.rest[1:]
	element := strings.HasPrefix(p.rest, ":")
	p.rest = strings.TrimPrefix(p.rest, ":")
	name, ok := p.ident()
	if !ok {
		return false
	}
	name = strings.ToLower(name)
	var arg string
	if strings.HasPrefix(p.rest, "(") {
		end := endOf(p.rest, '(', ')')
		if end < 0 {
			return false
		}
		arg = strings.TrimSpace(p.rest[1:end])
		p.rest = p.rest[end+1:]
	}
	if element || legacyElement(name) {
		p.sel.dead = true
		return true
	}
	return p.class(c, name, arg, start[:len(start)-len(p.rest)])
}

// class adds a pseudo-class to a compound.
func (p *selectorParser) class(c *compound, name, arg, raw string) bool {
	switch name {
	case "is", "where", "matches", "-webkit-any", "-moz-any", "not":
		p.list(c, name, arg)
		return true
	case "root", "empty", "link", "any-link", "enabled", "disabled", "lang":
		p.sel.weight[1]++
		return p.library(c, strings.Replace(raw, "any-link", "link", 1))
	case "first-child", "last-child", "first-of-type", "last-of-type", "only-child", "only-of-type",
		"nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type":
		p.sel.weight[1]++
		c.tests = append(c.tests, fewSiblings)
		return p.library(c, raw)
	case "has":
		p.has(c, arg, raw)
		return true
	case "defined", "read-write", "optional", "valid", "in-range": // of links and text: always so
		p.sel.weight[1]++
		return true
	}
	p.sel.weight[1]++
	if interactive(name) {
		p.sel.dead = true
		return true
	}
	p.sel.open = true
	return true
}

// list adds :is(), :where() or :not() of a list of selectors.
func (p *selectorParser) list(c *compound, name, arg string) {
	inner := parseSelectors(arg, p.depth+1)
	if inner == nil {
		p.sel.open = true
		return
	}
	if name != "where" {
		p.sel.weight = p.sel.weight.add(heaviest(inner))
	}
	negate := name == "not"
	c.tests = append(c.tests, func(m *matcher, n *html.Node) answer {
		a := m.any(inner, n)
		if negate {
			return a.not()
		}
		return a
	})
}

// has adds :has(). What stands in relation to the element, such as
// :has(> x), is left open, and so is all of it on large pages.
func (p *selectorParser) has(c *compound, arg, raw string) {
	p.sel.weight = p.sel.weight.add(heaviest(parseSelectors(strings.TrimLeft(arg, ">+~ "), p.depth+1)))
	sel, err := cascadia.Parse(raw)
	if err != nil || strings.ContainsAny(arg, ":>+~") {
		p.sel.open = true
		return
	}
	c.tests = append(c.tests, func(m *matcher, n *html.Node) answer {
		if !m.afford(hasCost) {
			return open
		}
		return sure(sel.Match(n))
	})
}

func heaviest(list []*selector) specificity {
	var top specificity
	for _, s := range list {
		if top.less(s.weight) {
			top = s.weight
		}
	}
	return top
}

// fewSiblings leaves a position open among so many siblings that counting them
// for each would be quadratic.
func fewSiblings(m *matcher, n *html.Node) answer {
	if n.Parent == nil {
		return yes
	}
	if among := m.children(n.Parent); among > maxSiblings || !m.afford(among/8) {
		return open
	}
	return yes
}

// legacyElement are the pseudo-elements that are also written with one colon.
func legacyElement(name string) bool {
	return name == "before" || name == "after" || name == "first-line" || name == "first-letter"
}

// interactive are the pseudo-classes that need a person or a script, and those
// that a browser of today does not know: the rule does not apply.
func interactive(name string) bool {
	switch name {
	case "hover", "active", "focus", "focus-within", "focus-visible", "target", "target-within", "visited",
		"checked", "indeterminate", "invalid", "user-invalid", "user-valid", "out-of-range", "placeholder-shown",
		"autofill", "-webkit-autofill", "read-only", "required", "default", "fullscreen", "-webkit-full-screen",
		"modal", "popover-open", "picture-in-picture", "open", "playing", "paused", "host", "host-context", "past",
		"future", "current", "active-view-transition", "input", "contains", "containsown", "haschild", "matchesown":
		return true
	}
	return strings.HasPrefix(name, "-moz-") || strings.HasPrefix(name, "-ms-") || strings.HasPrefix(name, "-o-")
}

// endOf is the index of the bracket that closes the one s begins with, -1 when
// there is none.
func endOf(s string, left, right byte) int {
	depth := 0
	var quote byte
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == left:
			depth++
		case c == right:
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}
