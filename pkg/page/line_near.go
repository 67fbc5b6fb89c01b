package page

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// near finds the line of an element by the tags that look like it, without
// reading the whole text again. ok is false when tags and elements that look
// alike are not equally many: a comment or a script holds such a tag, or the
// parser made an element up.
func (l *lines) near(root, n *html.Node) (line int, ok bool) {
	if l.even {
		at, ok := l.place(root, n)
		return 1 + bytes.Count(l.text[:at], []byte{'\n'}), ok
	}
	// Each look costs a walk over the page; who asks often is served better by
	// reading the whole text once.
	if l.starts == nil || l.looks >= maxLooks || len(l.starts) > maxStarts {
		return 0, false
	}
	l.looks++
	nth, alike := rankOf(root, n)
	at := l.alike(n, alike+1)
	if len(at) != alike {
		return 0, false
	}
	return 1 + bytes.Count(l.text[:at[nth]], []byte{'\n'}), true
}

// place is where the start tag of n stands in an even text; ok is false for an
// element that is not in the tree.
func (l *lines) place(root, n *html.Node) (at int32, ok bool) {
	if l.looks++; l.looks > maxLooks {
		if l.places == nil {
			l.number(root)
		}
		at, ok = l.places[n]
		return at, ok
	}
	before := 0
	for m := root; m != nil; m = next(m, nil) {
		if m == n {
			return l.starts[before], true
		}
		if m.Type == html.ElementNode {
			before++
		}
	}
	return 0, false
}

// number notes the places of all elements of an even text.
func (l *lines) number(root *html.Node) {
	l.places = make(map[*html.Node]int32, len(l.starts))
	for m := root; m != nil; m = next(m, nil) {
		if m.Type == html.ElementNode {
			l.places[m] = l.starts[len(l.places)]
		}
	}
}

// rankOf counts the elements that look like n, and those of them before it.
func rankOf(root, n *html.Node) (nth, alike int) {
	for m := root; m != nil; m = next(m, nil) {
		if m == n {
			nth = alike
		}
		if m.Type == html.ElementNode && m.Data == n.Data && looksLike(m.Attr, n.Attr) {
			alike++
		}
	}
	return nth, alike
}

// looksLike reports equal attribute values in any order: the parser sorts the
// attributes of some elements.
func looksLike(a, b []html.Attribute) bool {
	if len(a) != len(b) {
		return false
	}
	same := true
	for i := range a {
		same = same && a[i].Val == b[i].Val
	}
	if same || len(a) < 2 {
		return same
	}
	return slices.Equal(values(a), values(b))
}

func values(attrs []html.Attribute) []string {
	out := make([]string, len(attrs))
	for i := range attrs {
		out[i] = attrs[i].Val
	}
	slices.Sort(out)
	return out
}

// alike lists the offsets of the tags that look like n, at most so many.
func (l *lines) alike(n *html.Node, most int) []int32 {
	name, mark := []byte(n.Data), []byte(plainMark(n.Attr))
	var out []int32
	for _, at := range l.starts {
		rest := l.text[at+1:]
		if len(rest) <= len(name) || rest[0]|0x20 != name[0]|0x20 || !bytes.EqualFold(rest[:len(name)], name) {
			continue
		}
		rest = l.text[at:min(int(at)+maxTag, len(l.text))]
		if !l.mayHold(rest, mark) || !sameTag(rest, n) {
			continue
		}
		if out = append(out, at); len(out) == most {
			break
		}
	}
	return out
}

// mayHold reports whether a value stands in a tag; rest is longer than the tag.
func (l *lines) mayHold(rest, mark []byte) bool {
	if len(mark) == 0 {
		return true
	}
	if end := bytes.IndexByte(rest, '>'); end >= 0 && bytes.Contains(rest[:end], mark) {
		return true
	}
	// A value may hold the sign that ends a tag; such a tag is read in full.
	quote := bytes.IndexByte(rest, '>')
	return quote >= 0 && bytes.Count(rest[:quote], []byte{'"'})%2 == 1 && bytes.Contains(rest, mark)
}

// sameTag reads one tag and reports whether it looks like n.
func sameTag(rest []byte, n *html.Node) bool {
	if end := 1 + len(n.Data); end < len(rest) && rest[end] == '>' {
		return len(n.Attr) == 0
	}
	z := html.NewTokenizer(bytes.NewReader(rest))
	if k := z.Next(); k != html.StartTagToken && k != html.SelfClosingTagToken {
		return false
	}
	t := z.Token()
	return t.Data == n.Data && looksLike(t.Attr, n.Attr)
}

// How many lines of a page, and of how large a page, are looked up one by one.
const (
	maxLooks  = 4
	maxStarts = 20_000
)

// maxTag is how long a tag may be to be found again, in bytes.
const maxTag = 2 << 10

// plainMark is the longest attribute value that stands in the text as it is,
// so that a tag without it need not be read.
func plainMark(attrs []html.Attribute) string {
	mark := ""
	for i := range attrs {
		if v := attrs[i].Val; len(v) > len(mark) && !strings.ContainsAny(v, "&\r\n\x00\"'<>") {
			mark = v
		}
	}
	return mark
}
