package contact

import (
	"strings"
	"unicode/utf8"
)

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
