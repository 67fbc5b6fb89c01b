package check

import (
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// Groups of evidence of bodies that are named; the key is the body's id.
const (
	adrName     = "name"
	adrAddress  = "address" // a link to it, or its address in text
	adrPosition = "position"
)

// readNamed finds the bodies of a page, each once by name and once by address,
// and a text that says whether the trader takes part.
func (c *adrCheck) readNamed(p *page.Page, f *survey.PageFacts) []survey.Evidence {
	if p.Kind == words.Blog {
		return nil
	}
	r := adrReader{p: p, seen: map[string]int{}}
	for _, t := range f.Terms.Of(c.index.list.Name) {
		key, address := c.index.of(t)
		if key == "" || t.In != survey.InBlock && t.In != survey.InLink {
			continue
		}
		e := roughEvidence(p, t, adrName)
		if address {
			e.Group = adrAddress
		}
		r.take(key, e)
	}
	for _, i := range p.Away() {
		l := &p.Links()[i]
		if key, ok := c.index.linked(l); ok {
			e := nodeEvidence(p, l.Node, adrAddress)
			e.Region, e.Excerpt = l.Region, l.Label
			r.take(key, e)
		}
	}
	for _, t := range f.Terms.Of(c.Position...) {
		if t.In == survey.InBlock {
			r.take("", roughEvidence(p, t, adrPosition))
		}
	}
	return r.out
}

// adrReader keeps of each thing on a page the first place that a reader sees.
type adrReader struct {
	p    *page.Page
	seen map[string]int
	out  []survey.Evidence
}

func (r *adrReader) take(key string, e survey.Evidence) {
	e.Key = key
	id := e.Group + " " + key
	at, known := r.seen[id]
	switch {
	case !known:
		r.seen[id] = len(r.out)
		r.out = append(r.out, e)
	case e.Visible && !r.out[at].Visible:
		r.out[at] = e
	}
}

// judgeNamed grades what a shop says of the body for its disputes.
func (c *adrCheck) judgeNamed(cs Case, s *survey.Survey, evidence []survey.Evidence) Verdict {
	shown := seen(evidence)
	works := func(gateway bool, groups ...string) []survey.Evidence {
		return pick(shown, func(e survey.Evidence) bool {
			x, ok := c.index.entries[e.Key]
			return ok && slices.Contains(groups, e.Group) && x.body.Works(cs.Day) && x.body.Gateway == gateway
		})
	}
	named, reached := works(false, adrName, adrAddress), works(false, adrAddress)
	told := pick(shown, inGroup(adrPosition))
	switch {
	case open(slices.Concat(named, told)):
		return unstyled(slices.Concat(named, told))
	case len(reached) > 0 && (c.WhenNamed || !offTerms(s, named)):
		return c.said(cs, s, "found", Pass, named)
	case len(told) > 0:
		v := c.said(cs, s, "told", Pass, told)
		with(v.Args, "label", told[0].Excerpt) // the sentence says which way
		return v
	case len(reached) > 0:
		return c.said(cs, s, "off-terms", Warn, named)
	}
	if excuses := elsewhere(s, c.Need); len(excuses) > 0 {
		return unclear(excuses)
	}
	switch gateways := works(true, adrName, adrAddress); {
	case len(named) > 0:
		return c.said(cs, s, "no-address", Warn, named)
	case c.WhenNamed:
		return c.said(cs, s, "not-due", NotApplicable, nil)
	case len(gateways) > 0:
		return c.said(cs, s, "gateway-only", Warn, gateways)
	}
	v := c.said(cs, s, "missing", Warn, nil)
	v.Fact = false
	return v
}

// offTerms reports whether terms were read and no body stands there: on other
// pages of the site alone it is not enough (CJEU C-380/19).
func offTerms(s *survey.Survey, named []survey.Evidence) bool {
	return s.Has(words.Terms, "") && !slices.ContainsFunc(named, func(e survey.Evidence) bool { return onKinds(e, []words.Kind{words.Terms}) })
}

// said is a verdict about some evidence, with the names of its bodies.
func (c *adrCheck) said(_ Case, s *survey.Survey, reason string, outcome Outcome, hits []survey.Evidence) Verdict {
	v := Verdict{Outcome: outcome, Fact: true, Reason: reason, Evidence: hits, Args: counts(s, hits)}
	var names []string
	for _, e := range hits {
		if x, ok := c.index.entries[e.Key]; ok {
			if n := x.body.Name(e.Language); !slices.Contains(names, n) {
				names = append(names, n)
			}
		}
	}
	with(v.Args, "found", strings.Join(names, ", "))
	if len(hits) > 0 {
		with(with(v.Args, "url", hits[0].URL), "why", hits[0].Why)
		with(v.Args, "label", hits[0].Values["label"])
	}
	return v
}
