package check

import (
	"fmt"
	"slices"
	"strings"

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
