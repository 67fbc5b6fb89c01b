package report

import (
	"fmt"
	"io"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/rule"
)

// Explain writes what rules are about: their days, the law with its links, who
// is bound, why, how the tool looks, what it cannot see, and how to mend a
// finding. Rules of the topic odr come with the timeline of the platform.
// acts are the book's, by id; tried are the fixtures, by rule; width is in
// columns, at most 80.
func Explain(w io.Writer, rules []rule.Rule, acts map[string]law.Act, tried map[string][]rule.Fixture, lang string, width int) error {
	p, err := newPrinter(lang, TextOptions{Width: width})
	if err != nil {
		return err
	}
	for i := range rules {
		if rules[i].Topic == "odr" {
			p.timeline()
			break
		}
	}
	for i := range rules {
		if i > 0 || p.out.Len() > 0 {
			p.blank()
		}
		p.explain(&rules[i], acts, tried[rules[i].ID])
	}
	if _, err := io.WriteString(w, p.out.String()); err != nil {
		return fmt.Errorf("write explanation: %w", err)
	}
	return nil
}

// timeline writes the days of the ODR platform in one block.
func (p *printer) timeline() {
	p.line(p.tint("", p.say("timeline.title")))
	p.blank()
	for _, day := range []string{"2016-01-09", "2016-02-15", "2025-03-20", "2025-07-20"} {
		p.entry(2, 14, p.day(day), width(p.day(day)), p.say("timeline."+day))
	}
}

// explain writes one rule.
func (p *printer) explain(r *rule.Rule, acts map[string]law.Act, tried []rule.Fixture) {
	text := p.textOf(r)
	p.para(0, r.ID+dot+text.Title)
	p.blank()
	col := p.column(2, "explain.days", "explain.kind", "explain.why", "explain.law", "explain.bound", "explain.how", "explain.blind", "explain.examples", "label.do", "label.paste")
	p.entries(2, col, p.say("explain.days"), p.days(r))
	p.entries(2, col, p.say("explain.kind"), rows(p.kind(r), p.wide-col))
	p.entries(2, col, p.say("explain.why"), paragraphs(text.Why))
	p.entries(2, col, p.say("explain.law"), p.entriesOf(r, acts))
	p.entries(2, col, p.say("explain.bound"), p.bound(r, acts))
	p.entries(2, col, p.say("explain.how"), []string{p.sayOr("look."+checkKind(r), p.say("look.other"))})
	p.entries(2, col, p.say("explain.blind"), dashed(text.CannotSee, r.CannotSee))
	p.entries(2, col, p.say("explain.examples"), p.examples(tried))
	p.explainFix(r, text, col)
}

// textOf is the rule's words in the reader's language, in English where it
// has none (a rule of the user's own).
func (p *printer) textOf(r *rule.Rule) rule.Text {
	t, ok := r.Text[p.lang]
	if !ok {
		t = r.Text["en"]
	}
	if t.Title == "" {
		t.Title = r.ID
	}
	return t
}

// days says since when and until when the rule is law, and what follows it.
func (p *printer) days(r *rule.Rule) []string {
	from, until := span(r)
	text := p.say("explain.always")
	if days := p.span(from, until); days != "" {
		text = p.say("explain.in-force", "Span", days)
	}
	if until != "" {
		text += " " + p.say("explain.last-day")
	}
	if r.FollowedBy == "" {
		return []string{text}
	}
	return []string{text, p.say("followed-by", "Rule", r.FollowedBy)}
}

// span is the first and the last day of all the rule's law; "" is open.
func span(r *rule.Rule) (from, until string) {
	for i, e := range r.Law {
		f, u := e.From.String(), e.Until.String()
		if i == 0 || f < from {
			from = f
		}
		if i == 0 || until != "" && (u == "" || u > until) {
			until = u
		}
	}
	return from, until
}

// kind is level, basis and confidence in words.
func (p *printer) kind(r *rule.Rule) []string {
	return []string{
		p.sayOr("level."+string(r.Level), string(r.Level)),
		p.sayOr("basis."+string(r.Basis), string(r.Basis)),
		p.sayOr("confidence."+string(r.Confidence), string(r.Confidence)),
	}
}

// checkKind is the way the rule looks at a shop.
func checkKind(r *rule.Rule) string {
	var c struct {
		Kind string `yaml:"kind"`
	}
	if err := r.Check.Decode(&c); err != nil {
		return "" // the loader has refused such a rule before
	}
	return c.Kind
}

// dashed is the first list that has entries, each behind a dash.
func dashed(lists ...[]string) []string {
	var out []string
	for _, l := range lists {
		for _, s := range l {
			out = append(out, "- "+s)
		}
		if len(out) > 0 {
			break
		}
	}
	return out
}
