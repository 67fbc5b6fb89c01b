package survey

import (
	"strings"
	"unicode/utf8"
)

// Bounds on the digits of a number: E.164 allows fifteen, and no ordinary
// number of a shop has fewer than six.
const (
	minPhoneDigits = 6
	maxPhoneDigits = 15
	maxPhoneBytes  = 34
)

// dialable is the cheap first question: could a text hold a number?
func dialable(text string) bool {
	digits := 0
	for i := 0; i < len(text); i++ {
		if text[i] >= '0' && text[i] <= '9' {
			digits++
		}
	}
	return digits >= minPhoneDigits
}

// phoneEnd is where the number ends that begins at text[i:]; ok is false when
// none begins there. A number is digits with single signs between them.
func phoneEnd(text string, i int) (end int, ok bool) {
	if !phoneBegins(text, i) {
		return 0, false
	}
	digits, signs := 0, 0
	for k := i; k < len(text) && k-i < maxPhoneBytes; {
		r, size := utf8.DecodeRuneInString(text[k:])
		switch {
		case r >= '0' && r <= '9':
			if signs > 1 && digits >= minPhoneDigits+2 {
				return end, true // the next number begins
			}
			digits++
			signs = 0
			end = k + size
		case r == '+' && k > i && text[k-1] != '(':
			return end, digits >= minPhoneDigits
		case strings.ContainsRune("+ .-/()\u2011\u2013\u00a0\u202f", r) && signs < 3:
			signs++
		default:
			return end, digits >= minPhoneDigits && !glued(r)
		}
		k += size
	}
	return end, digits >= minPhoneDigits && digits <= maxPhoneDigits+3
}

// glued reports a letter that makes the digits before it part of a word.
func glued(r rune) bool { return r == '_' || r == '@' || r == '%' || r == '€' }

// phoneBegins reports whether a number may begin at text[i].
func phoneBegins(text string, i int) bool {
	switch c := text[i]; {
	case c == '+' || c >= '0' && c <= '9':
	case c == '(' && i+1 < len(text) && (text[i+1] == '+' || text[i+1] == '0'):
	default:
		return false
	}
	if i == 0 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return r == ' ' || r == ':' || r == '(' || r == '|' || r == '\u00b7' || r == '/' || r == '.' && text[i] == '+' || r >= 0x2000
}

// parsePhone reads a number as it is printed. One in international form gets
// its E.164 form; a national one keeps its print until the country is known.
func parsePhone(printed string) (Phone, bool) {
	s := strings.TrimSpace(printed)
	if len(s) > 60 {
		return Phone{}, false
	}
	digits, plus := digitsOf(s)
	abroad := plus
	if !abroad && strings.HasPrefix(digits, "00") {
		digits, abroad = digits[2:], true
	}
	if len(digits) < minPhoneDigits || len(digits) > maxPhoneDigits || alike(digits) {
		return Phone{}, false
	}
	if !abroad {
		return Phone{Number: s, Printed: s, digits: digits}, true
	}
	code, country, known := callingCode(digits)
	if !known && !plus || len(digits)-len(code) < minPhoneDigits-1 || digits[0] == '0' {
		return Phone{}, false
	}
	if rest := digits[len(code):]; rest[0] == '0' && known && country != "IT" {
		digits = code + rest[1:] // the trunk prefix is not dialled from abroad
	}
	return Phone{Number: "+" + digits, Printed: s, Country: country}, true
}

// digitsOf are the digits of a print without the "(0)" behind a country code,
// and whether a plus stands before them.
func digitsOf(s string) (digits string, plus bool) {
	plus = strings.HasPrefix(strings.TrimLeft(s, "( "), "+")
	if plus || strings.HasPrefix(s, "00") {
		s = strings.Replace(s, "(0)", "", 1)
	}
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s), plus
}

// alike reports digits that a template left: zeros at the end, the same digit
// throughout, or counting up.
func alike(digits string) bool {
	return strings.HasSuffix(digits, "000000") || strings.Count(digits, digits[:1]) == len(digits) ||
		strings.HasSuffix(digits, "12345678") || strings.HasSuffix(digits, "123456789")
}
