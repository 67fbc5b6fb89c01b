package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// nodeText is the folded text of a node: no scripts, styles or pictures, a
// space for each <br>.
func nodeText(n *html.Node) string {
	if c := n.FirstChild; c != nil && c.NextSibling == nil && c.Type == html.TextNode {
		return fold(c.Data)
	}
	var f folder
	for c := n.FirstChild; c != nil; {
		if c.Type == html.TextNode {
			f.add(c.Data)
		} else if c.Type != html.ElementNode || silent(c) {
			c = after(c, n)
			continue
		} else if c.DataAtom == atom.Br || isBlock(c) {
			f.space = true
		}
		c = next(c, n)
	}
	return f.String()
}

// silent are elements whose content no reader ever sees as text of the page.
func silent(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Iframe, atom.Noembed, atom.Noframes, atom.Title, atom.Head, atom.Desc,
		atom.Audio, atom.Video, atom.Canvas, atom.Datalist:
		return true
	}
	return false
}

// fold trims a text and joins its white space. A text that is folded already
// is returned as it is.
func fold(s string) string {
	s = strings.TrimSpace(s)
	if tidy(s) {
		return s
	}
	var f folder
	f.add(s)
	return f.String()
}

// tidy reports whether a text is plain ASCII without white space to fold.
func tidy(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 0xC2 && c <= 0xC3 && i+1 < len(s) && s[i+1] != 0xA0 && s[i+1] != 0xAD {
			i++ // letters of Latin-1 need nothing
			continue
		}
		if c >= utf8.RuneSelf || c < ' ' || c == ' ' && s[i+1] == ' ' {
			return false
		}
	}
	return true
}

// folder builds a text with its white space joined. What no reader sees is
// left out: soft hyphens, zero-width spaces, marks of direction.
type folder struct {
	b     strings.Builder
	space bool // white space waits for the next letter
}

func (f *folder) add(s string) {
	for i := 0; i < len(s); {
		start := i
		for i < len(s) && s[i] > ' ' && s[i] < utf8.RuneSelf {
			i++
		}
		if i > start {
			f.word(s[start:i])
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsSpace(r) || r < ' ':
			f.space = true
		case !unseen(r):
			f.word(s[i : i+size])
		}
		i += size
	}
}

func (f *folder) word(s string) {
	if f.space && f.b.Len() > 0 {
		f.b.WriteByte(' ')
	}
	f.space = false
	f.b.WriteString(s)
}

func (f *folder) String() string { return f.b.String() }

func unseen(r rune) bool {
	switch r {
	case '\u00ad', '\u200b', '\u200e', '\u200f', '\u2060', '\ufeff', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e':
		return true
	}
	return false
}
