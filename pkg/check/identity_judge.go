package check

import (
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

func (c *identityCheck) Judge(cs Case, s *survey.Survey, evidence []survey.Evidence) Verdict {
	v := Verdict{Outcome: Pass, Fact: c.provable, Reason: "found", Args: counts(s, evidence)}
	firm := len(pick(evidence, inGroup("firm"))) > 0
	sole := !firm && len(pick(evidence, inGroup("sole"))) > 0
	reasons := map[string]bool{}
	for _, e := range c.Elements {
		part, hits := c.part(e, cs, evidence, firm, sole)
		if part.Outcome == Warn || part.Outcome == Fail {
			reasons[part.Reason] = true
		}
		if part.Outcome == NotApplicable && sole {
			v.Notes = []Note{{Key: "sole-trader"}}
		}
		v.Outcome = worse(v.Outcome, part.Outcome)
		part.Reason = ""
		v.Parts, v.Evidence = append(v.Parts, part), append(v.Evidence, hits...)
		if len(hits) > 0 && v.Args["detail"] == "" || part.Outcome == Fail && len(hits) > 0 {
			with(with(v.Args, "detail", hits[0].Values["value"]), "url", hits[0].URL)
		}
	}
	if v.Outcome == Pass {
		return c.due(v)
	}
	if lone(s) && len(pick(evidence, inGroup("number", "firm", "sole", "address", "box"))) == 0 {
		v.Fact = false // one page that names nobody may not be the one that does
	}
	// A lone page that is neither the front nor a legal page of a shop tells
	// nothing of the others.
	if excuses := elsewhere(s, append([]words.Kind{words.Home}, c.Need...)); len(excuses) > 0 && !reasons["wrong"] && !reasons["sample"] {
		open := unclear(excuses)
		open.Parts, open.Evidence = v.Parts, v.Evidence
		return open
	}
	v.Reason = c.reason(v, reasons)
	return v
}

// due is the verdict when nothing is missing: that something was found may be
// said only when it was.
func (c *identityCheck) due(v Verdict) Verdict {
	asked := func(e element) bool { return !strings.HasPrefix(e.Ask, "firm") }
	if len(v.Evidence) == 0 && !slices.ContainsFunc(c.Elements, asked) {
		v.Outcome, v.Reason = NotApplicable, "not-due"
	}
	return v
}

// lone reports whether one page is all that there is of a shop.
func lone(s *survey.Survey) bool { return s.Source == survey.File || s.Source == survey.Stdin }

// reason is the most telling of the reasons of the parts.
func (c *identityCheck) reason(v Verdict, reasons map[string]bool) string {
	for _, r := range []string{"wrong", "sample", "elsewhere", "box-only", "data-only"} {
		if reasons[r] && (r == "wrong" || r == "sample" || len(reasons) == 1) {
			return r
		}
	}
	if slices.ContainsFunc(v.Parts, func(p Part) bool { return p.Outcome == Pass }) {
		return "partly"
	}
	return "missing"
}

// part judges one element. Its reason is "" when it was seen.
func (c *identityCheck) part(e element, cs Case, all []survey.Evidence, firm, sole bool) (Part, []survey.Evidence) {
	p := Part{ID: e.ID, Outcome: Pass}
	if e.Of == "number" && len(e.schemesFor(cs.Seller)) == 0 {
		p.Outcome = NotApplicable // no number of that sort is known for the country
		return p, nil
	}
	hits := e.hits(cs, all)
	here := pick(hits, func(x survey.Evidence) bool { return x.Visible && onKinds(x, c.On) })
	if good := pick(here, good); len(good) > 0 {
		return p, good[:min(len(good), 3)]
	}
	absent := e.absent(firm, sole)
	for _, weak := range []struct {
		reason  string
		outcome Outcome
		of      []survey.Evidence
	}{
		{"wrong", Fail, pick(here, state("wrong"))},
		{"sample", Fail, pick(here, state("sample"))},
		{"elsewhere", absent, pick(pick(hits, good), func(x survey.Evidence) bool { return x.Visible && len(c.On) > 0 })},
		{"box-only", Fail, pick(here, inGroup("box"))},
		{"data-only", Warn, pick(pick(hits, good), func(x survey.Evidence) bool { return x.Group == "number" && !x.Visible })},
	} {
		if len(weak.of) > 0 {
			p.Reason, p.Outcome = weak.reason, weak.outcome
			return p, weak.of[:min(len(weak.of), 3)]
		}
	}
	p.Reason, p.Outcome = "missing", absent
	return p, nil
}

// hits is the evidence of one element.
func (e element) hits(cs Case, all []survey.Evidence) []survey.Evidence {
	switch e.Of {
	case "name":
		return pick(all, inGroup("firm", "sole"))
	case "address":
		return pick(all, inGroup("address", "box"))
	case "words":
		return pick(all, inGroup("words:"+e.ID))
	}
	schemes := e.schemesFor(cs.Seller)
	return pick(all, func(x survey.Evidence) bool {
		return x.Group == "number" && slices.Contains(schemes, x.Values["scheme"])
	})
}

// schemesFor are the schemes of a country; of a seller whose country nobody
// knows, those of every country.
func (e element) schemesFor(seller law.Country) []string {
	if own, ok := e.Schemes[string(seller)]; ok {
		return own
	}
	if seller != law.EU {
		return e.Schemes["*"]
	}
	var out []string
	for _, list := range e.Schemes {
		out = append(out, list...)
	}
	return out
}

// good reports evidence that shows what was asked for.
func good(e survey.Evidence) bool {
	return e.Group != "box" && (e.Group != "number" || e.Values["state"] == "good")
}

func state(s string) func(survey.Evidence) bool {
	return func(e survey.Evidence) bool { return e.Values["state"] == s }
}

// absent is the outcome of an element that was not seen.
func (e element) absent(firm, sole bool) Outcome {
	switch {
	case e.Ask == "firm" && sole, e.Ask == "firm-warn" && !firm:
		return NotApplicable
	case e.Ask == "fail", e.Ask == "firm" && firm:
		return Fail
	}
	return Warn
}
