package report

import (
	"strings"

	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/rule"
)

// law writes the law a finding stands on, each address on a line of its own,
// and how certain the three conditions of a failure are.
func (p *printer) law(r *Result, col int) {
	var lines []string
	for _, l := range r.Law {
		lines = append(lines, p.citation(l))
		if l.URL != "" {
			lines = append(lines, l.URL)
		}
	}
	if r.Outcome == check.Fail || r.Outcome == check.Warn {
		lines = append(lines, rows(strings.Split(p.certain(r), dot), p.wide-col)...)
	}
	p.entries(2, col, p.say("label.law"), lines)
}

// citation is "Regulation (EU) No 524/2013, Art. 14(1) (from … to …)".
func (p *printer) citation(l Law) string {
	text := l.Cite
	if text == "" {
		text = l.Act
	}
	if l.Article != "" {
		text += ", " + p.article(l.Article)
	}
	if days := p.span(l.From, l.Until); days != "" {
		text += " (" + days + ")"
	}
	return text
}

// article puts the reader's word for article before a number; paragraphs and
// annexes have their own.
func (p *printer) article(a string) string {
	lower := strings.ToLower(a)
	if strings.HasPrefix(lower, "art.") {
		return p.say("article", "Number", strings.TrimSpace(a[len("art."):]))
	}
	for _, own := range []string{"§", "art", "annex", "bijlage", "anhang", "recital"} {
		if strings.HasPrefix(lower, own) {
			return a
		}
	}
	return p.say("article", "Number", a)
}

// span is an interval in words, with its last day; until is the first day no
// longer covered.
func (p *printer) span(from, until string) string {
	last := p.day(lastDay(until))
	switch {
	case from == "" && until == "":
		return ""
	case until == "":
		return p.say("span.since", "From", p.day(from))
	case from == "":
		return p.say("span.to", "To", last)
	}
	return p.say("span.from-to", "From", p.day(from), "To", last)
}

// certain says of law, fact and addressee whether they are certain. A rule
// that stands on a risk has no article that orders it, and no known ruling.
func (p *printer) certain(r *Result) string {
	fact, bound := p.yes(r.Certain.Fact), p.yes(r.Certain.Addressee)
	law := p.yes(r.Certain.Law)
	switch {
	case r.Basis == string(rule.Risk) && r.Certain.Law:
		return p.say("certain-risk", "Fact", fact, "Bound", bound)
	case !r.Certain.Law && r.Confidence == "unverified":
		law = p.say("certain.unverified")
	case !r.Certain.Law:
		law = p.sayOr("certain.law-"+r.LawStatus, law)
	}
	return p.say("certain", "Law", law, "Fact", fact, "Bound", bound)
}

func (p *printer) yes(b bool) string {
	if b {
		return p.say("certain.yes")
	}
	return p.say("certain.no")
}
