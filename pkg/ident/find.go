package ident

import "strings"

// maxMatches bounds what one text can make Find return.
const maxMatches = 100

// Trigger is the cheap question before Find: could text hold a number? It
// looks at every byte once and allocates nothing. Five digits in a run, with at
// most one sign or space between two of them, are the fewest that stand alone.
func Trigger(text string) bool {
	digits, run, last := 0, 0, 0
	for i := 0; i < len(text); i++ {
		if !isDigit(text[i]) {
			continue
		}
		if i-last > 2 && !(i-last <= 4 && text[i-1] >= 0x80) { // a no-break space is up to three bytes
			run = 0
		}
		digits, run, last = digits+1, run+1, i
		if run >= 5 {
			return true
		}
	}
	// Register numbers may be short; their marks are spelt in capitals.
	return digits >= 2 && (strings.Contains(text, "HR") || strings.Contains(text, "FN") || strings.Contains(text, "GnR") ||
		strings.Contains(text, "VR") || strings.Contains(text, "B") && strings.Contains(text, "R") ||
		strings.Contains(text, "CUI") || strings.Contains(text, "CIF"))
}

// Find lists the company numbers in text, in text order and at most 100. A
// line feed in text is a border that no number reaches over, while its label
// may stand before it. A country-prefixed number without a label counts only
// when its check digit holds; time is linear in the text.
func Find(text string, h Hint) []Match {
	f := finder{text: text, hint: h}
	for i := 0; i < len(text) && len(f.found) < maxMatches; {
		c := text[i]
		if !isDigit(c) && !isLetter(c) {
			i++
			continue
		}
		end := tokenEnd(text, i)
		if beginsAt(text, i) {
			if account := iban(text, i); account > 0 {
				i, f.floor = account, account
				continue
			}
			if m, ok := f.at(i, end); ok {
				f.found = append(f.found, m)
				i, f.floor = m.End, m.End
				continue
			}
		}
		i = end
	}
	return f.found
}

// tokenEnd is where the letters and digits that begin at i end.
func tokenEnd(text string, i int) int {
	for i < len(text) && (isDigit(text[i]) || isLetter(text[i])) {
		i++
	}
	return i
}

type finder struct {
	text  string
	hint  Hint
	floor int // labels are not looked for before it
	found []Match
}
