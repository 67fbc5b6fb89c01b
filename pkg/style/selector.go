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

// parseSelectors reads a selector list. Selectors that no browser knows are
// left out; a browser would drop the rule with them.
func parseSelectors(list string, depth int) []*selector {
	if len(list) > maxSelector || depth > maxNesting {
		return nil
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
		link = p.combinator()
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
		return true
	case '#', '.':
		return p.named(c)
	case '[':
		return p.attribute(c)
	case ':':
		return p.pseudo(c)
	}
	name, ok := p.ident()
	c.tag = strings.ToLower(name)
	p.sel.weight[2]++
	return ok
}

// named eats an id or a class.
func (p *selectorParser) named(c *compound) bool {
	kind := p.rest[0]
	p.rest = p.rest[1:]
	name, ok := p.ident()
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
