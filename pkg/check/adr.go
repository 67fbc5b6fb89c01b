package check

import (
	"fmt"
	"slices"

	"github.com/shoplint/shoplint/pkg/adr"
	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// adrParams is a rule about the bodies of the directory (rules/adr.yaml).
//
//	check:
//	  kind: adr
//	  of: named                 # named, closed or renamed
//	  country: AT               # bodies of one state; empty: of all
//	  when-named: true          # named: only a body without its address is a finding
//	  position: [takes-part]    # named: lists; a text that says whether it takes part will do as well
//	  excuse: [closed]          # closed, renamed: lists; words in the sentence that excuse
//	  need: [imprint, terms]    # kinds of pages to read before "not seen" is said
//
// Outcomes of named: found (pass: a working body and its address, as text or
// link), told (pass), no-address (warn), off-terms (warn: named on the site
// and not in the terms that were read), gateway-only (warn), missing (warn);
// with when-named found, no-address and not-due (not-applicable).
//
// Outcomes of closed and renamed: standing (fail for a closed body of which
// the end is known, else warn), archived (warn), hidden (warn), excused (pass),
// none (pass). Both: undecided, unstyled. The texts may use {found}, the
// body's name today, {label}, the words seen, {detail}, the first day it no
// longer was, {url}, {count}, {pages}, and {why} under hidden.
type adrParams struct {
	Kind      string       `yaml:"kind"`
	Of        string       `yaml:"of"`
	Country   law.Country  `yaml:"country"`
	WhenNamed bool         `yaml:"when-named"`
	Position  []string     `yaml:"position"`
	Excuse    []string     `yaml:"excuse"`
	Need      []words.Kind `yaml:"need"`
}

// Directed is a check that asks the directory of dispute resolution bodies. It
// is given one before its lists are asked for.
type Directed interface {
	Direct(*adr.Directory)
}

type adrCheck struct {
	adrParams
	lists []words.List
	index adrIndex
}

func adrKind() Kind {
	return Kind{
		Reasons: []string{
			"found", "told", "no-address", "off-terms", "gateway-only", "missing", "not-due",
			"standing", "archived", "hidden", "excused", "none", "undecided", "unstyled",
		},
		For: adrWords,
		New: func(r *rule.Rule, book *words.Book) (Check, error) {
			c := &adrCheck{}
			if err := strict(r, &c.adrParams); err != nil {
				return nil, err
			}
			v := &vocabulary{rule: r, book: book}
			var err error
			if c.Position, err = v.named(c.Position...); err != nil {
				return nil, fmt.Errorf("position: %w", err)
			}
			if c.Excuse, err = v.named(c.Excuse...); err != nil {
				return nil, fmt.Errorf("excuse: %w", err)
			}
			c.lists = v.lists
			return c, nil
		},
	}
}

// adrWords are the keys a rule of this kind needs by its parameters.
func adrWords(r *rule.Rule) (rule.Words, error) {
	var p adrParams
	if err := strict(r, &p); err != nil {
		return rule.Words{}, err
	}
	switch {
	case p.Of == "named" && p.WhenNamed:
		return rule.Words{Reasons: []string{"found", "no-address", "not-due", "undecided", "unstyled"}}, nil
	case p.Of == "named":
		w := rule.Words{Reasons: []string{"found", "no-address", "off-terms", "gateway-only", "missing", "undecided", "unstyled"}}
		if len(p.Position) > 0 {
			w.Reasons = append(w.Reasons, "told")
		}
		return w, nil
	case p.Of == "closed", p.Of == "renamed":
		w := rule.Words{Reasons: []string{"standing", "archived", "hidden", "none", "undecided", "unstyled"}}
		if len(p.Excuse) > 0 {
			w.Reasons = append(w.Reasons, "excused")
		}
		return w, nil
	}
	return rule.Words{}, fmt.Errorf("of is %q: use named, closed or renamed", p.Of)
}

// Direct takes what the rule looks for out of the directory.
func (c *adrCheck) Direct(d *adr.Directory) {
	c.index = newADRIndex(c.adrParams, d)
	c.lists = append(slices.Clip(c.lists), c.index.list)
}

func (c *adrCheck) Lists() []words.List { return c.lists }

func (c *adrCheck) Needs(_ Case, s *survey.Survey) []survey.Need { return s.Unmet(c.Need...) }

func (c *adrCheck) Judge(cs Case, s *survey.Survey, evidence []survey.Evidence) Verdict {
	if c.Of == "named" {
		return c.judgeNamed(cs, s, evidence)
	}
	return c.judgeStale(cs, s, evidence)
}

func (c *adrCheck) Inspect(p *page.Page, f *survey.PageFacts) Finding {
	if c.Of == "named" {
		return Finding{Evidence: c.readNamed(p, f)}
	}
	return Finding{Evidence: c.readStale(p, f)}
}
