package readme

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/adr"
	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/profile"
	"github.com/shoplint/shoplint/pkg/rule"
)

const written = "<!-- Written by go generate ./rules; change the data of the book instead. -->"

// Index is the page of the whole book, in Markdown: its rules, what each state
// asks for, and the days on which something changes.
func Index(book *rule.Book, states []profile.State, bodies *adr.Directory) string {
	p := &page{book: book}
	p.line(written)
	p.line("# The rule book")
	p.line("%d rules, facts last checked on %s. For machines: `shoplint rules list --format json`; for one day: `shoplint rules list --as-of DAY`.", len(book.Rules), book.Updated)
	p.ruleTable()
	p.byState(states, bodies)
	p.byDay()
	return strings.TrimRight(p.String(), "\n") + "\n"
}

func (p *page) ruleTable() {
	p.line("## By rule")
	p.head("rule", "what", "level", "whose country")
	for i := range p.book.Rules {
		r := &p.book.Rules[i]
		p.row(link(r), r.Text["en"].Title, string(r.Level), string(r.BindsBy))
	}
	p.WriteString("\n")
}

func link(r *rule.Rule) string { return fmt.Sprintf("[`%s`](%s/README.md)", r.ID, r.ID) }

// byState is a paragraph for each state: what is particular to it, and the
// rules whose law differs there from most of the Union.
func (p *page) byState(states []profile.State, bodies *adr.Directory) {
	p.line("## By state")
	p.line("Rules that bind alike in all states are not repeated here. The state of the law is that of %s.", p.book.Updated)
	for _, s := range states {
		p.line("### %s %s", s.Country, s.Country.Name("en"))
		facts := []string{"languages " + strings.Join(s.Country.Languages(), ", ")}
		if len(s.Register) > 0 {
			facts = append(facts, "register "+strings.Join(s.Register, ", "))
		}
		p.line("%s.", strings.Join(append(facts, "VAT "+strings.Join(s.VAT, ", ")), "; "))
		var lines []string
		for _, a := range s.Articles {
			lines = append(lines, articleLine(a))
		}
		p.items(append(lines, p.bodyLines(s.Country, bodies)...))
		p.items(p.duties(s.Country))
	}
}

func (p *page) items(lines []string) {
	for _, l := range lines {
		fmt.Fprintf(p, "- %s\n", l)
	}
	if len(lines) > 0 {
		p.WriteString("\n")
	}
}

func articleLine(a profile.Article) string {
	text := fmt.Sprintf("%s: %s %s", a.Topic, a.Law, a.Article)
	if days := interval(a.Interval); days != "" {
		text += ", " + days
	}
	if a.Confidence == law.Unverified {
		text += " (not verified)"
	}
	return text
}

func interval(i law.Interval) string {
	switch {
	case i.From.IsZero() && i.Until.IsZero():
		return ""
	case i.Until.IsZero():
		return "since " + i.From.String()
	case i.From.IsZero():
		return "up to and with " + i.Until.Add(-1).String()
	}
	return i.From.String() + " to " + i.Until.Add(-1).String()
}

func (p *page) bodyLines(c law.Country, bodies *adr.Directory) []string {
	var out []string
	for _, b := range bodies.ByCountry(c) {
		text := "dispute resolution: " + b.Name("en")
		if days := interval(law.Interval{From: b.From, Until: b.Until}); days != "" {
			text += ", " + days
		}
		out = append(out, text)
	}
	return out
}

// duties are the rules that not every state has in force on the day of the
// book, as they stand in one.
func (p *page) duties(c law.Country) []string {
	var out []string
	for i := range p.book.Rules {
		r := &p.book.Rules[i]
		b := r.At(p.book.Updated, c, nil)
		if len(r.Standings(p.book.Updated)) == 1 || b.State == rule.NotBound {
			continue
		}
		text := link(r) + ": " + stateWord(b.State)
		if days := interval(law.Interval{From: b.From, Until: b.Until}); days != "" && !rule.EUDateOnly(b.State) {
			text += ", " + days
		}
		out = append(out, text)
	}
	return out
}

func stateWord(s string) string {
	switch s {
	case string(law.Pending):
		return "EU date only, national law to follow"
	case string(law.Unknown):
		return "EU date only, national law not known"
	}
	return strings.ReplaceAll(s, "-", " ")
}

// byDay are the days on which a rule changes in some state, the last first.
func (p *page) byDay() {
	p.line("## By day")
	p.head("day", "rule", "change")
	for _, d := range p.days() {
		for _, c := range p.book.Diff(d.Add(-1), d) {
			p.row(d.String(), link(c.Rule), states(c.States)+": "+stateWord(c.From)+" → "+stateWord(c.To))
		}
	}
}

// days are those on which a rule may change, the last first.
func (p *page) days() []law.Day {
	var out []law.Day
	for i := range p.book.Rules {
		out = append(out, p.book.Rules[i].AllTurns()...)
	}
	slices.SortFunc(out, func(a, b law.Day) int { return b.Sub(a) })
	return slices.Compact(out)
}

func states(cs []law.Country) string {
	if len(cs) == len(law.States()) {
		return "all states"
	}
	out := make([]string, len(cs))
	for i, c := range cs {
		out[i] = string(c)
	}
	return strings.Join(out, ", ")
}
