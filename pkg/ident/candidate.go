package ident

import "slices"

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
