package pdf

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// lines are the runs of text of a page, white space folded, ligatures opened
// (NFKC would also change signs such as ² and ½, so only presentation forms
// are), control characters dropped.
func lines(text string) []string {
	var out []string
	for l := range strings.SplitSeq(text, "\n") {
		if l = clean(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

func clean(line string) string {
	var b strings.Builder
	for _, r := range line {
		switch {
		case r >= 0xFB00 && r <= 0xFB06: // ff fi fl ffi ffl st
			b.WriteString(norm.NFKC.String(string(r)))
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		case r == 0x00AD, unicode.IsControl(r), unicode.Is(unicode.Co, r), r == unicode.ReplacementChar:
		default:
			b.WriteRune(r)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Paragraphs joins the runs of a page: a file gives each change of font or
// link as a run of its own, and wraps lines at the margin. A new paragraph
// begins where a run ends a sentence and the next begins one.
func (p Page) Paragraphs() []string {
	var out []string
	for _, l := range p.Lines {
		if n := len(out); n > 0 && joins(out[n-1], l) {
			out[n-1] += " " + l
			continue
		}
		out = append(out, l)
	}
	return out
}

// maxParagraph keeps a page without any full stop from becoming one block.
const maxParagraph = 1200

func joins(before, next string) bool {
	if len(before)+len(next) > maxParagraph {
		return false
	}
	last, first := lastRune(before), firstRune(next)
	if strings.ContainsRune(".!?:;", last) {
		return unicode.IsLower(first) && last != ':'
	}
	return true
}

func lastRune(s string) rune {
	r := []rune(s[max(len(s)-4, 0):])
	return r[len(r)-1]
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}
