package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/rule"
)

// RulesOn writes the rules that some state's law makes binding on a day, or
// that the day of a directive has reached, with the states: as "text" or, with
// all the catalogue says of them, as "json".
func RulesOn(w io.Writer, rules []rule.Rule, day law.Day, lang, format string) error {
	var due []rule.Rule
	for i := range rules {
		for _, s := range rules[i].Standings(day) {
			if rule.Judged(s.State) {
				due = append(due, rules[i])
				break
			}
		}
	}
	p, err := newPrinter(lang, TextOptions{})
	if err != nil {
		return err
	}
	switch format {
	case "json":
		return encode(w, p.catalogueOn(due, day))
	case "text":
		p.rulesOn(due, day)
	default:
		return fmt.Errorf("unknown format %q of the rule list: use text or json", format)
	}
	if _, err := io.WriteString(w, p.out.String()); err != nil {
		return fmt.Errorf("write rule list: %w", err)
	}
	return nil
}

func (p *printer) rulesOn(rules []rule.Rule, day law.Day) {
	id := idColumn(p, rules)
	for i := range rules {
		r := &rules[i]
		p.entry(0, id, p.tint("", r.ID), width(r.ID), p.textOf(r).Title)
		for _, s := range r.Standings(day) {
			if rule.Judged(s.State) || s.State == string(law.Enacted) {
				p.entry(0, id, "", 0, p.stateName(s.State)+p.say("colon")+p.stateCodes(s.States))
			}
		}
	}
	if len(rules) == 0 {
		p.line(p.say("rules.none-on", "Day", p.day(day.String())))
	}
}

func idColumn(p *printer, rules []rule.Rule) int {
	id := 0
	for _, r := range rules {
		id = max(id, width(r.ID))
	}
	return min(id, p.wide/2) + 2
}

// dayCatalogue is the catalogue of the rules of one day.
type dayCatalogue struct {
	catalogue
	AsOf     string          `json:"as_of"`
	Standing []standingEntry `json:"standing"`
}

type standingEntry struct {
	Rule      string   `json:"rule"`
	Status    string   `json:"status"`
	Countries []string `json:"countries"`
}

func (p *printer) catalogueOn(rules []rule.Rule, day law.Day) dayCatalogue {
	c := dayCatalogue{catalogue: p.catalogue(rules), AsOf: day.String(), Standing: []standingEntry{}}
	for i := range rules {
		for _, s := range rules[i].Standings(day) {
			c.Standing = append(c.Standing, standingEntry{rules[i].ID, s.State, codes(s.States)})
		}
	}
	return c
}

// RulesDiff writes how the law of a book differs on two days, as "text",
// "markdown" or "json".
func RulesDiff(w io.Writer, book *rule.Book, from, to law.Day, lang, format string) error {
	p, err := newPrinter(lang, TextOptions{})
	if err != nil {
		return err
	}
	changes := book.Diff(from, to)
	switch format {
	case "json":
		return encode(w, p.diffJSON(changes, from, to))
	case "markdown":
		p.mdDiff(changes, from, to)
	case "text":
		p.diff(changes, from, to)
	default:
		return fmt.Errorf("unknown format %q of rules diff: use text, markdown or json", format)
	}
	if _, err := io.WriteString(w, p.out.String()); err != nil {
		return fmt.Errorf("write the difference: %w", err)
	}
	return nil
}

// changeLine is "DE, NL: not yet in force → in force".
func (p *printer) changeLine(c rule.Change) string {
	return p.stateCodes(c.States) + p.say("colon") + p.stateName(c.From) + " → " + p.stateName(c.To)
}

func (p *printer) diffHead(from, to law.Day) string {
	return p.say("rules.diff", "From", p.day(from.String()), "To", p.day(to.String()))
}

func (p *printer) diff(changes []rule.Change, from, to law.Day) {
	p.line(p.diffHead(from, to))
	last := ""
	for _, c := range changes {
		if c.Rule.ID != last {
			p.blank()
			p.para(0, c.Rule.ID+dot+p.textOf(c.Rule).Title)
			last = c.Rule.ID
		}
		p.para(2, p.changeLine(c))
	}
	if len(changes) == 0 {
		p.blank()
		p.line(p.say("rules.no-diff"))
	}
}

func (p *printer) mdDiff(changes []rule.Change, from, to law.Day) {
	p.md("## " + mdText(p.diffHead(from, to)))
	for _, c := range changes {
		p.line("- `" + mdCode(c.Rule.ID) + "` " + mdText(p.textOf(c.Rule).Title) + dot + mdText(p.changeLine(c)))
	}
	if len(changes) == 0 {
		p.md(mdText(p.say("rules.no-diff")))
	}
}

type diffEntry struct {
	Rule      string   `json:"rule"`
	Title     string   `json:"title"`
	From      string   `json:"from"` // states of law
	To        string   `json:"to"`
	Countries []string `json:"countries"`
}

func (p *printer) diffJSON(changes []rule.Change, from, to law.Day) any {
	out := struct {
		Version int         `json:"version"`
		From    string      `json:"from"`
		To      string      `json:"to"`
		Changes []diffEntry `json:"changes"`
	}{1, from.String(), to.String(), []diffEntry{}}
	for _, c := range changes {
		out.Changes = append(out.Changes, diffEntry{
			Rule: c.Rule.ID, Title: strings.TrimSpace(p.textOf(c.Rule).Title), From: c.From, To: c.To, Countries: codes(c.States),
		})
	}
	return out
}
