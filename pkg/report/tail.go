package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/rule"
)

// maxPassed is how many runes a passed rule's sentence takes without --all.
const maxPassed = 160

// tail lists what asks nothing of the reader today: passed, accepted, not due,
// past and coming.
func (p *printer) tail(r *Report, s *Shop, f sorted) {
	labels := []string{"label.pass", "label.past", "label.coming", "label.known", "label.ignored", "label.not-due"}
	if len(s.Resolved) > 0 {
		labels = append(labels, "label.resolved")
	}
	col := p.column(0, labels...)
	coming := p.coming(s, f.notYet)
	if len(f.pass)+len(f.ended)+len(f.settled)+len(f.notDue)+len(coming)+len(s.Resolved) == 0 {
		return
	}
	p.blank()
	if n := len(f.full); n > 0 {
		p.line(strings.Repeat("-", p.wide))
	}
	p.entries(0, col, p.say("label.pass"), p.passed(r, f.pass))
	for _, x := range f.settled {
		label := p.say("label." + x.State)
		p.entry(0, col, label, width(label), p.settledLine(x))
	}
	p.entries(0, col, p.say("label.resolved"), p.gone(s))
	p.entries(0, col, p.say("label.not-due"), p.notDue(f.notDue))
	p.entries(0, col, p.say("label.past"), p.ended(f.ended))
	p.entries(0, col, p.say("label.coming"), coming)
}

// passed is one line for each passed rule and what a pass means.
func (p *printer) passed(r *Report, results []*Result) []string {
	if len(results) == 0 {
		return nil
	}
	var lines []string
	for _, x := range results {
		lines = append(lines, p.passedLine(x))
		lines = append(lines, p.passedNotes(r, x)...)
	}
	return append(lines, p.say("pass-means"))
}

// passedLine is the headline and the sentence. Of the rules that turned round
// the sentence is never cut: who knows only the old law would take a pass for
// a fault of the tool.
func (p *printer) passedLine(r *Result) string {
	message := strings.Join(strings.Fields(r.Message), " ")
	if message == "" {
		return headline(r)
	}
	if r.Topic != "odr" && !p.all {
		message = clipWords(message, maxPassed)
	}
	return headline(r) + p.say("colon") + message
}

// passedNotes are the reservations of a pass.
func (p *printer) passedNotes(r *Report, x *Result) []string {
	var out []string
	if !p.quiet {
		for _, n := range x.Notes {
			out = append(out, "- "+n)
		}
	}
	if x.Until != "" && x.Until > r.AsOf && x.Until <= r.Tool.Rulebook {
		text := p.say("ended-since", "Day", p.day(lastDay(x.Until)))
		if x.FollowedBy != "" {
			text += " " + p.say("followed-by", "Rule", x.FollowedBy)
		}
		out = append(out, text)
	}
	return out
}

// settledLine is a finding somebody has accepted for now, and why.
func (p *printer) settledLine(r *Result) string {
	text := headline(r) + " (" + r.Rule + ")"
	if r.Because != "" {
		text += p.say("colon") + r.Because
	}
	return text + p.ending(r)
}

// notDue lists rules that do not bind this shop, those with the same reason
// together. Rules of other countries are counted: there are many.
func (p *printer) notDue(results []*Result) []string {
	var order []string
	titles := map[string][]string{}
	elsewhere := 0
	for _, r := range results {
		if r.LawStatus == rule.NotBound && !p.all {
			elsewhere++
			continue
		}
		why := strings.Join(strings.Fields(r.Message), " ")
		if titles[why] == nil {
			order = append(order, why)
		}
		titles[why] = append(titles[why], cmp.Or(r.Title, headline(r)))
	}
	var lines []string
	for _, why := range order {
		text := strings.Join(titles[why], dot)
		if why != "" {
			text += p.say("colon") + why
		}
		lines = append(lines, text)
	}
	if elsewhere > 0 {
		lines = append(lines, p.count("not-due.elsewhere", elsewhere))
	}
	return lines
}

// ended lists rules that were law once, and the way to see them again.
func (p *printer) ended(results []*Result) []string {
	var lines, ways []string
	for _, r := range results {
		text := cmp.Or(r.Title, headline(r)) + p.say("colon") + p.say("was-law", "Span", p.span(r.From, r.Until))
		if r.FollowedBy != "" {
			text += " " + p.say("followed-by", "Rule", r.FollowedBy)
		}
		lines = append(lines, text)
		if way := p.say("see-old-law", "Day", lastDay(r.Until)); r.Until != "" && !slices.Contains(ways, way) {
			ways = append(ways, way)
		}
	}
	return append(lines, ways...)
}

// coming lists what begins after the day: the duties the audit knows of, and
// selected rules that it did not name among them.
func (p *printer) coming(s *Shop, notYet []*Result) []string {
	var lines []string
	named := map[string]bool{}
	if p.quiet {
		return nil
	}
	for _, c := range s.Coming {
		named[c.Rule] = true
		text := p.day(c.Day) + " " + cmp.Or(c.Title, c.Rule)
		if len(c.Countries) > 0 {
			text += " (" + strings.Join(c.Countries, ", ") + ")"
		}
		if c.Status == "pending" {
			text += " " + p.say("coming.pending")
		}
		switch check.Outcome(c.WouldBe) {
		case check.Fail, check.Warn, check.Pass, check.Unclear:
			text += p.say("colon") + p.say("would-be", "Word", p.word(c.WouldBe))
		}
		lines = append(lines, text)
	}
	for _, r := range notYet {
		if !named[r.Rule] {
			lines = append(lines, strings.TrimSpace(p.day(r.From)+" "+cmp.Or(r.Title, headline(r))))
		}
	}
	return lines
}
