package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// rawText reads an element in which tags are text, with its end tag.
func (b *lightBuilder) rawText(tag atom.Atom, name string) {
	n := b.element(tag, name)
	end := b.rawEnd(name)
	if end < 0 {
		b.refuse()
		return
	}
	s := b.src[b.at:end]
	i := b.skipSpace(end + 2 + len(name))
	if i >= len(b.src) || b.src[i] != '>' || tag == atom.Script && quotesScript(s) {
		b.refuse()
		return
	}
	b.at = i + 1
	if tag == atom.Title || tag == atom.Textarea {
		if strings.IndexByte(s, '&') >= 0 {
			s = html.UnescapeString(s)
		}
		if tag == atom.Textarea {
			s = strings.TrimPrefix(s, "\n")
		}
	}
	b.append(n, s)
}

// rawEnd is the offset of the next end tag of a name.
func (b *lightBuilder) rawEnd(name string) int {
	for i := b.at; ; {
		n := strings.Index(b.src[i:], "</")
		if n < 0 {
			return -1
		}
		i += n
		end := i + 2 + len(name)
		if end >= len(b.src) {
			return -1
		}
		if strings.EqualFold(b.src[i+2:end], name) {
			if c := b.src[end]; isSpace(c) || c == '>' || c == '/' {
				return i
			}
		}
		i += 2
	}
}

// quotesScript reports a script that may hold its own end tag as a text: in
// what looks like a comment, after what looks like another script.
func quotesScript(s string) bool {
	i := strings.Index(s, "<!--")
	return i >= 0 && strings.Contains(strings.ToLower(s[i:]), "<script")
}
