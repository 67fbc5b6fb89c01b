package readme

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/rule"
)

// reasons is what the rule may say, and the notes beside it.
func (p *page) reasons() {
	p.line("## What it says")
	p.head("reason", "headline", "message")
	for _, key := range slices.Sorted(maps.Keys(p.text.Reasons)) {
		say := p.text.Reasons[key]
		p.row("`"+key+"`", say.Headline, say.Message)
	}
	p.WriteString("\n")
	for _, key := range slices.Sorted(maps.Keys(p.text.Notes)) {
		fmt.Fprintf(p, "- note `%s`: %s\n", key, p.text.Notes[key])
	}
	p.WriteString("\n")
}

// fix is the steps and the text to paste.
func (p *page) fix() {
	f := p.rule.Fix
	p.line("## Fix: %s", f.Kind)
	p.line("Done by the %s in about %d minutes.", f.Who, f.Minutes)
	for i, s := range f.Steps {
		fmt.Fprintf(p, "%d. %s%s\n", i+1, p.text.Steps[s.ID], limits(s.Interval, s.Countries))
	}
	p.WriteString("\n")
	for _, s := range f.Snippets {
		lang, text := p.snippet(s)
		p.line("To paste (`%s`, %s, here in %s%s):", s.ID, s.Do, lang, limits(s.Interval, s.Countries))
		p.line("```html\n%s\n```", text)
	}
}

// snippet is its English text, else that of the first language it has.
func (p *page) snippet(s rule.Snippet) (lang, text string) {
	for _, lang := range append([]string{"en"}, s.Languages...) {
		if text := p.rule.Text[lang].Snippets[s.ID]; text != "" {
			return lang, text
		}
	}
	return "en", ""
}

// limits are the days and countries that a step or snippet is for.
func limits(days law.Interval, countries []law.Country) string {
	var parts []string
	if len(countries) > 0 {
		parts = append(parts, where(countries))
	}
	if !days.From.IsZero() {
		parts = append(parts, "from "+days.From.String())
	}
	if !days.Until.IsZero() {
		parts = append(parts, "up to and including "+last(days))
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, ", ") + ")"
}

// fixtures lists the small shops the rule is tried on.
func (p *page) fixtures(fsys fs.FS) error {
	names, err := fs.Glob(fsys, path.Join(p.rule.ID, "testdata", "*.txtar"))
	if err != nil {
		return fmt.Errorf("list the fixtures of %s: %w", p.rule.ID, err)
	}
	p.line("## Examples")
	p.head("shop", "day", "seller", "verdict", "about")
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return fmt.Errorf("read %s: %w", name, err)
		}
		f, err := rule.ParseFixture(name, data)
		if err != nil {
			return fmt.Errorf("parse a fixture: %w", err)
		}
		p.row(fmt.Sprintf("[%s](testdata/%s)", f.Slug, path.Base(name)), f.AsOf.String(), string(f.Country), f.Verdict, f.Note)
	}
	return nil
}
