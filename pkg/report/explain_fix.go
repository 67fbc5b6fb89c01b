package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/rule"
)

// explainFix writes every step and text a finding of the rule may come with,
// each with the days and countries it is limited to.
func (p *printer) explainFix(r *rule.Rule, text rule.Text, col int) {
	if len(r.Fix.Steps) > 0 {
		p.entries(2, col, p.say("label.do"), []string{p.effort(Fix{Who: r.Fix.Who, Minutes: r.Fix.Minutes})})
	}
	for i, s := range r.Fix.Steps {
		nr := strconv.Itoa(i+1) + "."
		step := strings.ReplaceAll(text.Steps[s.ID], "{adr-bodies}", p.say("explain.adr-bodies"))
		if step == "" {
			step = s.ID
		}
		p.entry(col, col+4, nr, len(nr), step+p.limits(s.Interval, s.Countries))
	}
	for _, s := range r.Fix.Snippets {
		p.explainSnippet(r, s, col)
	}
}

// explainSnippet writes a text to paste in each of its languages.
func (p *printer) explainSnippet(r *rule.Rule, s rule.Snippet, col int) {
	first := true
	for _, lang := range Languages() {
		body := r.Text[lang].Snippets[s.ID]
		if body == "" || len(s.Languages) > 0 && !slices.Contains(s.Languages, lang) {
			continue
		}
		if first {
			p.entries(2, col, p.say("label.paste"), []string{s.ID + p.limits(s.Interval, s.Countries)})
		}
		first = false
		p.snippet(Snippet{Language: lang, Text: body}, false, col)
	}
}

// limits is the days and countries in brackets, "" when there are none.
func (p *printer) limits(i law.Interval, countries []law.Country) string {
	out := ""
	if days := p.span(i.From.String(), i.Until.String()); days != "" {
		out += " (" + days + ")"
	}
	if len(countries) > 0 {
		out += " [" + joinCountries(countries) + "]"
	}
	return out
}
