package contact

import (
	"strings"
	"unicode/utf8"
)

// Trigger reports whether a text may hold an address: an at sign or a word for
// it. One pass over the bytes.
func Trigger(text string) bool {
	for i := 0; i < len(text); i++ {
		c := text[i]
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
	if !Trigger(text) {
		if !strings.ContainsAny(text, "\u200b\u00a0\u00ad") {
			return nil
		}
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

// localSpan is the stretch of the local part left of a sign.
func (s *scanner) localSpan(at sign) (start, end int, ok bool) {
	end = at.from
	if at.loose {
		for end > s.floor && end > at.from-3 && s.text[end-1] == ' ' {
			end--
		}
	}
	start = end
	for start > s.floor && end-start <= maxLocal+40 {
		r, size := utf8.DecodeLastRuneInString(s.text[s.floor:start])
		if !isLocal(r) {
			break
		}
		start -= size
	}
	if end-start > maxLocal+40 || s.inAddress(start) {
		return 0, 0, false
	}
	start = s.trimLocal(start, end)
	return start, end, end > start
}

// inAddress reports that what stands at i is part of a web address or of a
// handle: "https://key@host", "?to=a@b.c" in a link, "@name@server".
func (s *scanner) inAddress(i int) bool {
	if i == 0 {
		return false
	}
	switch s.text[i-1] {
	case '@':
		return i-1 >= s.floor
	case '/', '=', ':', '#', '?', '~':
		from := max(s.floor, i-200)
		word := s.text[from:i]
		word = word[strings.LastIndexAny(word, " \t\n\"'<>()")+1:]
		return strings.Contains(word, "://") || strings.HasPrefix(word, "//") || strings.HasPrefix(word, "www.")
	}
	return false
}

// trimLocal drops what clings to the front: bullets, and a label whose text
// node ends inside.
func (s *scanner) trimLocal(start, end int) int {
	for start < end && strings.IndexByte(".-+%&", s.text[start]) >= 0 {
		start++
	}
	for start+2 < end && s.text[start] == '%' { // an escape that was not undone
		start++
	}
	if s.border != nil {
		for i := end - 1; i > start; i-- {
			if s.border(i) && parts(s.text[start:i], s.text[i:end]) {
				return i
			}
		}
	}
	if head, tail, ok := strings.Cut(s.text[start:end], "ail"); ok && strings.EqualFold(head, "e-m") && roles.has(tail) {
		return end - len(tail)
	}
	if i := digits(s.text[start:end]); i >= 6 && roles.has(strings.ToLower(s.text[start+i:end])) {
		return start + i // a telephone number touches
	}
	return scriptChange(s.text, start, end)
}

// digits counts the digits a text begins with.
func digits(s string) int { return len(s) - len(strings.TrimLeft(s, "0123456789")) }

// parts decides whether a text node's end inside a local part parts a label
// from the address: "Mail|info", "Bakkerij|info", but not "jan|.peeters".
func parts(head, tail string) bool {
	r, _ := utf8.DecodeRuneInString(tail)
	if !isWord(r) {
		return false
	}
	if r, _ = utf8.DecodeLastRuneInString(head); !isWord(r) {
		return false
	}
	return labelWords.has(strings.ToLower(head)) || roles.has(strings.ToLower(tail)) && head[0] < 'a'
}

// scriptChange is the last place where letters of another alphabet give way
// to Latin ones: a Greek or Cyrillic label without a space.
func scriptChange(text string, start, end int) int {
	latin := end
	for latin > start && text[latin-1] < utf8.RuneSelf {
		latin--
	}
	if latin == start || latin == end {
		return start
	}
	if r, _ := utf8.DecodeLastRuneInString(text[start:latin]); r >= 0x370 {
		return latin
	}
	return start
}
