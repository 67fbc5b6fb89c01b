package contact

import (
	"strings"
	"unicode/utf8"
)

// host is what may be the host right of an at sign.
type host struct {
	labels []label
	wordy  bool // a dot stands in words
	border func(int) bool
}

// label is one part of a host and where it ends in the text.
type label struct {
	text       string
	start, end int
}

// cut is one reading of where the host ends.
type cut struct {
	name string
	end  int
}

// maxLabels and maxCuts bound the work for one at sign.
const (
	maxLabels = 10
	maxCuts   = 24
)

// host reads labels and dots until neither follows.
func (s *scanner) host(at sign) host {
	h := host{border: s.border}
	i := at.to
	if at.loose {
		for i < len(s.text) && i < at.to+2 && s.text[i] == ' ' {
			i++
		}
	}
	for len(h.labels) < maxLabels {
		l := s.label(i)
		if l.text == "" {
			break
		}
		h.labels = append(h.labels, l)
		next, wordy := s.dot(l.end, at.how != "")
		if next == 0 {
			break
		}
		h.wordy, i = h.wordy || wordy, next
	}
	return h
}

// label reads letters, digits and hyphens.
func (s *scanner) label(i int) label {
	k := i
	for k < len(s.text) && k-i <= 70 {
		r, size := utf8.DecodeRuneInString(s.text[k:])
		if !isHost(r) {
			break
		}
		k += size
	}
	end := k
	for end > i && s.text[end-1] == '-' {
		end--
	}
	return label{s.text[i:end], i, end}
}

// dot is where the next label begins when a dot stands at i, 0 when none
// does. Dots in words and dots with white space count beside an at sign in
// disguise only, but for those in brackets.
func (s *scanner) dot(i int, disguise bool) (next int, wordy bool) {
	t := s.text
	if i >= len(t) {
		return 0, false
	}
	if t[i] == '.' && (i+1 < len(t) && t[i+1] != ' ' || !disguise) {
		return i + 1, false
	}
	k := i
	if k < len(t) && t[k] == ' ' && disguise {
		k++
	}
	if k >= len(t) {
		return 0, false
	}
	if word, end, ok := bracketed(t, k); ok && dotWords.has(word) {
		return skipSpace(t, end), true
	}
	if !disguise || k == i && t[k] != '.' {
		return 0, false
	}
	if t[k] == '.' { // "shop . be", but not the end of a sentence
		if k > i && k+1 < len(t) && t[k+1] == ' ' {
			return k + 2, true
		}
		return 0, false
	}
	end := strings.IndexByte(t[k:min(len(t), k+maxWord)], ' ')
	if end < 2 || !dotWords.has(strings.ToLower(t[k:k+end])) {
		return 0, false
	}
	return k + end + 1, true
}

func skipSpace(t string, i int) int {
	if i < len(t) && t[i] == ' ' {
		i++
	}
	return i
}

// cuts are the readings to try, best first: all labels, then ever fewer, and
// for each the last label also up to where other text seems to touch it.
func (h host) cuts() []cut {
	var out []cut
	for n := h.sentence(); n >= 2; n-- {
		head := h.join(n - 1)
		last := h.labels[n-1]
		out = append(out, cut{head + "." + last.text, last.end})
		for i := len(last.text) - 1; i >= 2 && len(out) < maxCuts; i-- {
			if h.seam(last, i) {
				out = append(out, cut{head + "." + last.text[:i], last.start + i})
			}
		}
	}
	return out
}

func (h host) join(n int) string {
	var b strings.Builder
	for i, l := range h.labels[:n] {
		if i > 0 {
			b.WriteByte('.')
		}
		b.WriteString(l.text)
	}
	return b.String()
}

// seam reports whether another text may begin at byte i of a label.
func (h host) seam(l label, i int) bool {
	a, b := l.text[i-1], l.text[i]
	if h.border != nil && h.border(l.start+i) {
		return true
	}
	return isLower(a) && (isUpper(b) || isDigit(b) || b == '-') || isLower(a) != isLower(b) && b >= 0xCD
}

// sentence is how many labels belong together: one that begins with a capital
// letter behind a complete host in small letters starts the next sentence.
func (h host) sentence() int {
	for n := 2; n < len(h.labels); n++ {
		next := h.labels[n].text
		if !isUpper(next[0]) || strings.ToLower(h.join(n)) != h.join(n) {
			continue
		}
		if ascii, _, ok := hostForms(h.join(n)); ok && registered(ascii) {
			return n
		}
	}
	return len(h.labels)
}
