package ident

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fold is a stretch of text as labels are written: lower case, marks off,
// dots inside abbreviations gone, words parted by one space.
func fold(dst []byte, text string) []byte {
	start := len(dst)
	gap := false
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '.' && joins(text, i):
		case r == 'º' || r == 'ª' || !unicode.IsLetter(r) && !unicode.IsDigit(r):
			gap = true
		default:
			if gap && len(dst) > start {
				dst = append(dst, ' ')
			}
			gap = false
			dst = utf8.AppendRune(dst, plain(unicode.ToLower(r)))
		}
		i += size
	}
	return dst
}

// joins reports whether the dot at i stands inside an abbreviation, as in
// "R.C.S." or "org.nr".
func joins(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+1:])
	return unicode.IsLetter(before) && unicode.IsLetter(after)
}

// plain takes the mark off a small letter.
func plain(r rune) rune {
	if r < utf8.RuneSelf {
		return r
	}
	if p, ok := unmarked[r]; ok {
		return p
	}
	return r
}

// unmarked gives the bare letter for each marked one of the 24 languages.
var unmarked = func() map[rune]rune {
	out := map[rune]rune{}
	for _, row := range []string{
		"aàáâãäåāăą", "cçćčċ", "dďđ", "eèéêëēěęė", "gğģġ", "hħ", "iìíîïīįı", "kķ", "lĺľłļ", "nñńňņ", "oòóôõöőø",
		"rřŕ", "sśšşș", "tťțţ", "uùúûüůűūų", "yýÿ", "zźžż", "αά", "εέ", "ηή", "ιίϊΐ", "οό", "υύϋΰ", "ωώ",
	} {
		bare, size := utf8.DecodeRuneInString(row)
		for _, r := range row[size:] {
			out[r] = bare
		}
	}
	return out
}()

// ahead is how many characters before a number its label may stand.
const ahead = 40

// stretch is the text before a number in which its label may stand; it does
// not reach back over an earlier number.
func stretch(text string, floor, at int) string {
	from := at
	for n := 0; n < ahead+labelRoom && from > floor; n++ {
		_, size := utf8.DecodeLastRuneInString(text[:from])
		from -= size
	}
	return text[max(from, floor):at]
}

// labelRoom is the room that a label itself takes.
const labelRoom = 24

// starts lists where the words of a folded text begin, the last first.
func starts(folded string) []int {
	var out []int
	for end := len(folded); end > 0; {
		i := strings.LastIndexByte(folded[:end], ' ')
		out = append(out, i+1)
		end = i
	}
	return out
}
