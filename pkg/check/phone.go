package check

import (
	"strings"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// phoneParams is a rule that wants a telephone number, or one against numbers
// that cost more than an ordinary call.
//
//	check:
//	  kind: phone
//	  need: [imprint, contact, terms, withdrawal]
//	  premium: {NL: ["+31900", "0900"]}  # with either, the rule is about the price:
//	  shared: {NL: ["+3118", "018"]}  # beginnings of numbers, international and national
//
// Fax, bank and register numbers are no telephone numbers. Outcomes of the
// first sort: found (pass), privacy-only, data-only, hidden (warn), missing
// (fail). Of the second: ordinary, none (pass), premium (fail), shared (warn).
// Both: undecided. The texts may use {detail} (the number), {url}, {pages}.
type phoneParams struct {
	Kind    string              `yaml:"kind"`
	Need    []words.Kind        `yaml:"need"`
	Premium map[string][]string `yaml:"premium"`
	Shared  map[string][]string `yaml:"shared"`
}

type phoneCheck struct {
	phoneParams
	provable bool
}

func (p phoneParams) pricing() bool { return len(p.Premium)+len(p.Shared) > 0 }

func phoneKind() Kind {
	return Kind{
		Reasons: []string{"found", "privacy-only", "data-only", "hidden", "missing", "ordinary", "none", "premium", "shared", "undecided"},
		For: func(r *rule.Rule) (rule.Words, error) {
			var p phoneParams
			err := strict(r, &p)
			if p.pricing() {
				return rule.Words{Reasons: []string{"ordinary", "none", "premium", "shared", "undecided"}}, err
			}
			return rule.Words{Reasons: []string{"found", "privacy-only", "data-only", "hidden", "missing", "undecided"}}, err
		},
		New: func(r *rule.Rule, _ *words.Book) (Check, error) {
			c := &phoneCheck{provable: r.Absence == "provable"}
			return c, strict(r, &c.phoneParams)
		},
	}
}

func (c *phoneCheck) Needs(_ Case, s *survey.Survey) []survey.Need { return s.Unmet(c.Need...) }

func (c *phoneCheck) Inspect(p *page.Page, f *survey.PageFacts) Finding {
	var out Finding
	for _, ph := range f.Phones {
		group := "phone"
		switch {
		case !ph.Visible:
			group = "hidden"
		case !ph.Legal:
			continue
		case p.Kind == words.Privacy:
			group = "privacy"
		}
		out.Evidence = append(out.Evidence, c.evidence(p, group, ph.Number, ph.Printed, ph.Visible))
	}
	for _, number := range f.DataPhones {
		out.Evidence = append(out.Evidence, c.evidence(p, "data", number, number, false))
	}
	return out
}

func (c *phoneCheck) evidence(p *page.Page, group, number, printed string, visible bool) survey.Evidence {
	return survey.Evidence{
		Place: survey.Place{URL: p.URL, Excerpt: printed, Visible: visible, Pages: 1},
		Group: group, Key: number, Kind: p.Kind, Language: p.Language, Certain: true, Values: map[string]string{"value": printed},
	}
}

func (c *phoneCheck) Judge(cs Case, s *survey.Survey, evidence []survey.Evidence) Verdict {
	if c.pricing() {
		return c.price(cs, s, evidence)
	}
	for _, q := range []struct {
		group, reason string
		outcome       Outcome
	}{{"phone", "found", Pass}, {"privacy", "privacy-only", Warn}, {"data", "data-only", Warn}, {"hidden", "hidden", Warn}} {
		hits := pick(evidence, inGroup(q.group))
		if len(hits) == 0 {
			continue
		}
		if excuses := s.Excuses(c.Need...); q.outcome != Pass && len(excuses) > 0 {
			return unclear(excuses)
		}
		v := Verdict{Outcome: q.outcome, Fact: true, Reason: q.reason, Evidence: hits, Args: counts(s, hits)}
		with(with(v.Args, "detail", hits[0].Values["value"]), "url", hits[0].URL)
		return v
	}
	if excuses := elsewhere(s, append([]words.Kind{words.Home}, c.Need...)); len(excuses) > 0 {
		return unclear(excuses)
	}
	return Verdict{Outcome: Fail, Fact: c.provable, Reason: "missing", Args: counts(s, nil)}
}

// price grades the numbers by what a call may cost.
func (c *phoneCheck) price(cs Case, s *survey.Survey, evidence []survey.Evidence) Verdict {
	at := map[string]survey.Evidence{}
	for _, e := range pick(evidence, inGroup("phone")) {
		if _, ok := at[e.Values["value"]]; !ok {
			at[e.Values["value"]] = e
		}
	}
	v := Verdict{Outcome: Pass, Fact: true, Reason: "none", Args: counts(s, evidence)}
	for _, ph := range s.Phones.List(cs.Seller) {
		e, known := at[ph.Printed]
		if !ph.Visible || !ph.Legal || !known {
			continue
		}
		reason, outcome := "ordinary", Pass
		switch number, country := rated(ph, cs.Seller); {
		case begins(number, c.Premium[country]):
			reason, outcome = "premium", Fail
		case begins(number, c.Shared[country]):
			reason, outcome = "shared", Warn
		}
		switch {
		case v.Reason != "none" && worse(v.Outcome, outcome) == v.Outcome:
			continue
		case v.Outcome != outcome || v.Reason == "none":
			v.Outcome, v.Reason, v.Evidence = outcome, reason, []survey.Evidence{e}
			with(with(v.Args, "detail", ph.Printed), "url", e.URL)
		}
	}
	if v.Reason == "none" {
		if excuses := s.Excuses(c.Need...); len(excuses) > 0 {
			return unclear(excuses)
		}
	}
	return v
}

// rated is a number as the lists have it, and its country. Service numbers are
// often too short or too long for the plan of a country: those are compared as
// they are dialled at the seller's home.
func rated(ph survey.Phone, seller law.Country) (number, country string) {
	if ph.Country != "" {
		return ph.Number, string(ph.Country)
	}
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, ph.Number), string(seller)
}

func begins(number string, with []string) bool {
	for _, w := range with {
		if strings.HasPrefix(number, w) {
			return true
		}
	}
	return false
}
