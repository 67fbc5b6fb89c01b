package contact

import (
	"unicode"
	"unicode/utf8"
)

// isWord reports a letter or digit of any script.
func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// isLocal reports a letter of a local part as people write it. RFC 5322 allows
// more, but a slash, an equals sign or a quote before an address in running
// text belongs to the text.
func isLocal(r rune) bool {
	switch r {
	case '.', '_', '+', '-', '%', '&':
		return true
	}
	return isWord(r)
}

// isHost reports a letter of one label of a host.
func isHost(r rune) bool { return r == '-' || isWord(r) }

func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }
func isLower(c byte) bool { return c >= 'a' && c <= 'z' }
func isDigit(c byte) bool { return c >= '0' && c <= '9' }
