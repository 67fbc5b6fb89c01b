package page

import (
	"strings"

	"github.com/shoplint/shoplint/pkg/words"
)

// kind decides what a page is for: the front page by its address; else the
// best of heading, title, address and what the link here promised. A page
// that calls itself a legal text is one, whatever its address says.
func (p *Page) kind() words.Kind {
	if p.book == nil {
		return words.Other
	}
	said := p.saidKind()
	switch path := p.book.Slug(p.Address.RequestURI()); {
	case p.isFront():
		return words.Home
	case said.Kind.Legal() && said.Score >= 0.8:
		return said.Kind
	case p.Hint.Score >= 1 && p.Hint.Kind != "":
		return p.Hint.Kind
	default:
		kind := best(said, path, p.Hint)
		if p.isOffer(kind, path) {
			return words.Product
		}
		return kind
	}
}

// best is the guess with the highest score, the first of equals.
func best(guesses ...words.Guess) words.Kind {
	top := words.Guess{Kind: words.Other}
	for _, g := range guesses {
		if g.Kind != "" && g.Score > top.Score {
			top = g
		}
	}
	return top.Kind
}

// saidKind is what heading and title say. A title holds the shop's name
// beside the page's; each part is asked for.
func (p *Page) saidKind() words.Guess {
	top := p.heading()
	for _, part := range titleParts(cap200(p.Title)) {
		if g := p.book.Label(part); g.Score > top.Score {
			top = g
		}
	}
	return top
}

// heading is what the first heading says.
func (p *Page) heading() words.Guess {
	if p.found.h1 == nil {
		return words.Guess{}
	}
	return p.book.Label(cap200(nodeText(p.found.h1)))
}

// titleSigns makes the signs that shops put between page and shop alike.
var titleSigns = strings.NewReplacer(" - ", "|", " – ", "|", " — ", "|", "·", "|", "»", "|", "•", "|", ": ", "|", " / ", "|")

// titleParts cuts a title at the signs shops put between page and shop.
func titleParts(title string) []string {
	parts := strings.Split(titleSigns.Replace(title), "|")
	out := parts[:0]
	for _, s := range parts {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out[:min(len(out), 6)]
}

func cap200(s string) string {
	if len(s) > 200 {
		return s[:200]
	}
	return s
}

// isFront reports whether the address is the shop's or a language's front page.
func (p *Page) isFront() bool {
	if p.Address.RawQuery != "" && namesPage(p.Address.RawQuery) {
		return false
	}
	path := strings.Trim(strings.ToLower(p.Address.Path), "/")
	if p.Address.Host == "" && strings.Contains(path, "/") {
		path = path[strings.LastIndexByte(path, '/')+1:]
	}
	if i := strings.LastIndexByte(path, '/'); isIndex(path[i+1:]) {
		path = strings.Trim(path[:i+1], "/")
	}
	return path == "" || isLocale(path)
}

// isIndex are the file names a server shows for a folder.
func isIndex(name string) bool {
	switch name {
	case "index.html", "index.htm", "index.php", "index.xhtml", "default.aspx", "default.asp", "home.html", "home":
		return true
	}
	return false
}

// localeSigns leaves out what stands between the letters of a locale.
var localeSigns = strings.NewReplacer("-", "", "_", "", "/", "")

// isLocale reports whether a path is a language root: nl, be-nl, nl_be, be/nl.
func isLocale(path string) bool {
	if len(path) > 5 {
		return false
	}
	letters := localeSigns.Replace(path)
	if len(letters) != 2 && len(letters) != 4 {
		return false
	}
	for _, c := range []byte(letters) {
		if !isLetter(c) {
			return false
		}
	}
	return true
}

// namesPage reports whether a query chooses the page, as shops without
// speaking addresses do.
func namesPage(query string) bool {
	for pair := range strings.SplitSeq(query, "&") {
		key, _, _ := strings.Cut(pair, "=")
		switch strings.ToLower(key) {
		case "route", "rt", "information_id", "page_id", "p", "page", "controller", "id_cms", "cl", "id", "main_page", "cpath", "product_id", "s", "q":
			return true
		}
	}
	return false
}
