package page

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/shoplint/shoplint/pkg/words"
)

// Links are the anchors and areas that have an href, in document order.
func (p *Page) Links() []Link {
	if p.links != nil {
		return p.links
	}
	p.links = make([]Link, 0, len(p.found.anchors))
	r := resolver{base: p.base, slab: make([]url.URL, 0, len(p.found.anchors))}
	for _, a := range p.found.anchors {
		if l, ok := newLink(a); ok {
			var path string
			l.Target, path = r.target(l.Href)
			l.Guess = guessed(p.classify(l.Label, path), l.Rel)
			p.links = append(p.links, l)
		}
	}
	return p.links
}

// Away are the links that lead to another host than the page's own, by their
// index in Links. Of the hundreds of links of a shop's page few do, and checks
// that look for one address ask these only.
func (p *Page) Away() []int {
	if p.away != nil {
		return p.away
	}
	links := p.Links()
	p.away = make([]int, 0, 8)
	for i := range links {
		if t := links[i].Target; t != nil && t.Host != "" && (p.Address == nil || t.Host != p.Address.Host) {
			p.away = append(p.away, i)
		}
	}
	return p.away
}

// newLink reads an anchor without resolving it; ok is false for one without
// an href.
func newLink(a anchor) (l Link, ok bool) {
	l = Link{Region: a.region, Node: a.node, NoScript: a.noscript}
	var aria, title string
	for i := range a.node.Attr {
		switch at := &a.node.Attr[i]; at.Key {
		case "href":
			l.Href, ok = strings.TrimSpace(at.Val), true
		case "rel":
			l.Rel = at.Val
		case "hreflang":
			l.Lang = at.Val
		case "aria-label":
			aria = at.Val
		case "title":
			title = at.Val
		}
	}
	if !ok {
		return l, false
	}
	var swallowed string
	l.Href, swallowed = unswallow(l.Href)
	l.Text = nodeText(a.node)
	l.Label = l.Text
	for _, s := range []string{swallowed, aria, title} {
		if l.Label == "" {
			l.Label = fold(s)
		}
	}
	if l.Label == "" {
		l.Label = altInside(a.node)
	}
	return l, true
}

// classify asks the vocabulary, if there is one.
func (p *Page) classify(label, path string) words.Guess {
	if p.book == nil {
		return words.Guess{}
	}
	return p.book.Classify(label, path)
}

// unswallow repairs an href that begins or ends with a typographic quote.
// Such a quote closes nothing: what follows it, up to the next plain quote,
// became part of the value, and with it the link's text, which is returned.
func unswallow(href string) (clean, swallowed string) {
	if strings.IndexByte(href, 0xE2) < 0 && strings.IndexByte(href, '<') < 0 {
		return href, ""
	}
	href = strings.TrimLeft(href, "“”„‟″’‘")
	i := strings.IndexAny(href, "“”„‟″<>")
	if i < 0 {
		return href, ""
	}
	rest := strings.TrimLeft(href[i:], "“”„‟″")
	if text, ok := strings.CutPrefix(rest, ">"); ok {
		swallowed, _, _ = strings.Cut(text, "<")
	}
	return strings.TrimSpace(href[:i]), swallowed
}

// altInside is the first alternative text or label of a picture in a link.
func altInside(n *html.Node) string {
	for c := n.FirstChild; c != nil; c = next(c, n) {
		if c.Type != html.ElementNode {
			continue
		}
		switch c.DataAtom {
		case atom.Img, atom.Input, atom.Area:
			if s := fold(attr(c, "alt")); s != "" {
				return s
			}
		case atom.Svg, atom.I, atom.Span:
			if s := fold(attr(c, "aria-label")); s != "" {
				return s
			}
		case atom.Title: // of an svg
			if s := nodeText(c); s != "" {
				return s
			}
		}
	}
	return ""
}

// next is the node after n in document order, within top; nil at the end.
func next(n, top *html.Node) *html.Node {
	if n.FirstChild != nil {
		return n.FirstChild
	}
	return after(n, top)
}

// after is the next node that is not inside n, within top; nil at the end.
func after(n, top *html.Node) *html.Node {
	for n != nil && n != top {
		if n.NextSibling != nil {
			return n.NextSibling
		}
		n = n.Parent
	}
	return nil
}
