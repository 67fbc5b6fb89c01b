package ident

import "strings"

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
