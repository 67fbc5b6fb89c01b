package ident

import (
	"slices"
	"strings"
)

// maxMatches bounds what one text can make Find return.
const maxMatches = 100

// Trigger is the cheap question before Find: could text hold a number? It
// looks at every byte once and allocates nothing.
func Trigger(text string) bool {
	digits := 0
	for i := 0; i < len(text); i++ {
		if isDigit(text[i]) {
			digits++
		}
	}
	if digits >= 7 {
		return true
	}
	// Register numbers may be short; their marks are spelt in capitals.
	return digits >= 2 && (strings.Contains(text, "HR") || strings.Contains(text, "FN") || strings.Contains(text, "GnR") ||
		strings.Contains(text, "VR") || strings.Contains(text, "B") && strings.Contains(text, "R"))
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

// at reads the number that begins at i, with the token up to end.
func (f *finder) at(i, end int) (Match, bool) {
	if dated(f.text, i) {
		return Match{}, false
	}
	var near []label
	asked := false
	ask := func() []label {
		if !asked {
			near, asked = labels.before(stretch(f.text, f.floor, i), f.hint), true
		}
		return near
	}
	if m, ok := f.prefixed(i, end, ask); ok {
		return m, true
	}
	if isLetter(f.text[i]) && !mixed(f.text, i, end) || !longEnough(f.text, i) {
		return Match{}, false
	}
	return f.labelled(i, ask())
}

// shortest is how many digits a number without a prefix has at least; asking
// for the labels of shorter ones would cost more than they are worth.
const shortest = 4

// longEnough reports whether so many digits follow, with no more than letters
// in front and separators between.
func longEnough(text string, i int) bool {
	for i < len(text) && isLetter(text[i]) {
		i++
	}
	for n := 0; ; n++ {
		next, _ := skipSeparator(text, i)
		if n == shortest {
			return true
		}
		if next >= len(text) || !isDigit(text[next]) {
			return false
		}
		i = next + 1
	}
}

// mixed reports whether a token that begins with a letter can begin a number
// without a country prefix: one or two letters, then a digit.
func mixed(text string, i, end int) bool {
	letters := i
	for letters < end && isLetter(text[letters]) {
		letters++
	}
	if letters-i > 2 {
		return false
	}
	next, _ := skipSeparator(text, letters)
	return next < len(text) && isDigit(text[next])
}

// prefixed reads a number behind a country prefix or the mark of a register.
func (f *finder) prefixed(i, end int, ask func() []label) (Match, bool) {
	if end-i < 2 || !isLetter(f.text[i]) || !isLetter(f.text[i+1]) {
		return Match{}, false
	}
	capital := f.text[i] <= 'Z' && f.text[i+1] <= 'Z'
	for _, fm := range byPrefix[string([]byte{upper(f.text[i]), upper(f.text[i+1])})] {
		m, ok := fm.match(f.text, i)
		if !ok {
			continue
		}
		m.Labelled = names(ask(), fm.scheme)
		switch {
		case m.Labelled, capital && fm.enough:
			return m, true
		case capital && m.Valid != nil && (*m.Valid || m.Placeholder):
			return m, true
		}
	}
	return Match{}, false
}

// names reports whether labels name a scheme, or VAT numbers at large where
// it is one.
func names(near []label, s Scheme) bool {
	for _, l := range near {
		if l.vat && s != DERegister && s != ATFn || slices.Contains(l.schemes, s) {
			return true
		}
	}
	return false
}

// labelled reads a number that only its label tells the scheme of. A number
// whose check digit holds goes before one whose label is nearer.
func (f *finder) labelled(i int, near []label) (Match, bool) {
	var wrong Match
	for _, l := range near {
		if l.stop {
			break
		}
		for _, s := range l.schemes {
			m, ok := f.ofScheme(i, s)
			if !ok {
				continue
			}
			if m.Valid == nil || *m.Valid {
				return m, true
			}
			if wrong.Value == "" && (l.strong || m.Placeholder) {
				wrong = m
			}
		}
	}
	if wrong.Value != "" {
		return wrong, true
	}
	return f.followed(i)
}

// ofScheme tries the forms of a scheme at i; a form whose check digit holds
// goes before the first that fits.
func (f *finder) ofScheme(i int, s Scheme) (best Match, ok bool) {
	if !f.likely(s) {
		return best, false
	}
	for _, fm := range byScheme[s] {
		m, fits := fm.match(f.text, i)
		if !fits {
			continue
		}
		m.Labelled = true
		if m.Valid == nil || *m.Valid {
			return m, true
		}
		if !ok {
			best, ok = m, true
		}
	}
	return best, ok
}

// likely settles by the hint which of two look-alike schemes is meant.
func (f *finder) likely(s Scheme) bool {
	slovak := f.hint.Language == "sk" || f.hint.Country == "SK" && f.hint.Language != "cs"
	switch s {
	case CZIco:
		return !slovak
	case SKIco:
		return slovak
	}
	return true
}

// followed reads the one number whose label stands behind it: a French
// company's, as in "552 008 443 RCS Paris".
func (f *finder) followed(i int) (Match, bool) {
	m, ok := f.ofScheme(i, FRRcs)
	if !ok || !*m.Valid {
		return m, false
	}
	rest := f.text[m.End:min(len(f.text), m.End+16)]
	var buf [64]byte
	word, _, _ := strings.Cut(string(fold(buf[:0], rest)), " ")
	return m, word == "rcs"
}
