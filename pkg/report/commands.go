package report

import (
	"strings"
	"unicode"
)

// A build server reads the log of what it runs and obeys some of its lines:
// "::error ::…" where a line begins, "##[…" and "##vso[…" anywhere. Text of a
// shop that stands in such a log must not give orders.

// dropCommands takes workflow commands apart with a space, so that a reader
// still sees what stood there. Colons inside a word, as in a::before, stay.
func dropCommands(s string) string {
	if strings.Contains(s, "::") {
		s = splitColons(s)
	}
	if strings.Contains(s, "##") {
		s = splitHashes(s)
	}
	return s
}

// splitColons separates the colons of a run that begins a word.
func splitColons(s string) string {
	var b strings.Builder
	b.Grow(len(s) + 8)
	begins, colons := true, 0
	for _, r := range s {
		switch {
		case r == ':' && (begins || colons > 0):
			if colons > 0 {
				b.WriteByte(' ')
			}
			colons++
		default:
			colons = 0
		}
		b.WriteRune(r)
		begins = unicode.IsSpace(r)
	}
	return b.String()
}

// splitHashes separates two hashes before letters and a bracket.
func splitHashes(s string) string {
	var b strings.Builder
	b.Grow(len(s) + 8)
	for i := 0; i < len(s); i++ {
		b.WriteByte(s[i])
		if s[i] == '#' && i+1 < len(s) && s[i+1] == '#' && bracketed(s[i+2:]) {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// maxCommand is how long the name of a workflow command may be.
const maxCommand = 20

// bracketed reports whether s is a name and an opening bracket.
func bracketed(s string) bool {
	for i := 0; i < len(s) && i <= maxCommand; i++ {
		if s[i] == '[' {
			return true
		}
		if !letter(s[i]) {
			return false
		}
	}
	return false
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
