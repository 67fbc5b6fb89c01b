package contact

import (
	"encoding/base64"
	"strings"
	"unicode/utf8"
)

// Base64 reads an address or a mailto: address that was encoded, with or
// without padding, in the ordinary or the web alphabet.
func Base64(s string) (Address, bool) {
	s = strings.TrimRight(strings.TrimSpace(s), "=")
	if len(s) < 8 || len(s) > maxEncode || !base64Text(s) {
		return Address{}, false
	}
	enc := base64.RawStdEncoding
	if strings.ContainsAny(s, "-_") {
		enc = base64.RawURLEncoding
	}
	b, err := enc.DecodeString(s)
	if err != nil || !utf8.Valid(b) {
		return Address{}, false
	}
	plain := string(b)
	if prefixed(plain, "mailto:") {
		if found := Mailto(plain); len(found) > 0 {
			return found[0].Address, true
		}
		return Address{}, false
	}
	a, err := Parse(plain)
	return a, err == nil
}

func base64Text(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf || !isWord(rune(c)) && c != '+' && c != '/' && c != '-' && c != '_' {
			return false
		}
	}
	return true
}
