package report

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/shoplint/shoplint/pkg/check"
)

// finding writes one result in full.
func (p *printer) finding(r *Report, s *Shop, res *Result, n int) {
	p.blank()
	if n == 1 {
		p.line(strings.Repeat("-", p.wide))
	}
	p.heading(res, n)
	p.blank()
	p.para(2, res.Message)
	p.parts(res)
	p.notes(res)
	p.oldLaw(r, res)
	col := p.labels()
	p.blank()
	if verdictKey(res) == string(check.Unclear) {
		p.undecided(res, col)
	}
	p.seen(s, res, col)
	p.pictures(res, col)
	p.law(res, col)
	p.fix(res, col)
}

// labels is the column right of a finding's labels.
func (p *printer) labels() int {
	return max(p.column(2, "label.seen", "label.pictures", "label.law", "label.do", "label.paste", "label.why"), 11)
}

// heading is the verdict with its number, the headline, and the rule's id at
// the right edge.
func (p *printer) heading(r *Result, n int) {
	key := verdictKey(r)
	label := fmt.Sprintf("%s %d", p.word(key), n)
	id := fit(r.Rule, p.wide/2)
	room := p.wide - width(label) - width(dot) - 2 - width(id)
	title := fit(headline(r), max(room, 0))
	if width(headline(r)) > room { // the id moves to a line of its own
		title = fit(headline(r), p.wide-width(label)-width(dot))
		p.line(p.tint(key, label) + dot + p.tint("", title))
		p.line(strings.Repeat(" ", p.wide-width(id)) + id)
		return
	}
	p.line(p.tint(key, label) + dot + p.tint("", title) + strings.Repeat(" ", room-width(title)+2) + id)
}

// parts lists sub-results: one language version each, or one element of the
// duty each. Names up to partWidth wide stand beside the text.
func (p *printer) parts(r *Result) {
	list, col := make([]named, len(r.Parts)), 8
	for i, x := range r.Parts {
		list[i] = p.part(x)
		list[i].Name = fit(list[i].Name, partWidth)
		col = max(col, width(list[i].Name))
	}
	for _, n := range list {
		p.entry(2, col+3, n.Name, width(n.Name), n.Text)
	}
}

const partWidth = 24

// part is one sub-result under its language or id.
func (p *printer) part(part Part) named {
	text := p.word(string(part.Outcome))
	if part.Outcome == check.NotApplicable || part.Outcome == check.NotInForce {
		text = p.say("label.not-due")
	}
	if part.Message != "" {
		text += p.say("colon") + part.Message
	}
	return named{cmp.Or(part.Language, part.ID), text}
}

// notes are what else the reader should know about the finding.
func (p *printer) notes(r *Result) {
	if p.quiet {
		return
	}
	for _, n := range r.Notes {
		p.entry(2, 4, "-", 1, n)
	}
}

// oldLaw says of a verdict on a past day that the duty has ended since.
func (p *printer) oldLaw(r *Report, res *Result) {
	if res.Until == "" || r.Tool.Rulebook == "" || res.Until > r.Tool.Rulebook || res.Until <= r.AsOf {
		return
	}
	text := p.say("ended-since", "Day", p.day(lastDay(res.Until)))
	if res.FollowedBy != "" {
		text += " " + p.say("followed-by", "Rule", res.FollowedBy)
	}
	p.para(2, text)
}
