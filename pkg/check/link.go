package check

import (
	"slices"
	"strconv"
	"strings"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// linkParams is a rule that wants a link to a named target.
type linkParams struct {
	Kind      string      `yaml:"kind"`
	To        []string    `yaml:"to"`
	Misspelt  []string    `yaml:"misspelt"`
	Clicks    int         `yaml:"clicks"` // more from the start page is too deep; 0 = any
	NotOnlyIn []onlyIn    `yaml:"not-only-in"`
	Notes     []DatedNote `yaml:"notes"`
}

// onlyIn is a kind of page that is not enough alone in some countries.
type onlyIn struct {
	Kind      words.Kind    `yaml:"kind"`
	Countries []law.Country `yaml:"countries"`
}

type linkCheck struct{ linkParams }

func linkKind() Kind {
	return Kind{
		Reasons: []string{"found", "found-uncertain", "hidden", "text-only", "too-deep", "terms-only", "unlinked", "misspelt", "missing", "undecided", "unstyled", "pdf-only"},
		Notes:   []string{"complaints-closed", "early-end-view", "not-on-phones", "opened-by-click", "not-in-some-languages", "eu-seller-only"},
		New: func(r *rule.Rule, _ *words.Book) (Check, error) {
			var c linkCheck
			return &c, strict(r, &c.linkParams)
		},
	}
}

func (c *linkCheck) Needs(_ Case, s *survey.Survey) []survey.Need {
	return s.Unmet(words.LegalKinds...)
}

func (c *linkCheck) Inspect(p *page.Page, f *survey.PageFacts) Finding {
	var out Finding
	for _, t := range f.Targets {
		group := ""
		switch {
		case slices.Contains(c.To, t.Name):
			group = "link"
		case slices.Contains(c.Misspelt, t.Name):
			group = "misspelt"
		default:
			continue
		}
		if p.Paper && t.Visible {
			group = "pdf"
		}
		out.Evidence = append(out.Evidence, targetEvidence(p, t, group))
	}
	for _, m := range f.Mentions {
		if slices.Contains(c.To, m.Address) && !m.Picture {
			out.Evidence = append(out.Evidence, mentionEvidence(p, m, "text"))
		}
	}
	return out
}

func (c *linkCheck) Judge(cs Case, s *survey.Survey, evidence []survey.Evidence) Verdict {
	links := pick(evidence, inGroup("link"))
	visible := pick(links, func(e survey.Evidence) bool { return e.Visible })
	if open(visible) {
		return unstyled(visible)
	}
	if len(visible) > 0 {
		return c.found(cs, s, visible)
	}
	if excuses := s.Excuses(words.LegalKinds...); len(excuses) > 0 {
		v := unclear(excuses)
		v.Evidence = evidence
		return v
	}
	v := c.notFound(s, evidence, links)
	v.Notes = append(notesOn(c.Notes, cs.Day), v.Notes...)
	return v
}

// notFound grades what stands there instead of a visible link.
func (c *linkCheck) notFound(s *survey.Survey, evidence, links []survey.Evidence) Verdict {
	v := Verdict{Outcome: Fail, Fact: true, Reason: "missing", Args: counts(s, evidence)}
	wrong := pick(evidence, func(e survey.Evidence) bool { return e.Group == "misspelt" && e.Visible })
	text := pick(evidence, func(e survey.Evidence) bool { return e.Group == "text" && e.Visible })
	paper := pick(evidence, inGroup("pdf"))
	switch {
	case len(paper) > 0:
		v.Outcome, v.Reason, v.Evidence = Warn, "pdf-only", paper
	case len(links) > 0:
		v.Reason, v.Evidence = "hidden", links
		with(v.Args, "why", links[0].Why)
	case len(text) > 0:
		v.Outcome, v.Reason, v.Evidence = Warn, "text-only", text
	case len(wrong) > 0:
		v.Reason, v.Evidence = "misspelt", wrong
		with(v.Args, "address", wrong[0].Key)
	}
	if len(v.Evidence) > 0 {
		with(v.Args, "url", v.Evidence[0].URL)
	}
	return v
}

// found grades a visible link: how far it is, where it stands, in which
// language versions.
func (c *linkCheck) found(cs Case, s *survey.Survey, visible []survey.Evidence) Verdict {
	v := Verdict{Outcome: Pass, Fact: true, Reason: "found", Evidence: visible, Args: counts(s, visible)}
	v.Notes = append(notesOn(c.Notes, cs.Day), sightNotes(visible)...)
	if missing := withoutEvidence(s, visible); len(missing) > 0 {
		v.Notes = append(v.Notes, Note{Key: "not-in-some-languages", Args: map[string]string{"languages": strings.Join(missing, ", ")}})
	}
	with(v.Args, "url", visible[0].URL)
	near, linked := c.distance(s, visible)
	switch {
	case !linked:
		v.Outcome, v.Reason = Warn, "unlinked"
	case c.Clicks > 0 && near > c.Clicks:
		v.Outcome, v.Reason = Warn, "too-deep"
		with(v.Args, "clicks", strconv.Itoa(near))
	case c.onlyIn(cs.Seller, visible):
		v.Outcome, v.Reason = Warn, "terms-only"
	case !slices.ContainsFunc(visible, func(e survey.Evidence) bool { return e.Certain }):
		v.Reason = "found-uncertain"
		with(v.Args, "why", visible[0].Why)
	}
	return v
}

// distance is the fewest clicks to a page with the evidence; 0 where no path
// is known, as in a lone file. linked is false when no page leads to any of
// them.
func (c *linkCheck) distance(s *survey.Survey, evidence []survey.Evidence) (clicks int, linked bool) {
	clicks = -1
	for _, e := range evidence {
		for _, u := range e.URLs {
			p, ok := s.Page(u)
			linked = linked || !ok || p.Linked
			if n := s.Clicks(u); n >= 0 && (clicks < 0 || n < clicks) {
				clicks = n
			}
		}
	}
	return max(clicks, 0), linked
}

func (c *linkCheck) onlyIn(seller law.Country, evidence []survey.Evidence) bool {
	for _, o := range c.NotOnlyIn {
		if len(o.Countries) > 0 && !slices.Contains(o.Countries, seller) {
			continue
		}
		if !slices.ContainsFunc(evidence, func(e survey.Evidence) bool { return !onlyKind(e, o.Kind) }) {
			return true
		}
	}
	return false
}

func onlyKind(e survey.Evidence, k words.Kind) bool {
	return len(e.Kinds) > 0 && !slices.ContainsFunc(e.Kinds, func(x words.Kind) bool { return x != k })
}

// withoutEvidence lists the languages of the shop in which several pages were
// read and none carries the evidence.
func withoutEvidence(s *survey.Survey, evidence []survey.Evidence) []string {
	have := map[string]bool{}
	for _, e := range evidence {
		for _, l := range e.Languages {
			have[l] = true
		}
	}
	var out []string
	for _, l := range s.Languages() {
		if !have[l] && s.InLanguage(l) > 1 {
			out = append(out, l)
		}
	}
	return out
}
