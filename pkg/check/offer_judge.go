package check

import (
	"slices"
	"strconv"

	"github.com/shoplint/shoplint/pkg/survey"
)

func (c *offerCheck) Judge(_ Case, s *survey.Survey, evidence []survey.Evidence) Verdict {
	offers := pick(evidence, inGroup(groupOffer))
	excuses := s.Excuses(c.On...)
	if len(offers) == 0 {
		if len(excuses) > 0 {
			return unclear(excuses)
		}
		return Verdict{Outcome: NotApplicable, Reason: "no-offer", Fact: true, Args: counts(s, nil)}
	}
	told := pick(evidence, inGroup(groupTold))
	v := c.verdict(s, evidence, offers)
	without := len(addresses(offers)) - len(addresses(told))
	with(with(v.Args, "count", strconv.Itoa(without)), "total", strconv.Itoa(len(addresses(offers))))
	switch {
	case without <= 0 && open(told):
		return unstyled(told)
	case without <= 0:
		v.Outcome, v.Reason, v.Evidence = Pass, "found", told
	case len(excuses) > 0 && len(told) == 0:
		return unclear(excuses)
	case len(told) > 0:
		v.Reason, v.Evidence = "some", c.without(offers, told)
	}
	with(v.Args, "url", v.Evidence[0].URL)
	return v
}

// verdict is what is said where no offer tells everything: the most that one
// of them shows.
func (c *offerCheck) verdict(s *survey.Survey, evidence, offers []survey.Evidence) Verdict {
	v := Verdict{Outcome: Warn, Fact: c.provable, Args: counts(s, evidence)}
	for _, q := range []struct{ reason, group string }{{"closed", groupClosed}, {"partly", groupPartial}, {"linked", groupLink}} {
		hits := pick(evidence, inGroup(q.group))
		if q.group == groupPartial {
			hits = seen(hits)
		}
		if len(hits) > 0 && (q.reason != "partly" || len(c.Parts) > 0) {
			v.Reason, v.Evidence, v.Parts = q.reason, hits, c.parts(evidence)
			with(v.Args, "why", hits[0].Why)
			return v
		}
	}
	v.Outcome, v.Reason, v.Evidence = Fail, "missing", offers
	if !c.provable {
		v.Outcome = Warn
	}
	return v
}

// parts are the parts of the duty, and which of them an offer gives.
func (c *offerCheck) parts(evidence []survey.Evidence) []Part {
	var out []Part
	for _, r := range c.Parts {
		part := Part{ID: r.ID, Outcome: Pass}
		if len(pick(evidence, inGroup(partGroup(r.ID)))) == 0 {
			part.Outcome = Warn
		}
		out = append(out, part)
	}
	return out
}

// addresses are the pages some evidence stands on, each once.
func addresses(evidence []survey.Evidence) []string {
	var out []string
	for _, e := range evidence {
		for _, u := range append([]string{e.URL}, e.URLs...) {
			if !slices.Contains(out, u) {
				out = append(out, u)
			}
		}
	}
	return out
}

// without is the first offer that does not tell, as evidence.
func (c *offerCheck) without(offers, told []survey.Evidence) []survey.Evidence {
	there := addresses(told)
	for _, u := range addresses(offers) {
		if !slices.Contains(there, u) {
			e := offers[0]
			e.URL, e.Line, e.Selector, e.Excerpt = u, 0, "", ""
			e.URLs, e.Pages = []string{u}, 1
			return []survey.Evidence{e}
		}
	}
	return offers
}
