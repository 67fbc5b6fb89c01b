package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// replaced are elements that stand in a line and still have a size.
func replaced(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Img, atom.Input, atom.Button, atom.Select, atom.Textarea, atom.Video, atom.Iframe, atom.Canvas, atom.Object, atom.Embed, atom.Svg, atom.Meter, atom.Progress:
		return true
	}
	return false
}

// tabular are elements that are never smaller than what is in them.
func tabular(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Table, atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr, atom.Td, atom.Th:
		return true
	}
	return false
}

// listed are elements that keep room for the marks of a list, or for a frame.
func listed(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Ul, atom.Ol, atom.Menu, atom.Dir, atom.Fieldset, atom.Button, atom.Dialog:
		return true
	}
	return false
}

// wordy reports whether nothing but text stands in an element.
func wordy(n *html.Node) bool {
	c := n.FirstChild
	return c != nil && c.NextSibling == nil && c.Type == html.TextNode
}

// letters counts what is written in an element, up to a thousand.
func letters(n *html.Node) float64 {
	count, seen := 0, 0
	for c := n.FirstChild; c != nil && seen < maxInside && count < 1000; c = next(c, n) {
		if seen++; c.Type == html.TextNode {
			count += len(fold(c.Data))
		}
	}
	if seen == maxInside {
		return 1000
	}
	return float64(min(count, 1000))
}

// leads reports whether an element is the first in its parent.
func leads(n *html.Node) bool {
	for s, i := n.PrevSibling, 0; s != nil; s, i = s.PrevSibling, i+1 {
		if i > maxInside || s.Type == html.ElementNode || s.Type == html.TextNode && strings.TrimSpace(s.Data) != "" {
			return false
		}
	}
	return true
}

// spaced are the elements that browsers give margins.
func spaced(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Ul, atom.Ol, atom.Dl, atom.Menu, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Blockquote,
		atom.Figure, atom.Pre, atom.Hr, atom.Body, atom.Fieldset:
		return true
	}
	return false
}
