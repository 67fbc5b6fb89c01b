package words

import "unicode/utf8"

// beginnings is the set of the first three folded bytes of the phrases: nearly
// every word of a text can be told to begin none of them by one look.
type beginnings [letters * letters * letters / 64]uint64

// letters counts what a folded ASCII byte can be: a letter, a digit or a gap,
// and one more for every other byte.
const letters = 40

// letter numbers a folded byte.
var letter = func() (t [256]uint16) {
	for c := range t {
		switch {
		case c >= 'a' && c <= 'z':
			t[c] = uint16(c-'a') + 1
		case c >= '0' && c <= '9':
			t[c] = uint16(c-'0') + 27
		case c == ' ':
			t[c] = 37
		default:
			t[c] = 38
		}
	}
	return t
}()

func newBeginnings(phrases []string) (b beginnings) {
	for _, p := range phrases {
		b.add(p, 0, 0)
	}
	return b
}

// add marks the beginnings a phrase can have. Behind its end a word may end or
// the text; behind a stem's star anything may stand.
func (b *beginnings) add(p string, n int, at uint16) {
	if n == 3 {
		b[at/64] |= 1 << (at % 64)
		return
	}
	if n < len(p) && p[n] != '*' {
		b.add(p, n+1, at*letters+letter[p[n]])
		return
	}
	for c := range uint16(letters) {
		b.add("*", n+1, at*letters+c)
	}
}

// may reports whether a phrase may begin at text[i], where a word begins. It
// errs on the side of yes: beside the end, and beside bytes that are no ASCII.
func (b *beginnings) may(text string, i int) bool {
	if i+3 > len(text) {
		return true
	}
	x, y, z := text[i], text[i+1], text[i+2]
	if x|y|z >= utf8.RuneSelf || ascii[y] == ' ' { // behind a word of one letter the gap may be longer
		return true
	}
	at := (letter[ascii[x]]*letters+letter[ascii[y]])*letters + letter[ascii[z]]
	return b[at/64]>>(at%64)&1 != 0
}
