package style

import (
	"strings"

	"golang.org/x/net/html"
)

// specificity counts ids, then classes, attributes and pseudo-classes, then
// types.
type specificity [3]int

func (a specificity) add(b specificity) specificity {
	return specificity{a[0] + b[0], a[1] + b[1], a[2] + b[2]}
}

func (a specificity) less(b specificity) bool {
	for i := range a {
		if a[i] != b[i] {
			return a[i] < b[i]
		}
	}
	return false
}

// selector is one complex selector: compounds from left to right.
type selector struct {
	text   string
	parts  []compound
	weight specificity
	open   bool // something in it cannot be decided
	dead   bool // it applies to nothing that stands still: :hover, ::before

	asks  []ask       // attributes
	inner []*selector // of :is(), :not() and the like
}

// compound is a run of simple selectors about one element, and how it stands
// to the compound before it: ' ', '>', '+' or '~'.
type compound struct {
	link    byte
	tag     string
	id      string
	classes []string
	tests   []test
}

// test is a simple selector that needs more than a look at id, class or tag.
type test func(*matcher, *html.Node) answer

// The bounds of one selector.
const (
	maxSelector  = 4096 // bytes
	maxCompounds = 32
)

// parseSelectors reads a selector list; false when one of it is wrong, for
// then a browser drops the rule.
func parseSelectors(list string, depth int) ([]*selector, bool) {
	if len(list) > maxSelector || depth > maxNesting {
		return nil, false
	}
	var out []*selector
	for _, s := range splitTop(list, ',') {
		sel, ok := parseSelector(strings.TrimSpace(s), depth)
		if !ok {
			return nil, false
		}
		out = append(out, sel)
	}
	return out, true
}

// forgiving reads a list in which what is wrong counts for nothing.
func forgiving(list string, depth int) []*selector {
	if len(list) > maxSelector || depth > maxNesting {
		return []*selector{{open: true, parts: []compound{{link: ' '}}}}
	}
	var out []*selector
	for _, s := range splitTop(list, ',') {
		if sel, ok := parseSelector(strings.TrimSpace(s), depth); ok {
			out = append(out, sel)
		}
	}
	return out
}

// parseSelector reads one complex selector.
func parseSelector(s string, depth int) (*selector, bool) {
	p := selectorParser{rest: s, depth: depth, sel: &selector{text: s}}
	link := byte(' ')
	for p.rest != "" {
		c := compound{link: link}
		if !p.compound(&c) || len(p.sel.parts) == maxCompounds {
			return nil, false
		}
		p.sel.parts = append(p.sel.parts, c)
		if link = p.combinator(); link == 'x' {
			return nil, false
		}
	}
	return p.sel, len(p.sel.parts) > 0 && link == ' '
}

// selectorParser eats a selector from the left.
type selectorParser struct {
	rest  string
	depth int
	sel   *selector
}

// combinator eats white space and a combinator.
func (p *selectorParser) combinator() byte {
	link := byte(' ')
	for p.rest != "" {
		switch c := p.rest[0]; c {
		case '>', '+', '~':
			if link != ' ' {
				return 'x' // two in a row: what follows is no selector
			}
			link = c
		case ' ', '\t', '\n', '\r', '\f':
		default:
			return link
		}
		p.rest = p.rest[1:]
	}
	return link
}

// compound eats simple selectors up to a combinator; false for none.
func (p *selectorParser) compound(c *compound) bool {
	before := len(p.rest)
	for p.rest != "" && !strings.ContainsRune(" \t\n\r\f>+~", rune(p.rest[0])) {
		if !p.simple(c) {
			return false
		}
	}
	return len(p.rest) < before
}

// simple eats one simple selector.
func (p *selectorParser) simple(c *compound) bool {
	switch p.rest[0] {
	case '*':
		p.rest = p.rest[1:]
		if strings.HasPrefix(p.rest, "|") && !strings.HasPrefix(p.rest, "||") { // any name space
			p.rest = p.rest[1:]
			return p.rest != ""
		}
		return true
	case '#', '.':
		return p.named(c)
	case '[':
		return p.attribute(c)
	case ':':
		return p.pseudo(c)
	}
	name, ok := p.ident()
	if c.tag != "" || c.id != "" || len(c.classes)+len(c.tests) > 0 {
		return false // a tag stands first
	}
	c.tag = strings.ToLower(name)
	p.sel.weight[2]++
	return ok
}

// named eats an id or a class.
func (p *selectorParser) named(c *compound) bool {
	kind := p.rest[0]
	p.rest = p.rest[1:]
	name, ok := p.ident()
	if name != "" && name[0] >= '0' && name[0] <= '9' && kind == '.' {
		ok = false
	}
	if kind == '.' {
		c.classes = append(c.classes, name)
		p.sel.weight[1]++
		return ok
	}
	if c.id != "" && c.id != name {
		p.sel.dead = true
	}
	c.id = name
	p.sel.weight[0]++
	return ok
}
