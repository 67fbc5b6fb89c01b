package report

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Caps in runes on what one string of a shop may take of a report.
const (
	maxExcerpt = 500  // an excerpt, in every format
	maxString  = 4000 // any other string
)

// Clean is the one door for text that comes from a shop: afterwards it holds
// no byte that a terminal, a log or a reader's eye could be fooled with. It
// takes out control characters (C0, C1, DEL) and whole escape sequences, bidi
// controls and other invisible format characters, characters XML does not know,
// turns line separators and tabs into spaces, replaces invalid UTF-8, thins out
// piled-up accents, takes workflow commands of build servers apart, and caps
// the length. Clean(Clean(s)) is Clean(s).
func Clean(s string) string { return clip(scrub(s, false), maxString) }

// CleanText is Clean for text of several lines: line feeds stay, and each
// carriage return with or without one becomes a line feed.
func CleanText(s string) string { return clip(scrub(s, true), maxString) }

// clip shortens s to at most n runes, the last of them an ellipsis when
// something was cut.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	seen := 0
	for i := range s {
		if seen == n-1 && utf8.RuneCountInString(s[i:]) > 1 {
			return s[:i] + "…"
		}
		seen++
	}
	return s
}

// clipWords is clip that ends behind a whole word.
func clipWords(s string, n int) string {
	cut := clip(s, n)
	if cut == s {
		return s
	}
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i] + " …"
	}
	return cut
}

// scrub does the work of Clean but for the cap. The cut before it bounds the
// time that a huge string costs.
func scrub(s string, lines bool) string {
	const enough = 64 * maxString
	if len(s) > enough {
		s = s[:enough]
	}
	if plain(s) {
		return dropCommands(s)
	}
	s = dropEscapes(strings.ToValidUTF8(s, "\uFFFD"))
	return dropCommands(dropJoiners(dropInvisible(s, lines)))
}

// plain reports whether s is printable ASCII, which most strings are.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// dropInvisible removes what has no shape of its own, one rune at a time.
func dropInvisible(s string, lines bool) string {
	var b strings.Builder
	b.Grow(len(s))
	marks := 0
	for i, r := range s {
		switch {
		case r == '\n' && lines:
			b.WriteByte('\n')
		case r == '\r' && lines:
			if !strings.HasPrefix(s[i+1:], "\n") {
				b.WriteByte('\n')
			}
		case separates(r):
			b.WriteByte(' ')
		case hidden(r):
			continue
		case r == 0x200C || r == 0x200D: // no new letter begins here
			b.WriteRune(r)
			continue
		case unicode.In(r, unicode.Mn, unicode.Me):
			if marks++; marks <= maxMarks {
				b.WriteRune(r)
			}
			continue
		default:
			b.WriteRune(r)
		}
		marks = 0
	}
	return b.String()
}

// maxMarks is how many accents one letter may carry: real scripts need three.
const maxMarks = 3

// separates reports whether a reader sees r as a break between words.
func separates(r rune) bool {
	switch r {
	case '\t', '\n', '\v', '\f', '\r', 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

// hidden reports whether r is a control or format character, or one of the
// letters that print as nothing. Joiners are judged later, by their neighbours.
func hidden(r rune) bool {
	switch r {
	case 0x200C, 0x200D:
		return false // dropJoiners decides
	case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0:
		return true
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Cs, unicode.Noncharacter_Code_Point) || r >= 0xE0000 && r <= 0xE0FFF
}

// dropJoiners keeps zero-width joiners only between two letters or signs that
// join (Arabic, Indic, emoji); between Latin letters they only hide a word.
func dropJoiners(s string) string {
	if !strings.ContainsAny(s, "\u200C\u200D") {
		return s
	}
	var b strings.Builder
	var last rune
	for i, r := range s {
		if r == 0x200C || r == 0x200D {
			next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
			if !joins(last) || !joins(next) {
				continue
			}
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

// joins reports whether a joiner beside r has a meaning.
func joins(r rune) bool {
	return r >= 0x0600 && r != 0x200C && r != 0x200D && r != utf8.RuneError
}
