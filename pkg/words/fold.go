package words

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold is the comparison form of s: lower case, marks stripped (NFKD), special
// letters spelt out (ß→ss, ø→o, æ→ae, œ→oe, ł→l, đ→d, ı→i, ð→d, þ→th, ħ→h,
// ς→σ), everything that is neither letter nor digit collapsed to one space.
// Soft hyphens and zero-width characters vanish. Folding twice changes nothing.
func Fold(s string) string {
	if isFolded(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	put := func(c byte) {
		if c == ' ' {
			space = b.Len() > 0
			return
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteByte(c)
	}
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			put(ascii[c])
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		f := foldRune(r)
		for j := 0; j < len(f); j++ {
			put(f[j])
		}
		i += n
	}
	return b.String()
}

// isFolded reports whether s is ASCII in its comparison form already, which
// spares most slugs and many labels the copy.
func isFolded(s string) bool {
	gap := true
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf || ascii[c] != c || c == ' ' && gap {
			return false
		}
		gap = c == ' '
	}
	return !gap || s == ""
}

// ascii folds one ASCII byte: lower letters and digits to themselves, upper
// ones to lower, all others to a space.
var ascii = func() (t [utf8.RuneSelf]byte) {
	for c := range t {
		switch b := byte(c); {
		case b >= 'A' && b <= 'Z':
			t[c] = b + 'a' - 'A'
		case b >= 'a' && b <= 'z', b >= '0' && b <= '9':
			t[c] = b
		default:
			t[c] = ' '
		}
	}
	return t
}()

// tableEnd is the first rune foldTable does not know; below it lie all
// letters of the Union's languages and the punctuation of real pages.
const tableEnd = 0x2500

// foldTable is made once, at the first text that is not ASCII.
var foldTable = sync.OnceValue(func() *[tableEnd]string {
	t := new([tableEnd]string)
	for r := range t {
		t[r] = spell(rune(r))
	}
	return t
})

// foldRune is the folded form of one rune: empty for what vanishes, a space
// for what parts words.
func foldRune(r rune) string {
	if r < tableEnd {
		return foldTable()[r]
	}
	return spell(r)
}

// special letters have no decomposition in Unicode.
var special = map[rune]string{
	'ß': "ss", 'ø': "o", 'æ': "ae", 'œ': "oe", 'ł': "l", 'đ': "d", 'ı': "i",
	'ð': "d", 'þ': "th", 'ħ': "h", 'ς': "σ", 'ŋ': "n", 'ŧ': "t", 'ĸ': "k",
}

// spell folds one rune the slow way, again and again until nothing changes:
// a capital may decompose into letters that must be lowered in their turn.
func spell(r rune) string {
	s := string(r)
	for range 4 {
		next := spellOnce(s)
		if next == s {
			break
		}
		s = next
	}
	return s
}

func spellOnce(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		r = unicode.ToLower(r)
		switch f, ok := special[r]; {
		case ok:
			b.WriteString(f)
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
			// marks, soft hyphen, zero-width: gone
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.Mc, r):
			b.WriteRune(r)
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}
