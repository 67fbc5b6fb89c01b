package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// identityParams is a rule that wants a seller to say who it is.
//
//	check:
//	  kind: identity
//	  need: [imprint, terms, contact]  # kinds of pages to read before "not seen"
//	  on: [home]                       # kinds of pages that count, with their template; empty: all that say who
//	  elements:
//	    - {id: name, of: name, ask: warn}
//	    - {id: address, of: address, ask: fail}
//	    - {id: register, of: number, ask: firm, schemes: {NL: [nl-kvk]}}
//	    - {id: court, of: words, any: [court], ask: warn}
//
// Each element is a part. What its absence is, ask says: fail, warn, firm (fail
// where a legal form was seen; of a sole trader only a note, since small ones
// may have no number) or firm-warn (warn where a legal form was seen). A number counts when its check digits hold or its
// scheme has none, it is no sample, and no other firm is named beside it.
//
// Outcomes: found (pass), missing and partly, wrong (check digits), sample,
// box-only, data-only (warn: only in structured data), elsewhere (on other
// pages than "on"), not-due (not-applicable: nothing was seen, and all that is
// asked binds firms, of which none was seen), undecided. The texts may use {missing}, {found}, {detail}
// (the number or address), {url} and {pages}.
type identityParams struct {
	Kind     string       `yaml:"kind"`
	Need     []words.Kind `yaml:"need"`
	On       []words.Kind `yaml:"on"`
	Elements []element    `yaml:"elements"`
}

// element is one thing a seller must say of itself.
type element struct {
	ID      string              `yaml:"id"`
	Of      string              `yaml:"of"` // name, address, number or words
	Ask     string              `yaml:"ask"`
	Schemes map[string][]string `yaml:"schemes"` // by country of the seller; "*" for the others
	Any     []string            `yaml:"any"`     // lists, of words
}

type identityCheck struct {
	identityParams
	provable bool
	lists    []words.List
}

func identityKind() Kind {
	return Kind{
		Reasons: []string{"found", "missing", "partly", "wrong", "sample", "box-only", "data-only", "elsewhere", "not-due", "undecided"},
		Notes:   []string{"sole-trader"},
		For:     identityWords,
		New: func(r *rule.Rule, book *words.Book) (Check, error) {
			c := &identityCheck{provable: r.Absence == "provable"}
			if err := strict(r, &c.identityParams); err != nil {
				return nil, err
			}
			v := &vocabulary{rule: r, book: book}
			for i := range c.Elements {
				e := &c.Elements[i]
				if err := e.valid(); err != nil {
					return nil, err
				}
				var err error
				if e.Any, err = v.named(e.Any...); err != nil {
					return nil, fmt.Errorf("element %q: %w", e.ID, err)
				}
			}
			c.lists = v.lists
			return c, nil
		},
	}
}

// valid refuses an element that cannot be meant.
func (e element) valid() error {
	switch {
	case e.ID == "":
		return fmt.Errorf("an element needs an id")
	case !slices.Contains([]string{"fail", "warn", "firm", "firm-warn"}, e.Ask):
		return fmt.Errorf("element %q: ask is %q: use fail, warn, firm or firm-warn", e.ID, e.Ask)
	case e.Of == "number" && len(e.Schemes) == 0:
		return fmt.Errorf("element %q: a number needs schemes", e.ID)
	case e.Of == "words" && len(e.Any) == 0:
		return fmt.Errorf("element %q: words need a list in any", e.ID)
	case !slices.Contains([]string{"name", "address", "number", "words"}, e.Of):
		return fmt.Errorf("element %q: of is %q: use name, address, number or words", e.ID, e.Of)
	}
	return nil
}

// identityWords are the keys a rule of this kind needs by its parameters.
func identityWords(r *rule.Rule) (rule.Words, error) {
	var p identityParams
	err := strict(r, &p)
	w := rule.Words{Reasons: []string{"found", "missing", "undecided"}, Notes: []string{"sole-trader"}}
	has := map[string]bool{}
	for _, e := range p.Elements {
		w.Parts = append(w.Parts, e.ID)
		has[e.Of] = true
	}
	if len(p.Elements) > 1 {
		w.Reasons = append(w.Reasons, "partly")
	}
	if has["number"] {
		w.Reasons = append(w.Reasons, "wrong", "sample", "data-only")
	}
	if has["address"] {
		w.Reasons = append(w.Reasons, "box-only")
	}
	if len(p.On) > 0 {
		w.Reasons = append(w.Reasons, "elsewhere")
	}
	if !slices.ContainsFunc(p.Elements, func(e element) bool { return !strings.HasPrefix(e.Ask, "firm") }) {
		w.Reasons = append(w.Reasons, "not-due")
	}
	return w, err
}

func (c *identityCheck) Lists() []words.List { return c.lists }

func (c *identityCheck) Needs(_ Case, s *survey.Survey) []survey.Need { return s.Unmet(c.Need...) }

func (c *identityCheck) Inspect(p *page.Page, f *survey.PageFacts) Finding {
	var out Finding
	add := func(e survey.Evidence) { out.Evidence = append(out.Evidence, e) }
	for _, e := range c.Elements {
		for _, t := range f.Terms.Of(e.Any...) {
			if t.In == survey.InBlock {
				add(termEvidence(p, t, "words:"+e.ID))
			}
		}
	}
	if !survey.SaysWho(p.Kind) {
		return out
	}
	out.Evidence = append(out.Evidence, whoEvidence(p, f)...)
	return out
}

// whoEvidence is what a page says of who sells: numbers, names, addresses.
func whoEvidence(p *page.Page, f *survey.PageFacts) []survey.Evidence {
	var out []survey.Evidence
	add := func(group, key string, place survey.Place, r page.Region, values map[string]string) {
		out = append(out, survey.Evidence{
			Place: place, Group: group, Key: key, Region: r, Kind: p.Kind, Language: p.Language, Certain: true, Values: values,
		})
	}
	for _, i := range f.Identifiers {
		place := survey.Place{URL: p.URL, Selector: i.Selector, Line: i.Line, Excerpt: i.Excerpt, Visible: i.Form == survey.Text, Pages: 1}
		if i.Foreign || i.Form == survey.Text && i.Weight == 0 {
			continue
		}
		add("number", string(i.Scheme)+" "+i.Value, place, i.Region, map[string]string{"scheme": string(i.Scheme), "value": i.Value, "state": numberState(i)})
	}
	for _, a := range f.Addresses {
		group := "address"
		if a.Box {
			group = "box"
		}
		if !a.Foreign {
			add(group, a.Code, a.Place, a.Region, map[string]string{"value": a.Excerpt, "code": a.Code})
		}
	}
	for _, n := range f.Firms {
		group := "firm"
		if n.Sole {
			group = "sole"
		}
		if !n.Foreign {
			add(group, strings.ToLower(n.Name), n.Place, n.Region, map[string]string{"value": n.Name})
		}
	}
	return out
}

// numberState is what a number is worth: good, wrong, or a sample.
func numberState(i survey.Identifier) string {
	switch {
	case i.Placeholder:
		return "sample"
	case i.Valid != nil && !*i.Valid:
		return "wrong"
	}
	return "good"
}

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
