package readme

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/rule"
)

// happening is one line of the changelog of the law.
type happening struct {
	day  law.Day
	text string
}

// History is the changelog of the law, in Markdown: every day of an act or a
// rule of the book, the last first.
func History(book *rule.Book) string {
	p := &page{book: book}
	p.line(written)
	p.line("# Changelog of the law")
	p.line("What changed in the law that the rule book stands on, and what is to come; the changelog of the program is CHANGELOG.md. As known on %s.", book.Updated)
	all := append(actDays(book), p.ruleDays()...)
	slices.SortStableFunc(all, func(a, b happening) int { return cmp.Or(b.day.Sub(a.day), strings.Compare(a.text, b.text)) })
	var last law.Day
	for _, h := range all {
		if h.day != last {
			if !last.IsZero() {
				p.WriteString("\n")
			}
			future := ""
			if book.Updated.Before(h.day) {
				future = " (to come)"
			}
			p.line("## %s%s", h.day, future)
			last = h.day
		}
		p.WriteString("- " + h.text + "\n")
	}
	return p.String()
}

// actDays are the days of the acts.
func actDays(book *rule.Book) []happening {
	var out []happening
	for _, id := range slices.Sorted(maps.Keys(book.Acts)) {
		a := book.Acts[id]
		add := func(d law.Day, what string) {
			if !d.IsZero() {
				out = append(out, happening{d, a.Short("en") + ": " + what})
			}
		}
		if a.InForce != a.Applies {
			add(a.InForce, "in force")
		}
		add(a.Transpose, "states had to have made it law")
		add(a.Applies, "applies")
		add(a.Ended, "no longer applies")
		for _, e := range a.Events {
			add(e.Day, e.What["en"])
		}
	}
	return out
}

// ruleDays are the days on which a rule changes in some state.
func (p *page) ruleDays() []happening {
	var out []happening
	for _, d := range p.days() {
		for _, c := range p.book.Diff(d.Add(-1), d) {
			out = append(out, happening{d, "rule " + link(c.Rule) + ", " + states(c.States) + ": " + stateWord(c.From) + " → " + stateWord(c.To)})
		}
	}
	return out
}
