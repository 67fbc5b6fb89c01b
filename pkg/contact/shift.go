package contact

import "strings"

// Shifted undoes the protection of TYPO3: every letter is moved by a fixed
// number of places within its own range. The number is not read off the page
// but found: only one makes the text begin with "mailto:".
func Shifted(s string) (Address, bool) {
	if len(s) < 12 || len(s) > maxEncode {
		return Address{}, false
	}
	for by := -26; by <= 26; by++ {
		plain := shift(s, by)
		if !prefixed(plain, "mailto:") {
			continue
		}
		if found := Mailto(plain); len(found) > 0 {
			return found[0].Address, true
		}
	}
	return Address{}, false
}

// shiftRanges are the three alphabets within which letters are moved.
var shiftRanges = [...][2]byte{{'+', ':'}, {'@', 'Z'}, {'a', 'z'}}

func shift(s string, by int) string {
	b := []byte(s)
	for i, c := range b {
		for _, r := range shiftRanges {
			if n := int(r[1]-r[0]) + 1; c >= r[0] && c <= r[1] {
				b[i] = r[0] + byte(((int(c-r[0])+by)%n+n)%n)
				break
			}
		}
	}
	return string(b)
}

// shiftCall is the argument of linkTo_UnCryptMailto('…').
func shiftCall(code string) (string, bool) {
	const name = "uncryptmailto("
	i := strings.Index(strings.ToLower(code[:min(len(code), maxEncode)]), name)
	if i < 0 {
		return "", false
	}
	arg := strings.TrimLeft(unescape(code[i+len(name):]), " '\"")
	end := strings.IndexAny(arg, "'\")")
	if end <= 0 {
		return "", false
	}
	return strings.ReplaceAll(arg[:end], `\`, ""), true
}
