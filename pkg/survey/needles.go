package survey

import "strings"

// needles is a list of words that a text is searched for, whatever their case,
// in one pass: a first look before an expression that costs a hundred times
// more. Every word has three bytes at least.
type needles struct {
	sure [needleCodes / 64]uint64 // the codes of three bytes that begin a word
	from map[uint16][]string      // … and the words
}

// needleCodes is how many codes three bytes have, five bits each.
const needleCodes = 1 << 15

func newNeedles(words ...string) *needles {
	n := &needles{from: map[uint16][]string{}}
	for _, w := range words {
		code := needleBits[w[0]]<<10 | needleBits[w[1]]<<5 | needleBits[w[2]]
		n.sure[code/64] |= 1 << (code % 64)
		n.from[code] = append(n.from[code], w)
	}
	return n
}

// in reports whether one of the words stands in a text.
func (n *needles) in(text string) bool {
	if len(text) < 3 {
		return false
	}
	code := needleBits[text[0]]<<5 | needleBits[text[1]]
	for i := 2; i < len(text); i++ {
		code = (code<<5 | needleBits[text[i]]) & (needleCodes - 1)
		if n.sure[code/64]>>(code%64)&1 == 1 && begins(text[i-2:], n.from[code]) {
			return true
		}
	}
	return false
}

func begins(text string, words []string) bool {
	for _, w := range words {
		if len(text) >= len(w) && strings.EqualFold(text[:len(w)], w) {
			return true
		}
	}
	return false
}

// needleBits gives letters of both cases the same five bits, and all bytes of
// letters beyond ASCII one value, since their case is not told by a byte.
var needleBits = func() (bits [256]uint16) {
	for c := range bits {
		switch {
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			bits[c] = uint16(c|0x20-'a') + 1
		case c >= 0x80:
			bits[c] = 27
		case c == ' ':
			bits[c] = 28
		case c == '.':
			bits[c] = 29
		}
	}
	return bits
}()
