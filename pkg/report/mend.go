package report

import (
	"strconv"
	"strings"
)

// fix writes who does what, in numbered steps, and the text to paste.
func (p *printer) fix(r *Result, col int) {
	if len(r.Fix.Steps) > 0 {
		p.entries(2, col, p.say("label.do"), []string{p.effort(r.Fix)})
		for i, step := range r.Fix.Steps {
			nr := strconv.Itoa(i+1) + "."
			p.entry(col, col+3, nr, len(nr), step)
		}
	}
	for i, s := range r.Fix.Snippets {
		p.snippet(s, i == 0, col)
	}
}

// effort is "(you, 10 minutes)".
func (p *printer) effort(f Fix) string {
	var parts []string
	if f.Who != "" {
		parts = append(parts, p.sayOr("who."+f.Who, f.Who))
	}
	if f.Minutes > 0 {
		parts = append(parts, p.count("minutes", f.Minutes))
	}
	if len(parts) == 0 {
		return ""
	}
	return "(" + strings.Join(parts, ", ") + ")"
}

// maxPaste is how many lines of a text to paste are shown.
const maxPaste = 40

// snippet writes a text to paste with its language below the label. Its own
// lines stay lines.
func (p *printer) snippet(s Snippet, first bool, col int) {
	left := []string{}
	if first {
		left = append(left, p.say("label.paste"))
	}
	if s.Language != "" {
		left = append(left, "("+fit(s.Language, 5)+")")
	}
	var lines []string
	for l := range strings.SplitSeq(strings.Trim(s.Text, "\n"), "\n") {
		lines = append(lines, p.pasteLines(l, p.wide-col)...)
	}
	if len(lines) > maxPaste {
		lines = append(lines[:maxPaste], "…")
	}
	for len(lines) < len(left) {
		lines = append(lines, "")
	}
	for i, l := range lines {
		label := ""
		if i < len(left) {
			label = left[i]
		}
		p.beside(2, col, label, width(label), []string{l})
	}
}

// pasteLines wraps one line of a text to paste so that it may be copied as it
// stands: its indent is kept, and breaks come at spaces or between a tag and a
// word, where white space changes nothing that a reader sees.
func (p *printer) pasteLines(l string, n int) []string {
	in := min(len(l)-len(strings.TrimLeft(l, " ")), n/2)
	var words []string
	for _, w := range strings.FieldsFunc(l, breaks) {
		if width(w) > n-in {
			words = append(words, afterTags(w)...)
			continue
		}
		words = append(words, w)
	}
	lines := flow(words, n-in, p.wide-in)
	for i := range lines {
		lines[i] = strings.Repeat(" ", in) + lines[i]
	}
	if len(lines) == 0 {
		return []string{""}
	}
	return lines
}

// afterTags splits a word after each tag that letters or another tag follow.
func afterTags(w string) []string {
	var out []string
	start := 0
	for i := 1; i < len(w); i++ {
		if w[i-1] == '>' && !strings.ContainsRune(".,;:!?)", rune(w[i])) {
			out = append(out, w[start:i])
			start = i
		}
	}
	return append(out, w[start:])
}
