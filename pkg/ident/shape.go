package ident

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// read matches a shape at text[at:] and gives the number without separators,
// in upper case, and where it ends.
//
// A shape is a row of signs: 9 is a digit, A a letter, X a letter, digit or
// sign that Irish numbers may hold, # one to ten digits, / a separator that
// must be there, and every other sign stands for itself. Between two signs of
// the text may stand a separator.
func read(text string, at int, shape string) (n string, end int, ok bool) {
	var buf [32]byte
	out := buf[:0]
	var used byte // a separator that was met inside
	for k := 0; k < len(shape); k++ {
		next, sep := at, byte(0)
		if k > 0 {
			next, sep = skipSeparator(text, at)
		}
		if shape[k] == '/' {
			if sep == 0 {
				return "", 0, false
			}
			continue
		}
		if next >= len(text) || !fits(shape[k], text[next]) {
			return "", 0, false
		}
		if sep != 0 {
			used = sep
		}
		out = append(out, upper(text[next]))
		at = next + 1
		for more := 0; shape[k] == '#' && more < 9 && at < len(text) && isDigit(text[at]); more++ {
			out = append(out, text[at])
			at++
		}
	}
	if !endsAt(text, at, used) {
		return "", 0, false
	}
	return string(out), at, true
}

// fits reports whether a byte is one that a sign of a shape stands for.
func fits(sign, c byte) bool {
	switch sign {
	case '9', '#':
		return isDigit(c)
	case 'A':
		return isLetter(c)
	case 'X':
		return isDigit(c) || isLetter(c) || c == '+' || c == '*'
	}
	return upper(c) == sign
}

// skipSeparator passes at most one separator with a space on either side, and
// says which it was.
func skipSeparator(text string, at int) (next int, sep byte) {
	for next = at; next < len(text) && next < at+4; {
		switch c := text[next]; {
		case c == ' ' || c == '.' || c == '-' || c == '/':
			if sep != 0 && sep != ' ' && c != ' ' {
				return at, 0
			}
			if sep == 0 || c != ' ' {
				sep = c
			}
			next++
		case strings.HasPrefix(text[next:], "\u00a0"), strings.HasPrefix(text[next:], "\u2011"),
			strings.HasPrefix(text[next:], "\u2013"), strings.HasPrefix(text[next:], "\u202f"):
			if sep == 0 {
				sep = ' '
			}
			next += len(string([]rune(text[next:min(len(text), next+3)])[:1]))
		default:
			return next, sep
		}
	}
	return next, sep
}

// endsAt reports whether a number that was read up to at ends there: what
// follows is neither letter nor digit, nor one more group of digits.
func endsAt(text string, at int, used byte) bool {
	if at >= len(text) {
		return true
	}
	c := text[at]
	if isDigit(c) || isLetter(c) || c == '_' || c == '@' {
		return false
	}
	if at+1 < len(text) && isDigit(text[at+1]) {
		switch c {
		case '.', ',', '-', '/':
			return false
		case ' ':
			return used != ' '
		}
	}
	return true
}

// beginsAt reports whether a number may begin at at.
func beginsAt(text string, at int) bool {
	if at == 0 {
		return true
	}
	c := text[at-1]
	if isDigit(c) || isLetter(c) || c == '_' || c == '+' || c == '@' {
		return false
	}
	if c >= utf8.RuneSelf {
		r, _ := utf8.DecodeLastRuneInString(text[:at])
		return !unicode.IsLetter(r)
	}
	if at > 1 && isDigit(text[at-2]) && isDigit(text[at]) {
		return c != '.' && c != ',' && c != '-' && c != '/'
	}
	return true
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// upper is an ASCII letter in upper case, any other byte as it is.
func upper(c byte) byte {
	if c >= 'a' && c <= 'z' {
		return c &^ 0x20
	}
	return c
}
