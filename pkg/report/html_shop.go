package report

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/shoplint/shoplint/pkg/survey"
)

// htmlShop is one shop's part of the page.
type htmlShop struct {
	ID, Name, Tone, Word, Counts string
	Warnings                     []string
	Head                         []named
	Findings                     []htmlFinding
	Lists                        []htmlList
	Timeline                     []named
	Unread                       []named
	ReadCount                    string
	Pages                        []address
	Notes                        []string
}

// named is a text under a name.
type named struct{ Name, Text string }

// address is a place with its link, "" where it has none, and a remark.
type address struct{ Name, Link, Text string }

type htmlList struct {
	Name  string
	Items []string
}

func (p *printer) htmlShop(r *Report, s *Shop, n int) htmlShop {
	id := fmt.Sprintf("shop-%d", n)
	found := arrange(s, r.AsOf, true)
	verdict := verdictOf(r, s)
	out := htmlShop{
		ID: id, Name: cmp.Or(strings.TrimSpace(shopName(s.Target, p.tongue)), "?"), Tone: tone(verdict), Word: p.word(verdict),
		Counts: strings.Join(p.counted(tally(s)), dot), Head: p.htmlHead(r, s), Lists: p.htmlLists(r, s, found),
		ReadCount: p.count("head.pages", len(s.Survey.Pages)),
	}
	if s.Interrupted {
		out.Warnings = append(out.Warnings, p.say("interrupted"))
	}
	if !s.read() {
		out.Warnings = append(out.Warnings, p.say("nothing-read"))
	}
	for i, res := range found.full {
		out.Findings = append(out.Findings, p.htmlFinding(r, s, res, fmt.Sprintf("%s-%d", id, i+1), i+1))
	}
	for _, line := range p.ended(found.ended) {
		out.Timeline = append(out.Timeline, named{p.say("label.past"), line})
	}
	for _, line := range p.coming(s, found.notYet) {
		out.Timeline = append(out.Timeline, named{p.say("label.coming"), line})
	}
	p.htmlReading(s, &out)
	return out
}

// tone is the class that colours a verdict; words carry it.
func tone(verdict string) string {
	switch verdict {
	case "fail", "warn", "pass":
		return verdict
	}
	return "unclear"
}

// htmlHead says who and what.
func (p *printer) htmlHead(r *Report, s *Shop) []named {
	head := []named{
		{p.say("label.law"), p.say("head.law", "Day", p.day(r.AsOf))},
		{p.say("head.seller"), p.seller(s)},
		{p.say("head.customers"), p.customers(s)},
		{p.say("head.languages"), p.readings(s)},
	}
	if r.Past {
		head[0].Text += ". " + p.say("head.past")
	}
	return head
}

// htmlLists are what asks nothing of the reader today.
func (p *printer) htmlLists(r *Report, s *Shop, f sorted) []htmlList {
	var out []htmlList
	add := func(label string, items []string) {
		if len(items) > 0 {
			out = append(out, htmlList{p.say(label), items})
		}
	}
	add("label.pass", p.passed(r, f.pass))
	settled := map[string][]string{}
	for _, x := range f.settled {
		settled[x.State] = append(settled[x.State], p.settledLine(x))
	}
	add("label.known", settled["known"])
	add("label.ignored", settled["ignored"])
	add("label.resolved", p.gone(s))
	add("label.not-due", p.notDue(f.notDue))
	return out
}

// htmlReading is every page read, and what was not with the way to get it read.
func (p *printer) htmlReading(s *Shop, out *htmlShop) {
	for _, page := range s.Survey.Pages {
		out.Pages = append(out.Pages, address{Name: p.pageName(s, page), Link: link(page.URL)})
	}
	for _, g := range groupUnread(s.Survey.Unread) {
		out.Unread = append(out.Unread, named{p.say("label.unread") + p.say("colon") + p.unreadLine(s, g), p.remedy(g[0].Cause, g[0].Detail, "")})
	}
	if text := p.stopped(s); text != "" {
		out.Notes = append(out.Notes, text)
	}
	for _, n := range s.Survey.Notes {
		out.Notes = append(out.Notes, p.translated("reading.", n))
	}
	if s.Source == survey.Live {
		out.Notes = append(out.Notes, p.say("label.unread")+p.say("colon")+p.say("unread.never"))
	}
}
