package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxLightAttrs bounds the attributes of one tag: each is looked for among
// those before it.
const maxLightAttrs = 48

// tagName reads the name that begins at i, in lower case.
func (b *lightBuilder) tagName(i int) (tag atom.Atom, name string, end int) {
	end = i
	upper := false
	for end < len(b.src) {
		c := b.src[end]
		if isSpace(c) || c == '/' || c == '>' {
			break
		}
		if c >= 'A' && c <= 'Z' {
			upper = true
		} else if !nameByte[c] {
			b.refuse()
			return 0, "", end
		}
		end++
	}
	raw := b.raw[i:end]
	name = b.src[i:end]
	if upper {
		name = strings.ToLower(name)
		raw = []byte(name)
	}
	if tag = atom.Lookup(raw); tag != 0 {
		name = tag.String()
	} else {
		name = strings.Clone(name)
	}
	return tag, name, end
}

// nameByte are the bytes names are written with, but for capitals.
var nameByte = func() (t [256]bool) {
	for _, c := range []byte("abcdefghijklmnopqrstuvwxyz0123456789-_:") {
		t[c] = true
	}
	return t
}()

// attributes reads the attributes of a start tag from i, and its end. closed
// says that the tag ends with a slash that belongs to no value.
func (b *lightBuilder) attributes(i int, tag atom.Atom) (end int, closed bool) {
	b.attrs = b.attrs[:0]
	lastValue := -1
	for {
		i = b.skipSpace(i)
		if i >= len(b.src) {
			b.refuse()
			return i, false
		}
		switch b.src[i] {
		case '>':
			return i + 1, b.src[i-1] == '/' && i != lastValue
		case '/':
			i++
			continue
		case '=':
			b.refuse()
			return i, false
		}
		var start int
		var key string
		var name atom.Atom
		if name, key, i = b.attrName(i); b.refused {
			return i, false
		}
		if start, i = b.attrValue(i); b.refused {
			return i, false
		}
		if b.hasAttr(key) {
			continue
		}
		if len(b.attrs) >= maxLightAttrs {
			b.refuse()
			return i, false
		}
		val := b.src[start:b.valueEnd]
		lastValue = b.valueEnd
		if strings.IndexByte(val, '&') >= 0 {
			val = b.unescape(val)
		} else if outlives(name, tag) {
			val = strings.Clone(val)
		}
		b.attrs = append(b.attrs, html.Attribute{Key: key, Val: val})
	}
}

// outlives reports the values that may be kept longer than the page: an
// address on the list of what to read must not hold on to a whole text.
func outlives(name, tag atom.Atom) bool {
	switch name {
	case atom.Href, atom.Lang, atom.Hreflang, atom.Action:
		return true
	case atom.Src:
		return tag == atom.Iframe
	}
	return false
}

func (b *lightBuilder) hasAttr(key string) bool {
	for i := range b.attrs {
		if b.attrs[i].Key == key {
			return true
		}
	}
	return false
}

// attrName reads an attribute's name, in lower case.
func (b *lightBuilder) attrName(i int) (tag atom.Atom, key string, end int) {
	end = i
	upper := false
	for end < len(b.src) {
		c := b.src[end]
		if c == '=' || c == '>' || c == '/' || isSpace(c) {
			break
		}
		upper = upper || c >= 'A' && c <= 'Z'
		end++
	}
	raw := b.raw[i:end]
	if key = b.src[i:end]; upper {
		if strings.ToLower(key) != asciiLower(key) {
			b.refuse()
			return 0, key, end
		}
		key = strings.ToLower(key)
		raw = []byte(key)
	}
	if tag = atom.Lookup(raw); tag != 0 {
		key = tag.String()
	}
	return tag, key, end
}

// asciiLower lowers the letters A to Z and no others.
func asciiLower(s string) string {
	low := []byte(s)
	for i, c := range low {
		if c >= 'A' && c <= 'Z' {
			low[i] = c | 0x20
		}
	}
	return string(low)
}

// attrValue reads the value behind a name, if there is one. It leaves the end
// of the value in valueEnd and gives its start and where to read on.
func (b *lightBuilder) attrValue(i int) (start, next int) {
	b.valueEnd = i
	start = i
	if i = b.skipSpace(i); i >= len(b.src) {
		b.refuse()
		return start, i
	}
	if b.src[i] == '/' {
		return start, i + 1
	}
	if b.src[i] != '=' {
		return start, i
	}
	if i = b.skipSpace(i + 1); i >= len(b.src) {
		b.refuse()
		return start, i
	}
	switch quote := b.src[i]; quote {
	case '>':
		return start, i
	case '"', '\'':
		n := strings.IndexByte(b.src[i+1:], quote)
		if n < 0 {
			b.refuse()
			return start, i
		}
		b.valueEnd = i + 1 + n
		return i + 1, b.valueEnd + 1
	}
	for start = i; i < len(b.src) && b.src[i] != '>' && !isSpace(b.src[i]); {
		i++
	}
	b.valueEnd = i
	return start, i
}

func (b *lightBuilder) skipSpace(i int) int {
	for i < len(b.src) && isSpace(b.src[i]) {
		i++
	}
	return i
}
