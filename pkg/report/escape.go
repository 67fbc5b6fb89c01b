package report

import "strings"

// Terminals read more than letters. An escape sequence is ESC (or its one-byte
// form in C1) and what follows it up to its end; the whole of it has to go, or
// its tail would stand in the report as rubbish.
const (
	esc = 0x1B
	csi = 0x9B // the same as ESC [
)

// maxSequence is how far the end of an escape sequence is looked for. One that
// does not end is no sequence: then only its first characters go, so that a
// lone ESC cannot swallow the rest of the evidence.
const maxSequence = 256

// dropEscapes removes every escape sequence from s, which is valid UTF-8.
func dropEscapes(s string) string {
	if !strings.ContainsFunc(s, opens) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for s != "" {
		i := strings.IndexFunc(s, opens)
		if i < 0 {
			break
		}
		b.WriteString(s[:i])
		s = s[i+sequence(s[i:]):]
	}
	b.WriteString(s)
	return b.String()
}

// opens reports whether r begins an escape sequence: ESC, and of C1 the
// control sequence and the strings (DCS, SOS, OSC, PM, APC).
func opens(r rune) bool {
	return r == esc || r == csi || r == 0x90 || r == 0x98 || r >= 0x9D && r <= 0x9F
}

// sequence is the length in bytes of the sequence that s begins with.
func sequence(s string) int {
	head, kind := 2, s[1:]
	if s[0] == esc {
		head = 1
		if kind == "" {
			return 1
		}
		switch kind[0] {
		case '[':
			return 2 + control(s[2:])
		case ']', 'P', 'X', '^', '_':
			return 2 + controlString(s[2:])
		case '(', ')', '*', '+', '#', '%', ' ':
			return 2 + designator(s[2:])
		}
		if kind[0] >= '0' && kind[0] <= '~' {
			return 2
		}
		return head
	}
	if s[1] == csi { // U+009B is C2 9B in UTF-8
		return head + control(s[head:])
	}
	return head + controlString(s[head:])
}

// designator is the length of the one ASCII character that ends a character
// set switch.
func designator(s string) int {
	if s != "" && s[0] < 0x80 {
		return 1
	}
	return 0
}

// control is the length of the parameters and final byte of a control
// sequence; broken ones end where they break.
func control(s string) int {
	for i := 0; i < len(s) && i < maxSequence; i++ {
		switch {
		case s[i] >= '@' && s[i] <= '~':
			return i + 1
		case s[i] < ' ' || s[i] > '~':
			return i
		}
	}
	return 0
}

// controlString is the length of a control string with its end (BEL or ST); 0 when it
// does not end.
func controlString(s string) int {
	within := s[:min(len(s), maxSequence)]
	for i := 0; i < len(within); i++ {
		switch {
		case within[i] == 0x07:
			return i + 1
		case within[i] == esc && strings.HasPrefix(s[i+1:], `\`):
			return i + 2
		case strings.HasPrefix(s[i:], "\u009C"):
			return i + 2
		}
	}
	return 0
}
