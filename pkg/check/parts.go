package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// PartRule is one thing a text must say. It is said where a phrase of one of
// the lists Any stands in running text or as a link, and, where Near is
// named, a phrase of one of those lists in the same or the next two
// paragraphs. Absence of an Ask "optional" part is told and changes nothing.
type PartRule struct {
	ID           string   `yaml:"id"`
	Any          []string `yaml:"any"`
	Near         []string `yaml:"near"`
	Address      bool     `yaml:"address"`  // an e-mail address in the same paragraph does as well as Near
	Digits       bool     `yaml:"digits"`   // a number must stand in the same paragraph
	Pictures     bool     `yaml:"pictures"` // the alternative text of a picture says it as well
	Ask          string   `yaml:"ask"`      // fail, warn (the default) or optional
	law.Interval `yaml:",inline"`
	Countries    []law.Country `yaml:"countries"` // of the seller or a customer; empty: all
	On           []words.Kind  `yaml:"on"`        // kinds of pages that count; empty: every page but blog posts
	Links        []string      `yaml:"links"`     // hosts; a link to one of them, or to a host below, says it as well
}

// due reports whether a part is asked for in a case.
func (r PartRule) due(cs Case) bool {
	return r.Contains(cs.Day) && concerns(cs, r.Countries)
}

// concerns reports whether a list of countries, empty for all, holds the
// seller's or a customer's.
func concerns(cs Case, countries []law.Country) bool {
	return len(countries) == 0 || slices.Contains(countries, cs.Seller) ||
		slices.ContainsFunc(cs.Customers, func(c law.Country) bool { return slices.Contains(countries, c) })
}

// valid refuses parameters that cannot be meant, and gives the full names of
// the lists.
func (r *PartRule) valid(v *vocabulary) (err error) {
	switch r.Ask {
	case "", "warn", "fail", "optional":
	default:
		return fmt.Errorf("part %q: ask is %q: use fail, warn or optional", r.ID, r.Ask)
	}
	if r.ID == "" || len(r.Any) == 0 {
		return fmt.Errorf("part %q needs an id and a list in any", r.ID)
	}
	if err := r.Interval.Valid(); err != nil {
		return fmt.Errorf("part %q: %w", r.ID, err)
	}
	if r.Any, err = v.named(r.Any...); err != nil {
		return fmt.Errorf("part %q: %w", r.ID, err)
	}
	if r.Near, err = v.named(r.Near...); err != nil {
		return fmt.Errorf("part %q: %w", r.ID, err)
	}
	return nil
}

// validParts refuses parts without an id of their own, and fills in their
// lists.
func validParts(parts []PartRule, v *vocabulary) error {
	seen := map[string]bool{}
	for i := range parts {
		if seen[parts[i].ID] {
			return fmt.Errorf("the part %q stands here twice", parts[i].ID)
		}
		seen[parts[i].ID] = true
		if err := parts[i].valid(v); err != nil {
			return err
		}
	}
	return nil
}

// partIDs names the parts, for the texts.
func partIDs(parts []PartRule) []string {
	out := make([]string, len(parts))
	for i, p := range parts {
		out[i] = p.ID
	}
	return out
}

// partGroup is the group of evidence for a part.
func partGroup(id string) string { return "part:" + id }

// maxHidden bounds how often a page is asked whether a reader sees a part.
const maxHidden = 20

// readParts finds what a page says of each part: the first place that a reader
// sees, else one that nobody does.
func readParts(p *page.Page, f *survey.PageFacts, parts []PartRule) []survey.Evidence {
	var out []survey.Evidence
	for _, r := range parts {
		if len(r.On) > 0 && !slices.Contains(r.On, p.Kind) || len(r.On) == 0 && p.Kind == words.Blog {
			continue
		}
		e, ok := r.read(p, f)
		if !ok || !e.Visible {
			if l, linked := r.link(p); linked && (l.Visible || !ok) {
				e, ok = l, true
			}
		}
		if ok {
			out = append(out, e)
		}
	}
	return out
}

// read is the best place of a part on a page. Where exactly it stands is worth
// the look on some pages only: a footer stands on every page.
func (r PartRule) read(p *page.Page, f *survey.PageFacts) (best survey.Evidence, found bool) {
	asked := 0
	for _, t := range f.Terms.Of(r.Any...) {
		if asked == maxHidden {
			break
		}
		if !r.says(p, f, t) {
			continue
		}
		asked++
		e := roughEvidence(p, t, partGroup(r.ID))
		if found && !e.Visible {
			continue
		}
		if placed(p) {
			n, _, _ := termNode(p, t)
			locate(p, n, &e)
		}
		if best, found = e, true; e.Visible {
			break
		}
	}
	return best, found
}

// says reports whether a term has beside it what the part asks for.
func (r PartRule) says(p *page.Page, f *survey.PageFacts, t survey.Term) bool {
	if t.In != survey.InBlock {
		return (t.In == survey.InLink || t.In == survey.InPicture && r.Pictures) && len(r.Near) == 0 && !r.Digits
	}
	if r.Digits && !hasDigit(p.Blocks()[t.Index].Text) {
		return false
	}
	return besideTerm(f, t, r.Near, 2) || r.Address && strings.Contains(p.Blocks()[t.Index].Text, "@")
}

func hasDigit(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= '0' && s[i] <= '9' {
			return true
		}
	}
	return false
}

func abs(n int) int { return max(n, -n) }

// judgeParts is what of the parts due was seen. Evidence that no reader sees
// does not count.
func judgeParts(cs Case, parts []PartRule, evidence []survey.Evidence) (out []Part, seenAt []survey.Evidence, worst Outcome) {
	worst = Pass
	for _, r := range parts {
		if !r.due(cs) {
			continue
		}
		hits := pick(seen(evidence), inGroup(partGroup(r.ID)))
		part := Part{ID: r.ID, Outcome: Pass}
		if len(hits) == 0 {
			part.Outcome = r.absent()
			worst = worse(worst, part.Outcome)
		}
		seenAt = append(seenAt, hits...)
		out = append(out, part)
	}
	return out, seenAt, worst
}

// absent is the outcome of a part that was not seen; an optional one is not
// asked for.
func (r PartRule) absent() Outcome {
	switch r.Ask {
	case "fail":
		return Fail
	case "optional":
		return NotApplicable
	}
	return Warn
}

// worse is the worse of two outcomes; only fail and warn are worse than pass.
func worse(a, b Outcome) Outcome {
	for _, o := range []Outcome{Fail, Warn} {
		if a == o || b == o {
			return o
		}
	}
	return Pass
}
