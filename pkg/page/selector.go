package page

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// places remembers what paths to elements are made of, once for the page.
type places struct {
	ids       map[string]int       // how often an id is there
	landmarks map[string]int       // how often a landmark element is there
	order     map[*html.Node]place // of the children of parents asked for
	counted   map[*html.Node]bool  // those parents
}

// place is where an element stands among its siblings of the same name.
type place struct{ nth, of int }

// maxSteps bounds the length of a path.
const maxSteps = 40

// Selector is a short CSS path to a node: from the nearest id or landmark that
// is alone on the page, step by step down, such as
// "footer > p:nth-of-type(2) > a".
func (p *Page) Selector(n *html.Node) string {
	if n != nil && n.Type != html.ElementNode {
		n = n.Parent
	}
	p.countNames()
	var steps []string
	for ; n != nil && n.Type == html.ElementNode && len(steps) < maxSteps; n = n.Parent {
		if start := p.anchorOf(n); start != "" {
			steps = append(steps, start)
			break
		}
		steps = append(steps, p.step(n))
	}
	for i, j := 0, len(steps)-1; i < j; i, j = i+1, j-1 {
		steps[i], steps[j] = steps[j], steps[i]
	}
	return strings.Join(steps, " > ")
}

// countNames counts ids and landmarks, once.
func (p *Page) countNames() {
	if p.places.ids != nil {
		return
	}
	p.places = places{
		ids: map[string]int{}, landmarks: map[string]int{},
		order: map[*html.Node]place{}, counted: map[*html.Node]bool{},
	}
	for n := p.root; n != nil; n = next(n, nil) {
		if n.Type != html.ElementNode {
			continue
		}
		if id := attr(n, "id"); id != "" {
			p.places.ids[id]++
		}
		if landmark(n) {
			p.places.landmarks[n.Data]++
		}
	}
}

func landmark(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Header, atom.Footer, atom.Main, atom.Nav, atom.Body:
		return true
	}
	return false
}

// anchorOf is a name that finds an element alone: "" when it has none.
func (p *Page) anchorOf(n *html.Node) string {
	if id := attr(n, "id"); plainID(id) && p.places.ids[id] == 1 {
		return "#" + id
	}
	if landmark(n) && p.places.landmarks[n.Data] == 1 {
		return n.Data
	}
	return ""
}

// plainID reports whether an id needs no escapes and was not made up by a
// program for one visit: those carry long numbers.
func plainID(id string) bool {
	if id == "" || len(id) > 40 || !isLetter(id[0]) {
		return false
	}
	digits := 0
	for i := 0; i < len(id); i++ {
		switch c := id[i]; {
		case '0' <= c && c <= '9':
			digits++
		case !isLetter(c) && c != '-' && c != '_':
			return false
		}
	}
	return digits <= 4
}

// step is an element among its siblings.
func (p *Page) step(n *html.Node) string {
	name := n.Data
	if n.Parent == nil || n.Parent.Type != html.ElementNode {
		return name
	}
	if !p.places.counted[n.Parent] {
		p.countChildren(n.Parent)
	}
	if at := p.places.order[n]; at.of > 1 {
		return name + ":nth-of-type(" + strconv.Itoa(at.nth) + ")"
	}
	return name
}

// countChildren numbers the children of one parent by name.
func (p *Page) countChildren(parent *html.Node) {
	p.places.counted[parent] = true
	of := map[string]int{}
	for c := parent.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			of[c.Data]++
			p.places.order[c] = place{nth: of[c.Data]}
		}
	}
	for c := parent.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			p.places.order[c] = place{nth: p.places.order[c].nth, of: of[c.Data]}
		}
	}
}
