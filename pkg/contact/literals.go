package contact

import (
	"strconv"
	"strings"
)

// literal is a text of a program: one string, or several that a plus joins.
// call is the function whose first argument it is.
type literal struct {
	text   string
	call   string
	joined bool
}

// maxLiterals bounds what is read of one program.
const maxLiterals = 20_000

// literals reads the strings of a program in one pass and joins those that
// are added up, also over statements that add to the same variable. It is no
// parser: quotes in a regular expression may lead it astray until the end of
// the line, which loses a string and never invents an address.
func literals(code string) []literal {
	r := literalReader{code: code}
	for r.i < len(code) && len(r.out) < maxLiterals {
		r.next()
	}
	r.flush()
	return r.out
}

type literalReader struct {
	code string
	i    int
	b    strings.Builder
	n    int    // pieces of the open literal
	call string // of the open literal
	name string // variable the open literal goes to
	out  []literal
}

func (r *literalReader) next() {
	switch c := r.code[r.i]; c {
	case '\'', '"', '`':
		if r.n == 0 {
			r.call, r.name = before(r.code, r.i)
		}
		r.string(c)
	case '+', ' ', '\t', '\n', '\r', '(':
		r.i++
	case ';':
		if !r.continued() {
			r.flush()
			r.i++
		}
	case 'S', 'f':
		if !r.charCode() {
			r.i++
			r.flush()
		}
	default:
		r.i++
		r.flush()
	}
}

// string reads one quoted text into the open literal.
func (r *literalReader) string(quote byte) {
	r.n++
	for r.i++; r.i < len(r.code); r.i++ {
		switch c := r.code[r.i]; {
		case c == quote:
			r.i++
			return
		case c == '\n' && quote != '`':
			return
		case c == '\\' && r.i+1 < len(r.code):
			r.escape()
		case r.b.Len() < maxEncode*4:
			r.b.WriteByte(c)
		}
	}
}

// escape reads \x40, \u0040 or one escaped letter; i ends on its last byte.
func (r *literalReader) escape() {
	r.i++
	width := map[byte]int{'x': 2, 'u': 4}[r.code[r.i]]
	if width > 0 && r.i+width < len(r.code) {
		if n, err := strconv.ParseUint(r.code[r.i+1:r.i+1+width], 16, 32); err == nil {
			r.b.WriteRune(rune(n))
			r.i += width
			return
		}
	}
	r.b.WriteByte(r.code[r.i])
}

// charCode reads String.fromCharCode(64, …) into the open literal.
func (r *literalReader) charCode() bool {
	rest := strings.TrimPrefix(r.code[r.i:], "String.")
	if !strings.HasPrefix(rest, "fromCharCode(") {
		return false
	}
	args := rest[len("fromCharCode("):]
	end := strings.IndexByte(args[:min(len(args), 2000)], ')')
	if end < 0 {
		return false
	}
	if r.n == 0 {
		r.call, r.name = before(r.code, r.i)
	}
	for a := range strings.SplitSeq(args[:end], ",") {
		if n, err := strconv.ParseUint(strings.TrimSpace(a), 0, 16); err == nil && r.b.Len() < maxEncode*4 {
			r.b.WriteRune(rune(n))
		}
	}
	r.n += 2
	r.i = len(r.code) - len(args) + end + 1
	return true
}

// continued reports whether the statement behind a semicolon adds to the
// variable of the open literal, and moves there: a = 'x'; a = a + 'y'.
func (r *literalReader) continued() bool {
	if r.n == 0 || r.name == "" {
		return false
	}
	rest := strings.TrimLeft(r.code[r.i+1:min(len(r.code), r.i+200)], " \t\r\n")
	skipped := len(rest)
	if !strings.HasPrefix(rest, r.name) {
		return false
	}
	rest = strings.TrimLeft(rest[len(r.name):], " \t")
	switch {
	case strings.HasPrefix(rest, "+="):
		rest = rest[2:]
	case strings.HasPrefix(rest, "="):
		rest = strings.TrimLeft(rest[1:], " \t")
		if !strings.HasPrefix(rest, r.name) {
			return false
		}
		rest = rest[len(r.name):]
	default:
		return false
	}
	r.i += 1 + (min(len(r.code), r.i+200) - r.i - 1 - skipped) + (skipped - len(rest))
	return true
}

func (r *literalReader) flush() {
	if r.n > 0 && r.b.Len() > 0 {
		r.out = append(r.out, literal{r.b.String(), r.call, r.n > 1})
	}
	r.b.Reset()
	r.n, r.call, r.name = 0, "", ""
}

// before reads what stands left of a string: a call, or the variable it is
// assigned to.
func before(code string, i int) (call, name string) {
	left := strings.TrimRight(code[max(0, i-80):i], " \t")
	if rest, ok := strings.CutSuffix(left, "("); ok {
		return lastName(rest), ""
	}
	if rest, ok := strings.CutSuffix(left, "="); ok {
		return "", lastName(strings.TrimRight(strings.TrimSuffix(rest, "+"), " \t"))
	}
	return "", ""
}

func lastName(s string) string {
	i := len(s)
	for i > 0 && (s[i-1] == '.' || s[i-1] == '_' || s[i-1] == '$' || s[i-1] < 0x80 && isWord(rune(s[i-1]))) {
		i--
	}
	return s[i:]
}
