package survey

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// reach is the stretch of text whose words still speak of what stands at
// start to end: its own sentence and the next one, and no further than near.
// Legal texts put many matters into one paragraph, so a closing word two
// sentences on is about something else.
func reach(text string, start, end int) (from, to int) {
	from, to = 0, len(text)
	sentences := 0
	for i := 0; i < len(text); i++ {
		if !boundary(text, i) {
			continue
		}
		switch {
		case i < start:
			from = i + 1
		case i+1 >= end:
			if sentences++; sentences == 2 {
				to = i + 1
			}
		}
		if sentences == 2 {
			break
		}
	}
	return max(from, start-near), min(to, end+near)
}

// boundary reports whether a sentence ends at text[i].
func boundary(text string, i int) bool {
	switch text[i] {
	case '!', '?':
	case '.':
		if abbreviation(text[:i]) {
			return false
		}
	default:
		return false
	}
	rest := strings.TrimLeft(text[i+1:], `"')”“»’`)
	after := strings.TrimLeft(rest, " ")
	if after == "" {
		return true
	}
	if len(after) == len(rest) { // no space: inside a word or an address
		return false
	}
	r, _ := utf8.DecodeRuneInString(after)
	return !unicode.IsLower(r)
}

// abbreviation reports whether the last word of text is one that a full stop
// shortens ("Art", "Nr", "Abs") or an ordinal ("20. Juli").
func abbreviation(text string) bool {
	word := text[strings.LastIndexByte(text, ' ')+1:]
	word = strings.TrimLeft(word, "(„\"“«")
	if word == "" || len(word) > 12 {
		return false
	}
	letters, digits := 0, 0
	for _, r := range word {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters++
		default:
			return false
		}
	}
	return digits == 0 && letters <= 3 || letters == 0 && digits <= 2
}
