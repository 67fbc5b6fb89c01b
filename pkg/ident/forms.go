package ident

import "slices"

// forms are the forms of all families.
var forms = slices.Concat(benelux, german, french, iberia, italian, nordic, polish, czech, danube, balkan, baltic, islands)

// byPrefix holds the forms with a prefix by its first two letters, and byScheme
// those without one.
var byPrefix, byScheme = index(forms)

func index(all []form) (map[string][]*form, map[Scheme][]*form) {
	prefixed, plain := map[string][]*form{}, map[Scheme][]*form{}
	for i := range all {
		f := &all[i]
		if f.prefix != "" {
			prefixed[f.prefix[:2]] = append(prefixed[f.prefix[:2]], f)
		} else {
			plain[f.scheme] = append(plain[f.scheme], f)
		}
	}
	return prefixed, plain
}

// match reads a number of the form at text[at:], behind the prefix if it has
// one.
func (f *form) match(text string, at int) (Match, bool) {
	m := Match{Scheme: f.scheme, Start: at}
	if f.prefix != "" {
		var ok bool
		if at, ok = behind(text, at, f.prefix); !ok {
			return m, false
		}
	}
	n, end, ok := read(text, at, f.shape)
	if !ok || len(n) < f.min || f.max > 0 && len(n) > f.max {
		return m, false
	}
	m.End, m.Value = end, n
	if f.print != nil {
		m.Value = f.print(n)
	}
	if f.check != nil {
		valid := f.check(n)
		m.Valid = &valid
	}
	m.Placeholder = placeholder(n)
	return m, true
}

// behind is where the number begins behind a prefix: signs such as a colon,
// and a word such as "Nr.", may stand between.
func behind(text string, at int, prefix string) (int, bool) {
	if len(text)-at < len(prefix) {
		return 0, false
	}
	for i := range len(prefix) {
		if upper(text[at+i]) != prefix[i] {
			return 0, false
		}
	}
	at = passSigns(text, at+len(prefix))
	for _, word := range []string{"nr", "no", "nummer"} {
		if len(text)-at > len(word) && equalFold(text[at:at+len(word)], word) && !isLetter(text[at+len(word)]) {
			return passSigns(text, at+len(word)), true
		}
	}
	return at, true
}

func passSigns(text string, at int) int {
	for n := 0; n < 3 && at < len(text); n++ {
		switch text[at] {
		case ' ', ':', '.', '-':
			at++
		default:
			return at
		}
	}
	return at
}

// equalFold compares ASCII letters without regard to case; lower is in lower
// case.
func equalFold(s, lower string) bool {
	for i := range len(lower) {
		if s[i]|0x20 != lower[i] {
			return false
		}
	}
	return true
}
