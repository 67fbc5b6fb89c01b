package check

import (
	"fmt"
	"slices"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// bannedParams is a rule against words that must not stand.
//
//	check:
//	  kind: banned
//	  outcome: warn               # fail (the default) or warn
//	  words:                      # each list with the days and countries of its ban
//	    - {list: telemedia-act, from: 2024-05-14}
//	    - {list: claims, near: [goods], countries: [BE]}
//	  excuse: [past]              # lists; a phrase in the same sentence or the next excuses
//	  on: [imprint, privacy]      # kinds of pages; empty: all
//	  need: [imprint, privacy]    # kinds of pages to read before "none" is said
//
// Outcomes: standing (fail or warn), archived (warn: only on a blog post or an
// old version), hidden (warn: no reader sees it), excused (pass), none (pass),
// undecided, unstyled. The texts may use {label}, the words as the list has
// them, {url}, {count}, {pages}, and {why} under hidden.
type bannedParams struct {
	Kind    string       `yaml:"kind"`
	Outcome string       `yaml:"outcome"`
	Words   []BannedList `yaml:"words"`
	Excuse  []string     `yaml:"excuse"`
	On      []words.Kind `yaml:"on"`
	Need    []words.Kind `yaml:"need"`
	Notes   []DatedNote  `yaml:"notes"`
}

// BannedList is a list of words with the days and countries in which they
// must not stand. With Near they count only where a phrase of one of those
// lists stands in the same paragraph.
type BannedList struct {
	List         string   `yaml:"list"`
	Near         []string `yaml:"near"`
	law.Interval `yaml:",inline"`
	Countries    []law.Country `yaml:"countries"`
}

type bannedCheck struct {
	bannedParams
	lists []words.List
}

func bannedKind() Kind {
	return Kind{
		Reasons: []string{"standing", "archived", "hidden", "excused", "none", "undecided", "unstyled"},
		For: func(r *rule.Rule) (rule.Words, error) {
			var p bannedParams
			err := strict(r, &p)
			w := rule.Words{Reasons: []string{"standing", "archived", "hidden", "none", "undecided", "unstyled"}, Notes: noteIDs(p.Notes)}
			if len(p.Excuse) > 0 {
				w.Reasons = append(w.Reasons, "excused")
			}
			return w, err
		},
		New: func(r *rule.Rule, book *words.Book) (Check, error) {
			c := &bannedCheck{}
			if err := strict(r, &c.bannedParams); err != nil {
				return nil, err
			}
			return c, c.ready(&vocabulary{rule: r, book: book})
		},
	}
}

// ready checks the parameters and fills in the lists.
func (c *bannedCheck) ready(v *vocabulary) (err error) {
	if c.Outcome != "" && c.Outcome != "fail" && c.Outcome != "warn" {
		return fmt.Errorf("outcome is %q: use fail or warn", c.Outcome)
	}
	if len(c.Words) == 0 {
		return fmt.Errorf("no words: what must not stand?")
	}
	for i := range c.Words {
		w := &c.Words[i]
		if err := w.Interval.Valid(); err != nil {
			return fmt.Errorf("list %q: %w", w.List, err)
		}
		names, err := v.named(w.List)
		if err != nil {
			return err
		}
		w.List = names[0]
		if w.Near, err = v.named(w.Near...); err != nil {
			return err
		}
	}
	c.Excuse, err = v.named(c.Excuse...)
	c.lists = v.lists
	return err
}

func (c *bannedCheck) Lists() []words.List { return c.lists }

func (c *bannedCheck) Needs(_ Case, s *survey.Survey) []survey.Need { return s.Unmet(c.Need...) }

// Groups of evidence of banned words; each is followed by the number of its
// list in the rule, since the days are asked later.
const (
	bannedStanding = "standing"
	bannedArchived = "archived"
	bannedExcused  = "excused"
)

func (c *bannedCheck) Inspect(p *page.Page, f *survey.PageFacts) Finding {
	var out Finding
	if len(f.Terms) == 0 || len(c.On) > 0 && !slices.Contains(c.On, p.Kind) {
		return out
	}
	for i, w := range c.Words {
		for _, t := range f.Terms.Of(w.List) {
			if t.In != survey.InBlock || !besideTerm(f, t, w.Near, 0) {
				continue
			}
			group := archivedOr(p, bannedStanding)
			if c.excused(p, f, t) {
				group = bannedExcused
			}
			out.Evidence = append(out.Evidence, termEvidence(p, t, numberedGroup(group, i)))
		}
	}
	return out
}

func numberedGroup(group string, i int) string { return fmt.Sprintf("%s:%d", group, i) }

// excused reports whether the words around a term say that it is past.
func (c *bannedCheck) excused(p *page.Page, f *survey.PageFacts, t survey.Term) bool {
	if len(c.Excuse) == 0 {
		return false
	}
	from, to := survey.Reach(p.Blocks()[t.Index].Text, t.Start, t.End)
	return slices.ContainsFunc(f.Terms.Of(c.Excuse...), func(x survey.Term) bool {
		return x.In == survey.InBlock && x.Index == t.Index && x.Start >= from && x.End <= to && (x.End <= t.Start || x.Start >= t.End)
	})
}

// besideTerm reports whether a phrase of one of the lists stands in the block
// of a term, or in one at most so many blocks away; true where no list is
// named.
func besideTerm(f *survey.PageFacts, t survey.Term, lists []string, blocks int) bool {
	return len(lists) == 0 || slices.ContainsFunc(f.Terms.Of(lists...), func(x survey.Term) bool {
		return x.In == survey.InBlock && abs(x.Index-t.Index) <= blocks
	})
}

func (c *bannedCheck) Judge(cs Case, s *survey.Survey, evidence []survey.Evidence) Verdict {
	standing, archived, excused := c.of(cs, evidence, bannedStanding), c.of(cs, evidence, bannedArchived), c.of(cs, evidence, bannedExcused)
	visible := seen(standing)
	switch {
	case open(visible):
		return unstyled(visible)
	case len(visible) > 0:
		v := c.verdict(cs, s, "standing", visible)
		if c.Outcome != "warn" {
			v.Outcome = Fail
		}
		return v
	case len(seen(archived)) > 0:
		return c.verdict(cs, s, "archived", seen(archived))
	case len(standing) > 0:
		return c.verdict(cs, s, "hidden", standing)
	}
	if excuses := elsewhere(s, c.Need); len(excuses) > 0 {
		return unclear(excuses)
	}
	v := c.verdict(cs, s, "none", excused)
	v.Outcome = Pass
	if len(excused) > 0 {
		v.Reason = "excused"
	}
	return v
}

// of is the evidence of a group whose list binds in a case.
func (c *bannedCheck) of(cs Case, evidence []survey.Evidence, group string) []survey.Evidence {
	var groups []string
	for i, w := range c.Words {
		if w.Contains(cs.Day) && concerns(cs, w.Countries) {
			groups = append(groups, numberedGroup(group, i))
		}
	}
	return pick(evidence, inGroup(groups...))
}

// verdict is a warning about some evidence, worded for its first place.
func (c *bannedCheck) verdict(cs Case, s *survey.Survey, reason string, hits []survey.Evidence) Verdict {
	v := Verdict{Outcome: Warn, Fact: true, Reason: reason, Evidence: hits, Args: counts(s, hits), Notes: notesOn(c.Notes, cs.Day)}
	if len(hits) > 0 {
		with(with(v.Args, "url", hits[0].URL), "why", hits[0].Why)
		with(v.Args, "label", hits[0].Values["label"])
	}
	return v
}
