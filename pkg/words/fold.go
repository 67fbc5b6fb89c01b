package words

import (
	"strings"
	"sync/atomic"
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

// blocks holds the folded forms of 256 runes each, made when the first of
// them is met: a shop needs four or five of the 512, and a page of rare
// characters cannot make folding slow.
var blocks [512]atomic.Pointer[[256]string]

// foldRune is the folded form of one rune: empty for what vanishes, a space
// for what parts words.
func foldRune(r rune) string {
	n := uint32(r) >> 8
	if n >= uint32(len(blocks)) {
		return spell(r)
	}
	block := blocks[n].Load()
	if block == nil {
		block = new([256]string)
		for i := range block {
			block[i] = spell(r&^0xff | rune(i))
		}
		blocks[n].Store(block) // two at once store the same
	}
	return block[r&0xff]
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
