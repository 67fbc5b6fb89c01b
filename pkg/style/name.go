package style

import "strings"

// ident eats a name and undoes its escapes.
func (p *selectorParser) ident() (string, bool) {
	n := 0
	escaped := false
	for n < len(p.rest) {
		c := p.rest[n]
		if c == '\\' && n+1 < len(p.rest) {
			escaped = true
			n += escapeLength(p.rest[n:])
			continue
		}
		if !nameByte(c) {
			break
		}
		n++
	}
	name := p.rest[:n]
	p.rest = p.rest[n:]
	if escaped {
		name = unescape(name)
	}
	return name, name != ""
}

// escapeLength is how many bytes the escape has that s begins with: up to six
// hexadecimal digits take one space behind them along.
func escapeLength(s string) int {
	n := 1
	for n < len(s) && n < 7 && hexDigit(s[n]) >= 0 {
		n++
	}
	if n == 1 {
		return 2
	}
	if n < len(s) && space(s[n]) {
		n++
	}
	return n
}

func nameByte(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '-' || c == '_' || c >= 0x80
}

// unescape undoes CSS escapes: a backslash before a character, or before up to
// six hexadecimal digits and one space.
func unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		i++
		n, code := 0, rune(0)
		for n < 6 && i+n < len(s) && hexDigit(s[i+n]) >= 0 {
			code = code<<4 | rune(hexDigit(s[i+n]))
			n++
		}
		if n == 0 {
			b.WriteByte(s[i])
			continue
		}
		b.WriteRune(code)
		if i += n - 1; i+1 < len(s) && s[i+1] == ' ' {
			i++
		}
	}
	return b.String()
}

func hexDigit(c byte) int { return strings.IndexByte("0123456789abcdef", lower(c)) }

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c | 0x20
	}
	return c
}
