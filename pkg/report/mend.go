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
	label := ""
	if first {
		label = p.say("label.paste")
	}
	second := ""
	if s.Language != "" {
		second = "(" + fit(s.Language, 5) + ")"
	}
	if !first {
		label, second = second, ""
	}
	var lines []string
	for l := range strings.SplitSeq(strings.Trim(s.Text, "\n"), "\n") {
		lines = append(lines, indented(l, p.wide-col)...)
	}
	if len(lines) > maxPaste {
		lines = append(lines[:maxPaste], "…")
	}
	if len(lines) < 2 && second != "" {
		lines = append(lines, "")
	}
	for i, l := range lines {
		p.pasteLine(col, [2]string{label, second}, i, l)
	}
}

// indented wraps one line of a text to paste and keeps its indent.
func indented(l string, n int) []string {
	in := min(len(l)-len(strings.TrimLeft(l, " ")), n/2)
	lines := wrap(l, n-in)
	for i := range lines {
		lines[i] = strings.Repeat(" ", in) + lines[i]
	}
	if len(lines) == 0 {
		return []string{""}
	}
	return lines
}

// pasteLine writes line i of a snippet, the first two with what stands left.
func (p *printer) pasteLine(col int, left [2]string, i int, text string) {
	lead := ""
	if i < len(left) {
		lead = left[i]
	}
	p.line(pad("  "+lead, col) + text)
}
