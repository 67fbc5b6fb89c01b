package style

import (
	"strings"

	"golang.org/x/net/html"
)

// pseudo eats a pseudo-class or pseudo-element.
func (p *selectorParser) pseudo(c *compound) bool {
	p.rest = p.rest[1:]
	element := strings.HasPrefix(p.rest, ":")
	p.rest = strings.TrimPrefix(p.rest, ":")
	name, ok := p.ident()
	if !ok {
		return false
	}
	name = strings.ToLower(name)
	var arg string
	has := strings.HasPrefix(p.rest, "(")
	if has {
		end := endOf(p.rest, '(', ')')
		if end < 0 {
			return false
		}
		arg = strings.TrimSpace(p.rest[1:end])
		p.rest = p.rest[end+1:]
	}
	if foreign(name) {
		return false // Chromium, and with it most browsers, drops the whole rule
	}
	if element || legacyElement(name) {
		p.sel.dead = true
		return true
	}
	return p.class(c, name, arg, has)
}

// class adds a pseudo-class to a compound; false for one no browser knows.
func (p *selectorParser) class(c *compound, name, arg string, has bool) bool {
	switch name {
	case "is", "where", "matches", "-webkit-any":
		p.list(c, name, arg)
		return has
	case "not":
		return p.not(c, arg)
	case "has":
		return p.has(c, arg)
	case "nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type":
		return p.nth(c, name, arg)
	case "host-context", "host", "state", "contains", "eq", "gt", "lt", "haschild", "matchesown", "containsown":
		p.sel.dead = true
		return !strings.HasPrefix(name, "contains") && len(name) > 2
	}
	p.sel.weight[1]++
	if interactive(name) {
		p.sel.dead = true
		return true
	}
	if t := plainClass(name, arg); t != nil {
		c.tests = append(c.tests, t)
		if strings.HasSuffix(name, "link") {
			p.sel.asks = append(p.sel.asks, ask{'[', "href"})
		}
		return true
	}
	p.sel.open = true
	return true
}

// list adds :is() or :where() of a list of selectors.
func (p *selectorParser) list(c *compound, name, arg string) {
	inner := forgiving(arg, p.depth+1)
	p.sel.inner = append(p.sel.inner, inner...)
	if name != "where" {
		p.sel.weight = p.sel.weight.add(heaviest(inner))
	}
	c.tests = append(c.tests, func(m *matcher, n *html.Node) answer { return m.any(inner, n) })
}

// not adds :not() of a list of selectors.
func (p *selectorParser) not(c *compound, arg string) bool {
	inner, ok := parseSelectors(arg, p.depth+1)
	if !ok {
		if p.depth >= maxNesting || len(arg) > maxSelector {
			p.sel.open = true
			return true
		}
		return false
	}
	p.sel.inner = append(p.sel.inner, inner...)
	p.sel.weight = p.sel.weight.add(heaviest(inner))
	c.tests = append(c.tests, func(m *matcher, n *html.Node) answer { return m.any(inner, n).not() })
	return true
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

// legacyElement are the pseudo-elements that are also written with one colon.
func legacyElement(name string) bool {
	return name == "before" || name == "after" || name == "first-line" || name == "first-letter"
}

// interactive are the pseudo-classes that need a person or a script: the rule
// does not apply.
func interactive(name string) bool {
	switch name {
	case "hover", "active", "focus", "focus-within", "focus-visible", "target", "target-within", "target-current", "visited",
		"user-invalid", "user-valid", "autofill", "-webkit-autofill", "fullscreen", "-webkit-full-screen", "-webkit-drag",
		"modal", "popover-open", "picture-in-picture", "playing", "paused", "seeking", "buffering", "stalled", "muted",
		"volume-locked", "past", "future", "current", "active-view-transition", "active-view-transition-type",
		"indeterminate", "out-of-range", "-webkit-full-screen-ancestor":
		return true
	}
	return false
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
