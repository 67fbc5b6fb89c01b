package page

import (
	"strings"

	"golang.org/x/net/html"
)

// unescape decodes the character references of an attribute's value. In values
// the standard leaves alone what addresses look like ("?a=1&copy=2"); a
// reference without its semicolon that might be one is left to the full parser.
func (b *lightBuilder) unescape(val string) string {
	var out strings.Builder
	out.Grow(len(val))
	for {
		i := strings.IndexByte(val, '&')
		if i < 0 {
			out.WriteString(val)
			return out.String()
		}
		out.WriteString(val[:i])
		val = val[i:]
		n := 1
		for n < len(val) && (isLetter(val[n]) || val[n] >= '0' && val[n] <= '9' || val[n] == '#' && n == 1) {
			n++
		}
		if n < len(val) && val[n] == ';' {
			n++
		}
		out.WriteString(b.reference(val[:n], n < len(val) && val[n] == '='))
		if b.refused {
			return ""
		}
		val = val[n:]
	}
}

// reference decodes one reference; equals says that = stands behind it.
func (b *lightBuilder) reference(s string, equals bool) string {
	plain := html.UnescapeString(s)
	switch {
	case plain == s:
		return s
	case len(s) > 1 && s[1] == '#':
		if s[len(s)-1] != ';' || plain[len(plain)-1] == ';' {
			b.refuse()
		}
		return plain
	case s[len(s)-1] != ';':
		if !equals {
			b.refuse()
		}
		return s
	case plain[len(plain)-1] == ';' && s != "&semi;": // only its beginning is a name
		return s
	}
	return plain
}
