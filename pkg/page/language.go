package page

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// sample is how many bytes of text a language is told by.
const sample = 2000

// enough is how many bytes of text outweigh the language a page states.
const enough = 120

// language is that of the text when the words leave no doubt, else the one
// the page states: themes often carry lang=en whatever the shop speaks. A few
// words leave doubt.
func (p *Page) language() string {
	stated := p.stated()
	if p.book == nil {
		return stated
	}
	text := p.sample()
	if stated != "" && len(text) < enough && slices.Contains(p.book.Languages(), stated) {
		return stated
	}
	if l := p.book.Language(text); l != "" {
		return l
	}
	return stated
}

// stated is the language the root element names.
func (p *Page) stated() string {
	if p.found.html == nil {
		return ""
	}
	lang := attr(p.found.html, "lang")
	if lang == "" {
		lang = attr(p.found.html, "xml:lang")
	}
	return twoLetters(lang)
}

// twoLetters cuts a language tag down to its language.
func twoLetters(tag string) string {
	tag, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(tag)), "-")
	tag, _, _ = strings.Cut(tag, "_")
	if len(tag) != 2 || !isLetter(tag[0]) || !isLetter(tag[1]) {
		return ""
	}
	return tag
}

// sample is the beginning of the text a reader sees.
func (p *Page) sample() string {
	var f folder
	f.add(p.Title)
	for n := p.found.body; n != nil && len(f.b) < sample; {
		if n.Type == html.TextNode {
			f.space = true
			f.add(n.Data[:min(len(n.Data), sample)])
		} else if n.Type != html.ElementNode || silent(n) {
			n = after(n, p.found.body)
			continue
		}
		n = next(n, p.found.body)
	}
	return f.String()
}
