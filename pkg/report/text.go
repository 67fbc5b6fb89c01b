package report

import (
	"fmt"
	"io"
	"strings"
)

// TextOptions are how the text for people is laid out. Width is in columns,
// from 40 to 80; 0 is 80. All shows every warning and place. Quiet leaves out
// notes and what is not a result. Color paints the verdicts.
type TextOptions struct {
	Color bool
	Width int
	All   bool
	Quiet bool
}

// Text writes r for people, in r.Lang: who and what, the verdict, each finding
// in full with its law and its remedy, and what was read. No line is wider
// than 80 columns, and nothing of a shop reaches w uncleaned.
func Text(w io.Writer, r *Report, o TextOptions) error {
	r = tidy(r)
	p, err := newPrinter(r.Lang, o)
	if err != nil {
		return err
	}
	p.all = o.All || r.All
	for i := range r.Shops {
		if i > 0 {
			p.blank()
			p.line(strings.Repeat("=", p.wide))
		}
		p.shop(r, &r.Shops[i])
	}
	p.closing(r)
	if _, err := io.WriteString(w, p.out.String()); err != nil {
		return fmt.Errorf("write text report: %w", err)
	}
	return nil
}

// shop writes the block of one shop.
func (p *printer) shop(r *Report, s *Shop) {
	found := arrange(s, r.AsOf, p.all)
	p.head(r, s)
	p.blank()
	p.result(verdictOf(r, s), tally(s))
	p.warnings(s)
	p.table(s, found)
	for i, res := range found.full {
		p.finding(r, s, res, i+1)
	}
	p.tail(r, s, found)
	p.reading(s)
}

// verdictOf is the gate's verdict for a single shop, so that text and JSON
// agree, and the shop's own among several.
func verdictOf(r *Report, s *Shop) string {
	if len(r.Shops) == 1 && r.Gate.Verdict != "" {
		return r.Gate.Verdict
	}
	return s.Verdict()
}

// result writes the line a reader looks for: the verdict, and what it counts.
func (p *printer) result(verdict string, c counts) {
	parts := []string{
		p.count("count.fail", c.fail), p.count("count.warn", c.warn),
		p.count("count.pass", c.pass), p.count("count.open", c.open),
	}
	if c.known > 0 {
		parts = append(parts, p.count("count.known", c.known))
	}
	if c.ignored > 0 {
		parts = append(parts, p.count("count.ignored", c.ignored))
	}
	label := p.say("label.result") + " " + p.word(verdict)
	col := max(19, width(label)+3)
	lines := rows(parts, p.wide-col)
	p.entry(0, col, p.tint(verdict, label), width(label), lines[0])
	p.entries(0, col, "", lines[1:])
}

// warnings says what makes the whole block weaker than it looks.
func (p *printer) warnings(s *Shop) {
	var lines []string
	if s.Interrupted {
		lines = append(lines, p.say("interrupted"))
	}
	if !s.read() {
		lines = append(lines, p.say("nothing-read"))
	}
	if len(s.Results) == 0 {
		lines = append(lines, p.say("no-rules"))
	}
	for _, l := range lines {
		p.blank()
		p.para(2, l)
	}
}
