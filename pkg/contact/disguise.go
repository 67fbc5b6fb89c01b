package contact

import (
	"slices"
	"strings"
)

// maxRun bounds the stretch that is tried backwards, in bytes.
const maxRun = 100

// disguised tries the run about a plain @ backwards and rotated. Only names of
// company mailboxes count: nothing else proves the disguise.
func (s *scanner) disguised(at sign) (Candidate, bool) {
	start, end := at.from, at.to
	for start > s.floor && at.from-start < maxRun && isASCIILocal(s.text[start-1]) {
		start--
	}
	for end < len(s.text) && end-at.to < maxRun && isASCIILocal(s.text[end]) {
		end++
	}
	if start == at.from || end == at.to {
		return Candidate{}, false
	}
	run := s.text[start:end]
	if a, ok := Reversed(run); ok && roles.has(strings.ToLower(a.Local)) {
		return Candidate{Address: a, Form: FormObfuscated, How: "reversed", Start: start, End: end}, true
	}
	if a, err := Parse(strings.Trim(rot13(run), ".")); err == nil && roles.has(strings.ToLower(a.Local)) {
		return Candidate{Address: a, Form: FormObfuscated, How: "rot13", Start: start, End: end}, true
	}
	return Candidate{}, false
}

func isASCIILocal(c byte) bool { return c < 0x80 && isLocal(rune(c)) }

// Reversed reads an address that was written from right to left.
func Reversed(run string) (Address, bool) {
	if len(run) > maxLocal+maxHost {
		return Address{}, false
	}
	r := []rune(strings.Trim(run, ". "))
	slices.Reverse(r)
	a, err := Parse(string(r))
	return a, err == nil
}

// rot13 turns each letter by half the alphabet.
func rot13(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return 'a' + (r-'a'+13)%26
		case r >= 'A' && r <= 'Z':
			return 'A' + (r-'A'+13)%26
		}
		return r
	}, s)
}

// unrotated undoes ROT13 where the turned ending happens to be another valid
// one: "vasb@fubc.se" is info at a French host.
func unrotated(c Candidate) Candidate {
	if len(c.Address.Local) > 20 || roles.has(strings.ToLower(c.Address.Local)) {
		return c
	}
	turned := rot13(c.Address.Local)
	if len(turned) < 4 || !roles.has(strings.ToLower(turned)) {
		return c
	}
	if a, err := New(turned, rot13(c.Address.Host)); err == nil {
		c.Address, c.Form, c.How = a, FormObfuscated, "rot13"
	}
	return c
}
