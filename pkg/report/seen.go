package report

import (
	"fmt"
	"strings"
)

// How much of the evidence the text shows without --all. Excerpts are in
// runes: about three lines.
const (
	shownPlaces = 3
	maxQuote    = 200
	maxWhy      = 160
)

// seen writes the evidence: where it stands, the words, why hidden.
func (p *printer) seen(s *Shop, r *Result, col int) {
	if len(r.Evidence) == 0 {
		return
	}
	shown := r.Evidence
	if !p.all && len(shown) > shownPlaces {
		shown = shown[:shownPlaces]
	}
	var lines []string
	for i := range shown {
		lines = append(lines, p.placeLines(s, &shown[i], col)...)
	}
	if more := max(r.EvidenceTotal, len(r.Evidence)) - len(shown); more > 0 {
		lines = append(lines, p.count("more-places", more))
	}
	p.entries(2, col, p.say("label.seen"), lines)
}

// placeLines is one place: address, line and selector; the quoted words; and
// in how many pages, in which region, seen or hidden and why.
func (p *printer) placeLines(s *Shop, e *Evidence, col int) []string {
	lines := []string{p.position(s, e, col)}
	if q := strings.Join(strings.Fields(e.Excerpt), " "); q != "" {
		lines = append(lines, `"`+clip(q, maxQuote)+`"`)
	}
	if c := p.circumstances(s, e); c != "" {
		lines = append(lines, c)
	}
	return lines
}

// position is address, line and selector, in columns where they are short.
// The padding is of no-break spaces, which wrapping leaves alone.
func (p *printer) position(s *Shop, e *Evidence, col int) string {
	text := place(s, e.URL)
	if e.Line > 0 {
		text = padHard(text, 16) + " " + p.say("line", "N", padLeft(e.Line))
	}
	if e.Leaf > 0 {
		text += " " + p.say("leaf", "N", fmt.Sprint(e.Leaf))
	}
	if e.Selector != "" {
		sel := strings.ReplaceAll(fit(e.Selector, p.wide-col-1), " ", "\u00A0")
		text += " \u00A0" + sel
	}
	return text
}

// padHard is pad with no-break spaces.
func padHard(s string, n int) string {
	if w := width(s); w < n {
		return s + strings.Repeat("\u00A0", n-w)
	}
	return s
}

// padLeft writes a line number at the right of three columns.
func padLeft(n int) string {
	return strings.ReplaceAll(fmt.Sprintf("%3d", n), " ", "\u00A0")
}

// circumstances says how widely and how visibly something stands.
func (p *printer) circumstances(s *Shop, e *Evidence) string {
	var parts []string
	if e.Pages > 1 {
		parts = append(parts, p.pagesOf(s, e.Pages))
	}
	if e.Where != "" {
		parts = append(parts, p.sayOr("region."+e.Where, e.Where))
	}
	why := clip(p.translated("why.", e.Why), maxWhy)
	switch {
	case !e.Visible && why != "":
		parts = append(parts, p.say("hidden-why", "Why", why))
	case !e.Visible:
		parts = append(parts, p.say("hidden"))
	case why != "":
		parts = append(parts, why) // why it does not count, or may not be seen
	}
	if e.Note != "" {
		parts = append(parts, clip(p.translated("sight.", e.Note), maxWhy))
	}
	return strings.Join(parts, dot)
}
