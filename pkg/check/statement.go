package check

import (
	"fmt"
	"slices"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// statementParams is a rule that wants certain things said in text.
//
//	check:
//	  kind: statement
//	  need: [withdrawal, terms]     # kinds of pages to read before "not said"
//	  when: [chat]                  # lists; without a phrase of them nothing is asked
//	  signs: {hosts: [judge.me/]}   # optional: things that make it due as well, see Signs
//	  parts:                        # see PartRule
//	    - {id: days, any: [fourteen-days], ask: warn, on: [withdrawal, terms]}
//
// Outcomes: found (pass: each part due was seen), partly and missing (fail
// where a part that asks "fail" is absent, else warn), not-due
// (not-applicable: nothing of "when" was seen), undecided, unstyled. A failure
// needs absence: provable. The texts may use {found} and {missing}, which list
// the parts by the names under "parts:", {url}, {pages} and {count}.
type statementParams struct {
	Kind  string       `yaml:"kind"`
	Need  []words.Kind `yaml:"need"`
	When  []string     `yaml:"when"`
	Signs Signs        `yaml:"signs"`
	Parts []PartRule   `yaml:"parts"`
	Notes []DatedNote  `yaml:"notes"`
}

type statementCheck struct {
	statementParams
	provable bool
	lists    []words.List
}

func statementKind() Kind {
	return Kind{
		Reasons: []string{"found", "partly", "missing", "not-due", "undecided", "unstyled"},
		Notes:   []string{"opened-by-click"},
		For:     statementWords,
		New: func(r *rule.Rule, book *words.Book) (Check, error) {
			c := &statementCheck{provable: r.Absence == "provable"}
			if err := strict(r, &c.statementParams); err != nil {
				return nil, err
			}
			if len(c.Signs.Hosts) > 0 {
				c.Signs.mute = survey.NewQuiet(remembered)
			}
			v := &vocabulary{rule: r, book: book}
			var err error
			if c.When, err = v.named(c.When...); err != nil {
				return nil, fmt.Errorf("when: %w", err)
			}
			for _, lists := range []*[]string{&c.Signs.Headings, &c.Signs.Products} {
				if *lists, err = v.named(*lists...); err != nil {
					return nil, fmt.Errorf("signs: %w", err)
				}
			}
			if len(c.Parts) == 0 {
				return nil, fmt.Errorf("no parts: what must be said?")
			}
			err = validParts(c.Parts, v)
			c.lists = v.lists
			return c, err
		},
	}
}

// statementWords are the keys a rule of this kind needs by its parameters.
func statementWords(r *rule.Rule) (rule.Words, error) {
	var p statementParams
	err := strict(r, &p)
	w := rule.Words{Reasons: []string{"found", "missing", "undecided", "unstyled"}, Notes: append(noteIDs(p.Notes), "opened-by-click"), Parts: partIDs(p.Parts)}
	if len(p.Parts) > 1 {
		w.Reasons = append(w.Reasons, "partly")
	}
	if p.conditional() {
		w.Reasons = append(w.Reasons, "not-due")
	}
	return w, err
}

// conditional reports whether a rule asks nothing without some sign.
func (p *statementParams) conditional() bool { return len(p.When) > 0 || p.Signs.any() }

// noteIDs names dated notes, each once.
func noteIDs(notes []DatedNote) []string {
	var out []string
	for _, n := range notes {
		if !slices.Contains(out, n.ID) {
			out = append(out, n.ID)
		}
	}
	return out
}

func (c *statementCheck) Lists() []words.List { return c.lists }

func (c *statementCheck) Needs(_ Case, s *survey.Survey) []survey.Need { return s.Unmet(c.Need...) }

func (c *statementCheck) Inspect(p *page.Page, f *survey.PageFacts) Finding {
	out := Finding{Evidence: readParts(p, f, c.Parts)}
	for _, t := range f.Terms.Of(c.When...) {
		if e := roughEvidence(p, t, "when"); e.Visible {
			out.Evidence = append(out.Evidence, e)
			break // one on a page will do
		}
	}
	if e, ok := c.Signs.on(p, f); ok {
		out.Evidence = append(out.Evidence, e)
	}
	return out
}

func (c *statementCheck) Judge(cs Case, s *survey.Survey, evidence []survey.Evidence) Verdict {
	when := pick(evidence, inGroup("when"))
	if c.conditional() && len(when) == 0 {
		if excuses := s.Excuses(words.Home); len(excuses) > 0 {
			return unclear(excuses)
		}
		return Verdict{Outcome: NotApplicable, Reason: "not-due", Fact: true, Args: counts(s, nil)}
	}
	v := c.said(cs, s, evidence)
	if len(v.Evidence) == 0 {
		v.Evidence = when
	}
	if len(v.Evidence) > 0 && v.Args["url"] == "" {
		with(v.Args, "url", v.Evidence[0].URL)
	}
	v.Notes = append(notesOn(c.Notes, cs.Day), v.Notes...)
	return v
}

// said grades what was seen of the parts.
func (c *statementCheck) said(cs Case, s *survey.Survey, evidence []survey.Evidence) Verdict {
	parts, hits, worst := judgeParts(cs, c.Parts, evidence)
	if worst == Pass {
		if doubt := openPart(hits); len(doubt) > 0 {
			return unstyled(doubt)
		}
		return Verdict{Outcome: Pass, Fact: true, Reason: "found", Parts: parts, Evidence: hits, Args: counts(s, hits), Notes: opened(hits)}
	}
	if excuses := elsewhere(s, c.Need); len(excuses) > 0 {
		v := unclear(excuses)
		v.Parts, v.Evidence = parts, hits
		return v
	}
	v := Verdict{Outcome: worst, Fact: c.provable, Reason: "missing", Parts: parts, Evidence: hits, Args: counts(s, hits), Notes: opened(hits)}
	if slices.ContainsFunc(parts, func(p Part) bool { return p.Outcome == Pass }) {
		v.Reason = "partly"
	}
	return v
}

// openPart is the evidence of the first part that hangs on a style sheet that
// was not read.
func openPart(hits []survey.Evidence) []survey.Evidence {
	for _, e := range hits {
		if own := pick(hits, inGroup(e.Group)); open(own) {
			return own
		}
	}
	return nil
}

// opened is the note that some evidence shows after a click only.
func opened(hits []survey.Evidence) []Note {
	var out []Note
	for _, n := range sightNotes(hits) {
		if n.Key == "opened-by-click" {
			out = append(out, n)
		}
	}
	return out
}

// elsewhere are the excuses for not having seen what stands on pages of some
// kinds. A lone front page that links to no other page counts as the whole
// shop; any other is part of one, and what it lacks may stand beside it.
func elsewhere(s *survey.Survey, kinds []words.Kind) []survey.Unread {
	if len(kinds) > 0 && (s.LeadsOn || !s.Has(words.Home, "")) && (s.Source == survey.File || s.Source == survey.Stdin) &&
		!slices.ContainsFunc(kinds, func(k words.Kind) bool { return s.Has(k, "") }) {
		return []survey.Unread{{URL: s.Target, Cause: survey.NoSource, Detail: "one page of the shop", Guess: words.Guess{Kind: kinds[0]}}}
	}
	return s.Excuses(kinds...)
}
