package check

import (
	"slices"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
)

// readStale finds names and links of bodies that have closed, or of which the
// name is past; whether they had on the day, the judge asks. A link stands in
// a sentence that names the body: where every name on the page is excused, so
// is the link.
func (c *adrCheck) readStale(p *page.Page, f *survey.PageFacts) (out []survey.Evidence) {
	standing, excused := map[string]bool{}, map[string]bool{}
	for _, t := range f.Terms.Of(c.index.list.Name) {
		key, _ := c.index.of(t)
		if key == "" || t.In != survey.InBlock {
			continue
		}
		group := archivedOr(p, bannedStanding)
		if c.excused(p, f, t) {
			group = bannedExcused
			excused[key] = true
		} else {
			standing[key] = true
		}
		e := termEvidence(p, t, group)
		e.Key = key
		out = append(out, e)
	}
	for _, i := range p.Away() {
		l := &p.Links()[i]
		key, ok := c.index.linked(l)
		if !ok || standing[key] { // the words say it already
			continue
		}
		group := archivedOr(p, bannedStanding)
		if excused[key] {
			group = bannedExcused
		}
		e := nodeEvidence(p, l.Node, group)
		e.Key, e.Region, e.Excerpt, e.Values = key, l.Region, l.Label, map[string]string{"label": normalHref(l.Href)}
		out = append(out, e)
	}
	return out
}

// excused reports whether the words around a name say that it is past.
func (c *adrCheck) excused(p *page.Page, f *survey.PageFacts, t survey.Term) bool {
	b := bannedCheck{bannedParams: bannedParams{Excuse: c.Excuse}}
	return b.excused(p, f, t)
}

// judgeStale grades what of it is past on the day.
func (c *adrCheck) judgeStale(cs Case, s *survey.Survey, evidence []survey.Evidence) Verdict {
	past := pick(evidence, func(e survey.Evidence) bool {
		x, ok := c.index.entries[e.Key]
		return ok && !cs.Day.Before(x.until)
	})
	standing, archived := pick(past, inGroup(bannedStanding)), pick(past, inGroup(bannedArchived))
	visible := c.surest(seen(standing))
	switch {
	case open(visible):
		return unstyled(visible)
	case len(visible) > 0:
		v := c.dated(cs, s, "standing", visible)
		if c.Of == "closed" && c.sure(visible[0]) {
			v.Outcome = Fail
		}
		return v
	case len(seen(archived)) > 0:
		return c.dated(cs, s, "archived", seen(archived))
	case len(standing) > 0:
		return c.dated(cs, s, "hidden", standing)
	}
	if excuses := elsewhere(s, c.Need); len(excuses) > 0 {
		return unclear(excuses)
	}
	if excused := seen(pick(past, inGroup(bannedExcused))); len(excused) > 0 {
		v := c.dated(cs, s, "excused", excused)
		v.Outcome = Pass
		return v
	}
	return c.said(cs, s, "none", Pass, nil)
}

// surest puts first what is known best.
func (c *adrCheck) surest(hits []survey.Evidence) []survey.Evidence {
	out := slices.Clone(hits)
	slices.SortStableFunc(out, func(a, b survey.Evidence) int {
		switch x, y := c.sure(a), c.sure(b); {
		case x && !y:
			return -1
		case y && !x:
			return 1
		}
		return 0
	})
	return out
}

func (c *adrCheck) sure(e survey.Evidence) bool {
	return c.index.entries[e.Key].confidence != law.Unverified
}

// dated is a warning that tells since when a name is past.
func (c *adrCheck) dated(cs Case, s *survey.Survey, reason string, hits []survey.Evidence) Verdict {
	v := c.said(cs, s, reason, Warn, hits)
	x := c.index.entries[hits[0].Key]
	with(with(v.Args, "detail", x.until.String()), "found", x.body.Name(hits[0].Language))
	return v
}
