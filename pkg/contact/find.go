package contact

import "strings"

// Trigger reports whether a text may hold an address: an at sign or a word for
// it. One pass over the bytes.
func Trigger(text string) bool {
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c == ' ' && i+2 < len(text) && !wordPairs[text[i+1]&31][text[i+2]&31] {
			continue // nearly every word of a text ends here
		}
		if c == '@' || c == 0xEF && wideAt(text[i:]) {
			return true
		}
		if wakes[c] {
			if _, ok := signAt(text, i); ok {
				return true
			}
		}
	}
	return false
}

// wideAt reports one of the two wide forms of the sign.
func wideAt(s string) bool { return strings.HasPrefix(s, "＠") || strings.HasPrefix(s, "﹫") }

// Find reads the addresses off a text as a person sees it, in text order. Its
// time grows with the length of the text only.
func Find(text string) []Candidate { return FindIn(text, nil) }

// FindIn is Find for a text that was joined from pieces. border reports
// whether a new piece begins at an offset; where a label and an address touch,
// that is where they are parted. nil means one piece.
func FindIn(text string, border func(offset int) bool) []Candidate {
	if len(text) > maxScript {
		text = text[:maxScript]
	}
	// Signs that take no place may stand inside a word for the sign.
	if !Trigger(text) && !exotic(text) {
		return nil
	}
	s := scanner{cleaned: clean(text)}
	if border != nil {
		s.border = func(i int) bool { return border(s.offset(i)) }
	}
	s.scan(false)
	return s.out
}

// findPlain is Find for code: only the sign itself counts there, since "(a)"
// and "[at]" are calls and indexes.
func findPlain(code string) []Candidate {
	if strings.IndexByte(code, '@') < 0 {
		return nil
	}
	s := scanner{cleaned: cleaned{text: code[:min(len(code), maxScript)]}}
	s.scan(true)
	return s.out
}

// scanner is one search. Nothing left of floor is looked at again, so no byte
// is read more than a bounded number of times.
type scanner struct {
	cleaned
	border func(int) bool
	floor  int
	out    []Candidate
}

func (s *scanner) scan(plain bool) {
	for i := 0; i < len(s.text) && len(s.out) < maxFound; {
		if c := s.text[i]; !wakes[c] || plain && c != '@' {
			i++
			continue
		}
		at, ok := signAt(s.text, i)
		if !ok || plain && at.loose {
			i++
			continue
		}
		c, ok := s.around(at)
		if !ok {
			i++
			continue
		}
		s.floor, i = c.End, max(c.End, at.to)
		c.Start, c.End = s.offset(c.Start), s.offset(c.End)
		s.out = append(s.out, c)
	}
}

// around reads the address about an at sign.
func (s *scanner) around(at sign) (Candidate, bool) {
	start, end, ok := s.localSpan(at)
	if !ok {
		return Candidate{}, false
	}
	h := s.host(at)
	for _, cut := range h.cuts() {
		a, err := New(s.text[start:end], cut.name)
		if err != nil {
			continue
		}
		if !s.convincing(a, at, h, start) {
			return Candidate{}, false
		}
		c := Candidate{Address: a, Form: FormText, Start: start, End: cut.end, How: at.how}
		if c.How == "" && h.wordy {
			c.How = "at-word"
		}
		if c.How != "" {
			c.Form = FormObfuscated
		}
		return unrotated(c), true
	}
	if at.how != "" {
		return Candidate{}, false
	}
	return s.disguised(at)
}

// convincing weighs the forms that ordinary sentences and social handles take
// as well.
func (s *scanner) convincing(a Address, at sign, h host, start int) bool {
	switch {
	case at.how == "":
		return true
	case at.how == "spaced":
		before := s.text[at.from-1:at.from] == " "
		if !before {
			return true // "info@ shop.be"
		}
		if at.to < len(s.text) && s.text[at.to] != ' ' { // "Instagram @shop.be"
			return roles.has(a.Local)
		}
	case at.wordy && !at.loose: // "info-at-shop.be"
		return roles.has(strings.ToLower(a.Local))
	case at.wordy:
		return h.wordy && !pronouns.has(strings.ToLower(a.Local))
	default:
		return true
	}
	return roles.has(strings.ToLower(a.Local)) || strings.ContainsAny(a.Local, "._0123456789") ||
		strings.HasSuffix(strings.TrimRight(s.text[:start], " "), ":")
}

// pronouns stand before a bare " at " in sentences that are no address.
var pronouns = set{"us": {}, "me": {}, "look": {}, "it": {}, "is": {}, "are": {}, "you": {}, "and": {}, "or": {}, "them": {}}
