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
	f.mend(s)
	return f.String()
}

// tidy reports whether a text is plain ASCII without white space to fold.
func tidy(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c > ' ' && c < utf8.RuneSelf {
			continue
		}
		if c >= 0xC2 && c <= 0xC3 && i+1 < len(s) && s[i+1] != 0xA0 && s[i+1] != 0xAD {
			i++ // letters of Latin-1 need nothing
			continue
		}
		if c != ' ' || i+1 < len(s) && s[i+1] == ' ' {
			return false
		}
	}
	return true
}

// folder builds a text with its white space joined. What no reader sees is
// left out: soft hyphens, zero-width spaces, marks of direction.
type folder struct {
	b     []byte
	space bool // white space waits for the next letter
}

// add appends a text.
func (f *folder) add(s string) {
	trimmed := trim(s)
	switch {
	case trimmed == "":
		f.space = f.space || s != ""
		return
	case tidy(trimmed):
		f.space = f.space || s[0] != trimmed[0]
		f.word(trimmed)
		f.space = len(s) > 0 && isSpace(s[len(s)-1])
		return
	}
	f.mend(s)
}

// mend appends a text that needs more than its ends trimmed.
func (f *folder) mend(s string) {
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
	if f.space && len(f.b) > 0 {
		f.b = append(f.b, ' ')
	}
	f.space = false
	f.b = append(f.b, s...)
}

func (f *folder) String() string { return string(f.b) }

// trim cuts ASCII white space off both ends.
func trim(s string) string {
	for len(s) > 0 && isSpace(s[0]) {
		s = s[1:]
	}
	for len(s) > 0 && isSpace(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}

func unseen(r rune) bool {
	switch r {
	case '\u00ad', '\u200b', '\u200e', '\u200f', '\u2060', '\ufeff', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e':
		return true
	}
	return false
}
