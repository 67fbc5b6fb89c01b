package report

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/rule"
)

// entriesOf is the law of a rule, each place with its days and its address.
func (p *printer) entriesOf(r *rule.Rule, acts map[string]law.Act) []string {
	var lines []string
	for _, e := range r.Law {
		act := acts[e.Act]
		text := p.citation(Law{
			Act: e.Act, Cite: act.Short(p.lang), Article: e.Article,
			From: e.From.String(), Until: e.Until.String(),
		})
		if len(e.Countries) > 0 {
			text += " [" + joinCountries(e.Countries) + "]"
		}
		if e.Confidence == law.Unverified {
			text += dot + p.say("confidence.unverified")
		}
		lines = append(lines, text)
		if act.URL != "" {
			lines = append(lines, act.URL)
		}
	}
	return lines
}

func joinCountries(cs []law.Country) string {
	names := make([]string, len(cs))
	for i, c := range cs {
		names[i] = string(c)
	}
	return strings.Join(names, ", ")
}

// bound says whose country decides, and how far each state's law is.
func (p *printer) bound(r *rule.Rule, acts map[string]law.Act) []string {
	lines := []string{p.sayOr("binds."+string(r.BindsBy), string(r.BindsBy))}
	for _, code := range slices.Sorted(maps.Keys(r.Countries)) {
		if code != "*" {
			lines = append(lines, code+p.say("colon")+p.countryLaw(r.Countries[code], acts))
		}
	}
	if other, ok := r.Countries["*"]; ok {
		who := "explain.others"
		if len(r.Countries) == 1 {
			who = "explain.all"
		}
		lines = append(lines, p.say(who)+p.say("colon")+p.countryLaw(other, acts))
	}
	return lines
}

// countryLaw is one state's law: how far it is, since when, and where it
// stands.
func (p *printer) countryLaw(c rule.CountryLaw, acts map[string]law.Act) string {
	parts := []string{p.sayOr("status."+string(c.Status), string(c.Status))}
	if days := p.span(c.From.String(), c.Until.String()); days != "" {
		parts[0] += " (" + days + ")"
	}
	if c.Act != "" {
		cite := cmp.Or(acts[c.Act].Short(p.lang), c.Act)
		if c.Article != "" {
			cite += ", " + p.article(c.Article)
		}
		parts = append(parts, cite)
	}
	return strings.Join(parts, dot)
}
