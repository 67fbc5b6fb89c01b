package check

import (
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// linkedParams is a rule that wants a link to an official address, as text or
// as a picture.
//
//	check:
//	  kind: linked
//	  to: [livroreclamacoes.pt]   # beginnings of addresses, without scheme and www.
//	  need: [imprint, contact]    # kinds of pages to read before "not seen"
//
// Outcomes: found (pass), hidden and missing (fail with absence: provable,
// else warn), undecided, unstyled. The texts may use {url}, {why} and {pages}.
type linkedParams struct {
	Kind string       `yaml:"kind"`
	To   []string     `yaml:"to"`
	Need []words.Kind `yaml:"need"`
}

type linkedCheck struct {
	linkedParams
	provable bool
	find     artworkCheck // knows how to tell addresses
}

func linkedKind() Kind {
	return Kind{
		Reasons: []string{"found", "hidden", "missing", "undecided", "unstyled"},
		Notes:   []string{"opened-by-click"},
		New: func(r *rule.Rule, _ *words.Book) (Check, error) {
			c := &linkedCheck{provable: r.Absence == "provable"}
			if err := strict(r, &c.linkedParams); err != nil {
				return nil, err
			}
			c.find.Links, c.find.hosts = c.To, hostsOf(c.To)
			return c, nil
		},
	}
}

func (c *linkedCheck) Needs(_ Case, s *survey.Survey) []survey.Need { return s.Unmet(c.Need...) }

func (c *linkedCheck) Inspect(p *page.Page, _ *survey.PageFacts) Finding {
	var out Finding
	for _, n := range c.find.links(p) {
		out.Evidence = append(out.Evidence, c.find.evidence(p, n, "link", normalHref(attrOf(n, "href"))))
	}
	return out
}

func (c *linkedCheck) Judge(_ Case, s *survey.Survey, evidence []survey.Evidence) Verdict {
	v := Verdict{Outcome: Pass, Fact: true, Reason: "found", Evidence: evidence, Args: counts(s, evidence)}
	if shown := seen(evidence); len(shown) > 0 {
		if open(shown) {
			return unstyled(shown)
		}
		v.Evidence, v.Notes = shown, opened(shown)
		with(v.Args, "url", shown[0].URL)
		return v
	}
	if excuses := elsewhere(s, c.Need); len(excuses) > 0 {
		return unclear(excuses)
	}
	v.Outcome, v.Reason, v.Fact = Fail, "missing", c.provable
	if len(evidence) > 0 {
		v.Reason = "hidden"
		with(with(v.Args, "url", evidence[0].URL), "why", evidence[0].Why)
	}
	return v
}
