package report

import (
	"maps"
	"slices"

	"github.com/shoplint/shoplint/pkg/rule"
)

// catalogue is the rule list of version 1 for machines.
type catalogue struct {
	Version int         `json:"version"`
	Rules   []ruleEntry `json:"rules"`
}

// ruleEntry is one rule; until is the first day no longer covered.
type ruleEntry struct {
	ID         string         `json:"id"`
	Topic      string         `json:"topic"`
	Title      string         `json:"title"`
	Level      string         `json:"level"`
	Basis      string         `json:"basis"`
	From       string         `json:"from"`
	Until      string         `json:"until"`
	Countries  []countryEntry `json:"countries"` // "*" is every state not named
	BindsBy    string         `json:"binds_by"`
	Law        []lawEntry     `json:"law"`
	Confidence string         `json:"confidence"`
	CannotSee  []string       `json:"cannot_see"`
	Aliases    []string       `json:"aliases"`
}

type countryEntry struct {
	Country    string `json:"country"`
	Status     string `json:"status"`
	Act        string `json:"act"`
	Article    string `json:"article"`
	From       string `json:"from"`
	Until      string `json:"until"`
	Confidence string `json:"confidence"`
}

type lawEntry struct {
	Act       string   `json:"act"`
	Article   string   `json:"article"`
	From      string   `json:"from"`
	Until     string   `json:"until"`
	Countries []string `json:"countries"`
}

// catalogue lists rules in book order, with titles in the reader's language.
func (p *printer) catalogue(rules []rule.Rule) catalogue {
	c := catalogue{Version: 1, Rules: make([]ruleEntry, len(rules))}
	for i := range rules {
		r := &rules[i]
		from, until := span(r)
		text := p.textOf(r)
		blind := text.CannotSee
		if len(blind) == 0 {
			blind = r.CannotSee
		}
		c.Rules[i] = ruleEntry{
			ID: r.ID, Topic: r.Topic, Title: text.Title, Level: string(r.Level), Basis: string(r.Basis),
			From: from, Until: until, Countries: countryEntries(r), BindsBy: string(r.BindsBy), Law: lawEntries(r),
			Confidence: string(r.Confidence), CannotSee: append([]string{}, blind...), Aliases: append([]string{}, r.Aliases...),
		}
	}
	return c
}

func countryEntries(r *rule.Rule) []countryEntry {
	out := make([]countryEntry, 0, len(r.Countries))
	for _, code := range slices.Sorted(maps.Keys(r.Countries)) {
		c := r.Countries[code]
		out = append(out, countryEntry{
			Country: code, Status: string(c.Status), Act: c.Act, Article: c.Article,
			From: c.From.String(), Until: c.Until.String(), Confidence: string(c.Confidence),
		})
	}
	return out
}

func lawEntries(r *rule.Rule) []lawEntry {
	out := make([]lawEntry, 0, len(r.Law))
	for _, e := range r.Law {
		l := lawEntry{Act: e.Act, Article: e.Article, From: e.From.String(), Until: e.Until.String(), Countries: []string{}}
		for _, c := range e.Countries {
			l.Countries = append(l.Countries, string(c))
		}
		out = append(out, l)
	}
	return out
}
