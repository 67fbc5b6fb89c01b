package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// anchor is a link as the walk met it.
type anchor struct {
	node     *html.Node
	region   Region
	noscript bool
}

// finds are the nodes that later questions are about, met in one walk.
type finds struct {
	anchors []anchor
	forms   []*html.Node
	scripts []*html.Node
	images  []*html.Node
	styles  []*html.Node // <style>
	relLink []*html.Node // <link>
	metas   []*html.Node
	frames  []*html.Node // <iframe>
	custom  []*html.Node // of a name that HTML does not know, with a hyphen
	data    []*html.Node // with itemprop or itemtype
	h1      *html.Node
	title   *html.Node
	body    *html.Node
	html    *html.Node
	base    string
	nodes   int
}

// where is what a node inherits from those above it.
type where struct {
	region   Region
	article  bool // inside article or main: its header and footer are no landmarks
	noscript bool
}

// gather walks the tree once, in document order.
func (f *finds) gather(root *html.Node) {
	f.anchors = make([]anchor, 0, 256)
	var at where
	type level struct{ at where }
	stack := make([]level, 0, 64)
	for n := root; n != nil; {
		f.nodes++
		if n.Type == html.ElementNode {
			f.note(n, at)
		}
		if n.FirstChild != nil {
			stack = append(stack, level{at})
			if n.Type == html.ElementNode {
				at = at.inside(n)
			}
			n = n.FirstChild
			continue
		}
		for n != nil && n.NextSibling == nil {
			n = n.Parent
			if n == nil || n == root {
				return
			}
			at = stack[len(stack)-1].at
			stack = stack[:len(stack)-1]
		}
		if n != nil {
			n = n.NextSibling
		}
	}
}

// note keeps an element that a later question is about.
func (f *finds) note(n *html.Node, at where) {
	switch n.DataAtom {
	case atom.A, atom.Area:
		f.anchors = append(f.anchors, anchor{n, at.region, at.noscript})
	case atom.Form:
		f.forms = append(f.forms, n)
	case atom.Script:
		f.scripts = append(f.scripts, n)
	case atom.Img:
		f.images = append(f.images, n)
	case atom.Style:
		f.styles = append(f.styles, n)
	case atom.Link:
		f.relLink = append(f.relLink, n)
	case atom.Meta:
		f.metas = append(f.metas, n)
	case atom.Base:
		if f.base == "" {
			f.base = strings.TrimSpace(attr(n, "href"))
		}
	case atom.H1:
		f.h1 = first(f.h1, n)
	case atom.Title:
		if n.Namespace == "" {
			f.title = first(f.title, n)
		}
	case atom.Iframe:
		f.frames = append(f.frames, n)
	case 0:
		if strings.IndexByte(n.Data, '-') > 0 {
			f.custom = append(f.custom, n)
		}
	case atom.Body:
		f.body = first(f.body, n)
	case atom.Html:
		f.html = first(f.html, n)
	}
	for i := range n.Attr {
		if key := n.Attr[i].Key; key == "itemprop" || key == "itemtype" {
			f.data = append(f.data, n)
			break
		}
	}
}

// first keeps what was found before.
func first(old, n *html.Node) *html.Node {
	if old != nil {
		return old
	}
	return n
}

// attr is the value of an attribute, "" when the element has none.
func attr(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key && n.Attr[i].Namespace == "" {
			return n.Attr[i].Val
		}
	}
	return ""
}

// hasAttr reports whether an attribute is there, with or without a value.
func hasAttr(n *html.Node, key string) bool {
	for i := range n.Attr {
		if n.Attr[i].Key == key && n.Attr[i].Namespace == "" {
			return true
		}
	}
	return false
}
