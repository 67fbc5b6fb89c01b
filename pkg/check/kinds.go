package check

import (
	"fmt"
	"strconv"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// Kinds are the ways to look that a rule file may name.
func Kinds() map[string]Kind {
	return map[string]Kind{
		"link":    linkKind(),
		"linked":  linkedKind(),
		"stale":   staleKind(),
		"contact": contactKind(),

		"statement":  statementKind(),
		"banned":     bannedKind(),
		"legal-page": legalPageKind(),
		"control":    controlKind(),
		"gap":        gapKind(),

		"identity":    identityKind(),
		"consistency": consistencyKind(),
		"phone":       phoneKind(),
		"artwork":     artworkKind(),
		"cookies":     cookiesKind(),
		"offer":       offerKind(),
		"price":       priceKind(),
		"reduction":   reductionKind(),
		"adr":         adrKind(),
	}
}

// Words are the keys of text that each kind may use, for the loader.
func Words() map[string]rule.Words {
	out := map[string]rule.Words{}
	for name, k := range Kinds() {
		out[name] = rule.Words{Reasons: k.Reasons, Notes: k.Notes, For: k.For}
	}
	return out
}

// New builds the check a rule asks for.
func New(r *rule.Rule, book *words.Book) (Check, error) {
	var head struct {
		Kind string         `yaml:"kind"`
		Rest map[string]any `yaml:",inline"`
	}
	if err := r.Check.Decode(&head); err != nil {
		return nil, fmt.Errorf("rule %s: check: %w", r.ID, err)
	}
	k, ok := Kinds()[head.Kind]
	if !ok {
		return nil, fmt.Errorf("rule %s: no check kind %q", r.ID, head.Kind)
	}
	c, err := k.New(r, book)
	if err != nil {
		return nil, fmt.Errorf("rule %s: check %s: %w", r.ID, head.Kind, err)
	}
	return c, nil
}

// DatedNote is a note that a verdict carries on some days only.
type DatedNote struct {
	ID           string `yaml:"id"`
	law.Interval `yaml:",inline"`
}

// notesOn are the notes of a day.
func notesOn(all []DatedNote, day law.Day) []Note {
	var out []Note
	for _, n := range all {
		if n.Contains(day) {
			out = append(out, Note{Key: n.ID})
		}
	}
	return out
}

// strict decodes a rule's check node into params and refuses unknown keys.
func strict(r *rule.Rule, params any) error {
	return rule.Strict(&r.Check, params)
}

// unclear is the verdict when something that had to be read was not.
func unclear(excuses []survey.Unread) Verdict {
	e := excuses[0]
	for _, x := range excuses {
		// A cause that gates is the one the reader can and must act on.
		if x.Cause.Gates() && !e.Cause.Gates() {
			e = x
		}
	}
	return Verdict{
		Outcome: Unclear, Cause: e.Cause, Detail: e.Detail, Reason: "undecided",
		Args: map[string]string{"url": e.URL, "cause": string(e.Cause), "detail": e.Detail, "kind": string(e.Guess.Kind)},
	}
}

// counts are the placeholders every message may use.
func counts(s *survey.Survey, evidence []survey.Evidence) map[string]string {
	seen := 0
	for _, e := range evidence {
		seen = max(seen, e.Pages)
	}
	return map[string]string{"pages": strconv.Itoa(s.Count()), "total": strconv.Itoa(s.Count()), "count": strconv.Itoa(seen)}
}

// with adds a placeholder to args.
func with(args map[string]string, key, value string) map[string]string {
	args[key] = value
	return args
}

// pick is the evidence of some groups, in order.
func pick(evidence []survey.Evidence, keep func(survey.Evidence) bool) []survey.Evidence {
	var out []survey.Evidence
	for _, e := range evidence {
		if keep(e) {
			out = append(out, e)
		}
	}
	return out
}

func inGroup(groups ...string) func(survey.Evidence) bool {
	return func(e survey.Evidence) bool {
		for _, g := range groups {
			if e.Group == g {
				return true
			}
		}
		return false
	}
}

// sightNotes are the reservations of visible evidence.
func sightNotes(evidence []survey.Evidence) []Note {
	var out []Note
	seen := map[string]bool{}
	for _, e := range evidence {
		key := ""
		switch e.Note {
		case "opened by a click":
			key = "opened-by-click"
		case "not on phones":
			key = "not-on-phones"
		}
		if key != "" && !seen[key] {
			seen[key] = true
			out = append(out, Note{Key: key, Args: map[string]string{"why": e.Why, "url": e.URL}})
		}
	}
	return out
}
