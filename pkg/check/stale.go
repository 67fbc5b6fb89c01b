package check

import (
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// staleParams is a rule against what points to a service that has closed.
type staleParams struct {
	Kind      string      `yaml:"kind"`
	Platform  []string    `yaml:"platform"`
	Successor []string    `yaml:"successor"`
	Allowed   []string    `yaml:"allowed"`
	Misspelt  []string    `yaml:"misspelt"`
	Notes     []DatedNote `yaml:"notes"`
}

type staleCheck struct{ staleParams }

func staleKind() Kind {
	return Kind{
		Reasons: []string{
			"link", "link-uncertain", "text", "relocation", "hidden-link", "mention", "archived", "misspelt",
			"link-closed", "pdf", "closed-note", "allowed", "none", "undecided", "unstyled",
		},
		Notes: []string{"not-on-phones", "opened-by-click"},
		New: func(r *rule.Rule, _ *words.Book) (Check, error) {
			var c staleCheck
			return &c, strict(r, &c.staleParams)
		},
	}
}

func (c *staleCheck) Needs(_ Case, s *survey.Survey) []survey.Need {
	return s.Unmet(words.LegalKinds...)
}

func (c *staleCheck) Inspect(p *page.Page, f *survey.PageFacts) Finding {
	var out Finding
	for _, t := range f.Targets {
		if group := c.linkGroup(p, t); group != "" {
			out.Evidence = append(out.Evidence, targetEvidence(p, t, group))
		}
	}
	for _, m := range f.Mentions {
		if slices.Contains(c.Platform, m.Linked) || slices.Contains(c.Successor, m.Linked) {
			continue // the words around a link are graded with the link
		}
		if group := c.textGroup(p, m); group != "" {
			out.Evidence = append(out.Evidence, mentionEvidence(p, m, group))
		}
	}
	return out
}

// linkGroup grades one link.
func (c *staleCheck) linkGroup(p *page.Page, t survey.TargetLink) string {
	switch {
	case slices.Contains(c.Misspelt, t.Name):
		return "misspelt"
	case slices.Contains(c.Successor, t.Name):
		// A link to the notice of closure is a fault only under the old wording.
		if t.Announced && !t.Closed && t.Visible {
			return archivedOr(p, "relocation")
		}
		if !t.Closed {
			return "allowed"
		}
		return "closed-note"
	case !slices.Contains(c.Platform, t.Name):
		return ""
	case !t.Visible:
		return "hidden-link"
	case t.Closed:
		return "link-closed"
	case t.Doubt == page.Undecided:
		return archivedOr(p, "link-uncertain")
	case p.Paper:
		return archivedOr(p, "pdf")
	}
	return archivedOr(p, "link")
}

// textGroup grades text that names or announces the platform.
func (c *staleCheck) textGroup(p *page.Page, m survey.Mention) string {
	switch {
	case m.SaysClosed:
		return "closed-note"
	case slices.Contains(c.Allowed, m.Address) || m.Allowed, slices.Contains(c.Successor, m.Address) && !m.Announced:
		return "allowed"
	case m.Picture || !m.Visible:
		return "mention"
	case slices.Contains(c.Platform, m.Address) && (m.Announced || m.Dispute) && p.Paper:
		return archivedOr(p, "pdf")
	case slices.Contains(c.Platform, m.Address) && (m.Announced || m.Dispute):
		return archivedOr(p, "text")
	case slices.Contains(c.Successor, m.Address) && m.Announced:
		return archivedOr(p, "relocation")
	}
	return "mention"
}

// archivedOr is "archived" on a page that speaks of its time, not of today: a
// blog post, or terms kept as an old version.
func archivedOr(p *page.Page, group string) string {
	if p.Kind == words.Blog || oldVersion(p) {
		return "archived"
	}
	return group
}

// oldVersion reads the address and title for the marks of an archive.
func oldVersion(p *page.Page) bool {
	path := ""
	if p.Address != nil {
		path = p.Address.Path
	}
	for _, w := range strings.Fields(words.Fold(path + " " + p.Title)) {
		switch w {
		case "archive", "archives", "archief", "archiv", "archivio", "archivo", "archiwum", "arkiv", "arquivo", "archived", "veraltet", "verouderd", "obsolete", "obsoletes":
			return true
		}
	}
	return false
}

// gradeOrder is the worst first; the outcome of each grade is law.
var gradeOrder = []struct {
	group   string
	outcome Outcome
}{
	{"link", Fail}, {"text", Fail}, {"relocation", Fail}, {"pdf", Fail}, {"link-uncertain", Warn},
	{"link-closed", Warn}, {"archived", Warn}, {"misspelt", Warn}, {"hidden-link", Warn}, {"mention", Warn},
}

func (c *staleCheck) Judge(cs Case, s *survey.Survey, evidence []survey.Evidence) Verdict {
	var style []survey.Evidence // a fault, if it is seen
	for _, g := range gradeOrder {
		if hits := pick(evidence, inGroup(g.group)); len(hits) > 0 {
			if g.outcome == Fail && open(hits) {
				style = append(style, hits...)
				continue
			}
			if len(style) > 0 && g.outcome != Fail {
				break
			}
			v := Verdict{Outcome: g.outcome, Fact: true, Reason: g.group, Args: counts(s, hits)}
			v.Evidence = append(hits, pick(evidence, func(e survey.Evidence) bool { return e.Group != g.group && !inGroup("closed-note", "allowed")(e) })...)
			v.Notes = append(notesOn(c.Notes, cs.Day), sightNotes(hits)...)
			with(with(v.Args, "url", hits[0].URL), "why", hits[0].Why)
			with(v.Args, "address", hits[0].Key)
			return v
		}
	}
	if len(style) > 0 {
		return unstyled(style)
	}
	if excuses := s.Excuses(words.LegalKinds...); len(excuses) > 0 {
		return unclear(excuses)
	}
	v := Verdict{Outcome: Pass, Fact: true, Reason: "none", Args: counts(s, nil), Evidence: pick(evidence, inGroup("closed-note"))}
	if len(v.Evidence) > 0 {
		v.Reason = "closed-note"
	} else if v.Evidence = pick(evidence, inGroup("allowed")); len(v.Evidence) > 0 {
		v.Reason = "allowed"
	}
	if len(v.Evidence) > 0 {
		with(v.Args, "url", v.Evidence[0].URL)
	}
	return v
}
