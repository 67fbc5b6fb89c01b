package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Script is a <script> element.
type Script struct {
	Node *html.Node
	Type string // as written, in lower case, without parameters
	Src  string
	Text string
}

// Image is an <img> element.
type Image struct {
	Node  *html.Node
	Src   string // src, else the first of the attributes lazy loaders use
	Alt   string
	Title string
}

// Scripts are the scripts of the page, in document order.
func (p *Page) Scripts() []Script {
	if p.scripts != nil {
		return p.scripts
	}
	p.scripts = make([]Script, 0, len(p.found.scripts))
	for _, n := range p.found.scripts {
		kind, _, _ := strings.Cut(attr(n, "type"), ";")
		p.scripts = append(p.scripts, Script{
			Node: n, Type: strings.ToLower(strings.TrimSpace(kind)), Src: strings.TrimSpace(attr(n, "src")), Text: rawText(n),
		})
	}
	return p.scripts
}

// Images are the pictures of the page, in document order.
func (p *Page) Images() []Image {
	if p.images != nil {
		return p.images
	}
	p.images = make([]Image, 0, len(p.found.images))
	for _, n := range p.found.images {
		i := Image{Node: n, Alt: fold(attr(n, "alt")), Title: fold(attr(n, "title"))}
		for _, key := range []string{"src", "data-src", "data-lazy-src", "data-original"} {
			if v := strings.TrimSpace(attr(n, key)); v != "" && (key != "src" || !strings.HasPrefix(v, "data:") || i.Src == "") {
				i.Src = v
				if !strings.HasPrefix(v, "data:") {
					break
				}
			}
		}
		p.images = append(p.images, i)
	}
	return p.images
}

// Data are the texts of JSON-LD scripts, unparsed.
func (p *Page) Data() []string {
	var out []string
	for _, n := range p.found.scripts {
		if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") {
			if s := strings.TrimSpace(rawText(n)); s != "" {
				out = append(out, s)
			}
		}
	}
	return out
}

// rawText is the text of a script or style as it was written.
func rawText(n *html.Node) string {
	if c := n.FirstChild; c != nil && c.NextSibling == nil {
		return c.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// inert reports whether an element stands in noscript or template.
func (p *Page) inert(n *html.Node) bool {
	for n = n.Parent; n != nil; n = n.Parent {
		if n.DataAtom == atom.Noscript || n.DataAtom == atom.Template {
			return true
		}
	}
	return false
}

// hasToken reports whether a list of words holds one, whatever its case.
func hasToken(list, token string) bool {
	for list != "" {
		var word string
		word, list = nextWord(list)
		if strings.EqualFold(word, token) {
			return true
		}
	}
	return false
}
