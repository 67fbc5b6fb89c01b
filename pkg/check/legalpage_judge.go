package check

import (
	"slices"
	"strconv"

	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

func (c *legalPageCheck) Judge(cs Case, s *survey.Survey, evidence []survey.Evidence) Verdict {
	links := pick(evidence, inGroup("link"))
	parts, hits, worst := judgeParts(cs, c.Parts, evidence)
	v := Verdict{Fact: true, Parts: parts, Evidence: seen(links), Args: counts(s, links)}
	switch {
	case s.Has(c.Page, ""), len(c.Parts) > 0 && worst == Pass && len(hits) > 0:
		c.there(s, &v, links, hits, worst)
	default:
		if excuses := c.excuses(s); len(excuses) > 0 {
			return unclear(excuses)
		}
		c.notThere(s, &v, links, pick(evidence, inGroup("inside")))
	}
	if v.Args["url"] == "" && len(v.Evidence) > 0 {
		with(v.Args, "url", v.Evidence[0].URL)
	}
	v.Notes = append(notesOn(c.Notes, cs.Day), opened(v.Evidence)...)
	return v
}

// excuses are the pages for which absence may not be said. Of a whole shop
// those are all legal pages that were not read: the text may stand inside
// another, or a link to it. Of a lone page it is what the page itself names.
func (c *legalPageCheck) excuses(s *survey.Survey) []survey.Unread {
	if e := elsewhere(s, []words.Kind{c.Page}); len(e) > 0 || s.Source == survey.File || s.Source == survey.Stdin {
		return e
	}
	return s.Excuses(words.LegalKinds...)
}

// there grades a page that was read: what it says, and who leads to it.
func (c *legalPageCheck) there(s *survey.Survey, v *Verdict, links, hits []survey.Evidence, worst Outcome) {
	v.Outcome, v.Reason = Pass, "found"
	for _, p := range s.Pages {
		if p.Answers(c.Page, "") {
			with(v.Args, "url", p.URL)
			break
		}
	}
	if !s.Has(c.Page, "") { // said on a page of another kind
		v.Evidence = hits
		with(v.Args, "url", hits[0].URL)
	}
	if worst != Pass {
		v.Outcome, v.Reason, v.Fact = worst, "partly", c.provable
		if excuses := s.Excuses(c.Page); len(excuses) > 0 {
			args := v.Args
			parts := v.Parts
			*v = unclear(excuses)
			v.Parts = parts
			for k, x := range args {
				if v.Args[k] == "" {
					v.Args[k] = x
				}
			}
		}
		return
	}
	if without, read := c.without(s, seen(links)); without > 0 {
		v.Outcome, v.Reason = Warn, "unlinked"
		with(with(v.Args, "count", strconv.Itoa(without)), "total", strconv.Itoa(read))
		return
	}
	if doubt := openPart(hits); len(doubt) > 0 {
		*v = unstyled(doubt)
	}
}

// without counts the pages from which no link leads to the page, by what the
// rule asks. A page of the kind itself need not link to itself, and a lone
// page has no neighbours.
func (c *legalPageCheck) without(s *survey.Survey, links []survey.Evidence) (without, read int) {
	if c.Linked == "" || c.Linked == "any" || s.Source == survey.File || s.Source == survey.Stdin || !s.Has(c.Page, "") {
		return 0, 0
	}
	linked := map[string]bool{}
	for _, e := range links {
		for _, u := range append([]string{e.URL}, e.URLs...) {
			linked[u] = true
		}
	}
	near := slices.ContainsFunc(s.Pages, func(p survey.Page) bool { return p.Answers(c.Page, "") && (p.Depth == 0 || p.Depth == 1) })
	if c.Linked == "home" && near { // by a link whose words say something else
		return 0, 0
	}
	for _, p := range s.Pages {
		home := p.Kind == words.Home || p.Via == "start"
		if !p.Read() || p.Kind == c.Page || p.Shell || c.Linked == "home" && !home {
			continue
		}
		if read++; !linked[p.URL] {
			without++
		}
	}
	return without, read
}

// notThere grades a shop without such a page: where its links lead instead,
// and whether another legal page speaks of the matter.
func (c *legalPageCheck) notThere(s *survey.Survey, v *Verdict, links, inside []survey.Evidence) {
	v.Outcome, v.Reason, v.Fact = Warn, "missing", c.provable
	if c.Absent == "fail" {
		v.Outcome = Fail
	}
	for _, e := range seen(links) {
		with(v.Args, "address", e.Key)
		p, ok := s.Page(e.Values["to"])
		switch {
		case ok && !p.Read():
			v.Reason = "broken"
			continue
		case ok && len(c.Parts) > 0: // a section of another page
			v.Outcome, v.Reason = Warn, "partly"
			with(v.Args, "url", p.URL)
		default: // it is there, and was not judged
			v.Outcome, v.Reason, v.Fact = Warn, "elsewhere", false
		}
		return
	}
	if len(inside) > 0 && len(c.Parts) > 0 && v.Reason == "missing" {
		v.Outcome, v.Reason, v.Evidence = Warn, "partly", inside
	}
}
