package pdf

import (
	"fmt"
	"html"
	"strings"
)

// HTML writes a document as a plain page, so that the same readers find links,
// addresses and notices in it as in a page of the shop. Each leaf is a section
// with the id "page-N"; a link stands at its leaf's end, its address as text.
func (d *Document) HTML(title string) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "<!doctype html><html><head><meta charset=\"utf-8\"><title>%s</title></head><body><main>\n", html.EscapeString(title))
	for _, p := range d.Pages {
		fmt.Fprintf(&b, "<section id=\"page-%d\">\n", p.Number)
		left := p.anchors(&b)
		for _, l := range left {
			fmt.Fprintf(&b, "<p>%s</p>\n", anchor(l.URI, l.URI))
		}
		b.WriteString("</section>\n")
	}
	b.WriteString("</main></body></html>\n")
	return []byte(b.String())
}

// anchors writes the paragraphs, with each link where its address stands in
// the text, and returns the links whose address stands nowhere.
func (p Page) anchors(b *strings.Builder) []Link {
	left := append([]Link(nil), p.Links...)
	for _, text := range p.Paragraphs() {
		b.WriteString("<p>")
		for {
			n, at := first(text, left)
			if n < 0 {
				break
			}
			end := at + len(left[n].shown())
			b.WriteString(html.EscapeString(text[:at]) + anchor(left[n].URI, text[at:end]))
			text, left = text[end:], append(left[:n], left[n+1:]...)
		}
		b.WriteString(html.EscapeString(text) + "</p>\n")
	}
	return left
}

// first is the link whose address stands first in a text, and where; -1 when
// none does.
func first(text string, links []Link) (n, at int) {
	n = -1
	for i, l := range links {
		if j := strings.Index(text, l.shown()); j >= 0 && (n < 0 || j < at) {
			n, at = i, j
		}
	}
	return n, at
}

// shown is how a link's address is mostly printed.
func (l Link) shown() string {
	s := strings.TrimPrefix(strings.TrimPrefix(l.URI, "mailto:"), "tel:")
	s = strings.TrimPrefix(strings.TrimPrefix(s, "https://"), "http://")
	if s = strings.TrimSuffix(s, "/"); s == "" {
		return l.URI
	}
	return s
}

func anchor(href, text string) string {
	return fmt.Sprintf("<a href=\"%s\">%s</a>", html.EscapeString(href), html.EscapeString(text))
}
