package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// contactParams is a rule that wants a way to reach the seller.
type contactParams struct {
	Kind  string       `yaml:"kind"`
	Of    string       `yaml:"of"`   // email
	Need  []words.Kind `yaml:"need"` // pages to read before "not found" is said
	Notes []DatedNote  `yaml:"notes"`
}

type contactCheck struct{ contactParams }

func contactKind() Kind {
	return Kind{
		Reasons: []string{
			"found", "image-only", "privacy-only", "agency-only", "pdf-only", "no-reply", "placeholder", "others-only",
			"hidden", "script-only", "form-only", "unread", "missing", "unlinked", "undecided", "unstyled",
		},
		Notes: []string{
			"free-mail", "typo", "obfuscated", "opened-by-click", "not-on-phones", "not-in-some-languages", "href-only", "other-domain",
		},
		New: func(r *rule.Rule, _ *words.Book) (Check, error) {
			var c contactCheck
			if err := strict(r, &c.contactParams); err != nil {
				return nil, err
			}
			if c.Of != "email" {
				return nil, fmt.Errorf("of: %q is not known; only email is", c.Of)
			}
			return &c, nil
		},
	}
}

func (c *contactCheck) Needs(_ Case, s *survey.Survey) []survey.Need {
	return s.Unmet(c.Need...)
}

// grades of an address by its class; what stands here is what a reader would
// say of it. A class without a grade is no address at all.
var grades = map[string]string{
	"placeholder": "placeholder", "reserved": "placeholder", "sample": "placeholder",
	"no-reply": "no-reply", "unread": "unread",
	"host": "others", "authority": "others", "adr": "others", "carrier": "others", "payment": "others", "platform": "agency",
	"agency": "agency",
	"hidden": "hidden", "script": "script", "structured-data": "script", "meta": "script",
}

func grade(e survey.Email) string {
	switch {
	case e.Accepted && e.Form == survey.Image:
		return "image"
	case e.Accepted && !e.Visible:
		return "hidden"
	case e.Accepted:
		return "ok"
	}
	if g := grades[e.Class]; g != "" {
		return g
	}
	switch {
	case e.Form == survey.Image && e.Class == "image":
		return "image"
	case e.Class == "" && (e.Form == survey.Script || e.Form == survey.StructuredData):
		return "script"
	case e.Class == "" && !e.Visible:
		return "hidden"
	}
	return ""
}

func (c *contactCheck) Inspect(p *page.Page, f *survey.PageFacts) Finding {
	var out Finding
	for _, e := range f.Emails {
		g := grade(e)
		if g == "" {
			continue
		}
		why, note := e.Why, ""
		if e.Visible && e.Class != "" {
			why, note = "", "address-"+e.Class // refused for what it is, not for being hidden
		}
		if g == "ok" && !e.Certain {
			why = e.Doubtful
		}
		for _, n := range e.Notes {
			if sight, ok := strings.CutPrefix(n, "sight:"); ok {
				note = sight
			}
		}
		if g == "ok" && strings.HasSuffix(note, "on phones") {
			why = e.Doubtful // what hides it in the other view
		}
		if g == "ok" && p.Paper {
			g = "pdf"
		}
		out.Evidence = append(out.Evidence, survey.Evidence{
			Place: survey.Place{
				URL: e.URL, Selector: e.Selector, Line: e.Line, Excerpt: e.Excerpt, Visible: e.Visible, Why: why, Pages: 1,
			},
			Group: g, Key: strings.ToLower(e.Address), Kind: p.Kind, Language: p.Language, Certain: e.Certain, Doubt: e.Doubt, Note: note,
			Values: map[string]string{"address": e.Address, "form": string(e.Form), "notes": strings.Join(e.Notes, "\n")},
		})
	}
	for _, place := range f.Forms {
		out.Evidence = append(out.Evidence, survey.Evidence{
			Place: place, Group: "form", Key: "form", Kind: p.Kind, Language: p.Language, Certain: true,
		})
	}
	return out
}

// failures are the reasons for which no address counts, the most telling
// first, with the group of evidence that shows each.
var failures = []struct{ reason, group string }{
	{"hidden", "hidden"}, {"script-only", "script"}, {"form-only", "form"}, {"unread", "unread"},
	{"no-reply", "no-reply"}, {"placeholder", "placeholder"}, {"others-only", "others"},
}

func (c *contactCheck) Judge(cs Case, s *survey.Survey, evidence []survey.Evidence) Verdict {
	good := pick(evidence, inGroup("ok"))
	if open(good) {
		return unstyled(good)
	}
	if len(good) > 0 {
		return c.found(cs, s, good)
	}
	if excuses := s.Excuses(c.Need...); len(excuses) > 0 {
		v := unclear(excuses)
		v.Evidence = evidence
		return v
	}
	v := Verdict{Outcome: Fail, Fact: true, Reason: "missing", Evidence: evidence, Args: counts(s, evidence)}
	for _, weak := range []struct{ reason, group string }{{"pdf-only", "pdf"}, {"image-only", "image"}, {"agency-only", "agency"}} {
		if hits := pick(evidence, inGroup(weak.group)); len(hits) > 0 {
			return c.reason(v, Warn, weak.reason, hits)
		}
	}
	for _, f := range failures {
		if hits := pick(evidence, inGroup(f.group)); len(hits) > 0 {
			return c.reason(v, Fail, f.reason, hits)
		}
	}
	return v
}

// reason settles a verdict on one group of evidence, which then comes first.
func (c *contactCheck) reason(v Verdict, o Outcome, reason string, hits []survey.Evidence) Verdict {
	v.Outcome, v.Reason = o, reason
	rest := pick(v.Evidence, func(e survey.Evidence) bool { return e.Group != hits[0].Group })
	v.Evidence = append(hits, rest...)
	with(v.Args, "address", hits[0].Values["address"])
	with(v.Args, "url", hits[0].URL)
	with(v.Args, "why", hits[0].Why)
	return v
}

// found grades accepted addresses: where they stand, and what to say of them.
func (c *contactCheck) found(cs Case, s *survey.Survey, good []survey.Evidence) Verdict {
	v := Verdict{Outcome: Pass, Fact: true, Reason: "found", Evidence: good, Args: counts(s, good)}
	v.Notes = append(notesOn(c.Notes, cs.Day), addressNotes(good)...)
	if missing := withoutEvidence(s, good); len(missing) > 0 {
		v.Notes = append(v.Notes, Note{Key: "not-in-some-languages", Args: map[string]string{"languages": strings.Join(missing, ", ")}})
	}
	var list []string
	for _, e := range good[:min(len(good), 3)] {
		list = append(list, e.Values["address"])
	}
	with(with(v.Args, "addresses", strings.Join(list, ", ")), "address", list[0])
	with(v.Args, "url", good[0].URL)
	switch {
	case !slices.ContainsFunc(good, func(e survey.Evidence) bool { return linked(s, e) }):
		v.Outcome, v.Reason = Warn, "unlinked"
	case !slices.ContainsFunc(good, func(e survey.Evidence) bool { return !onlyKind(e, words.Privacy) }):
		v.Outcome, v.Reason = Warn, "privacy-only"
	}
	return v
}

// linked reports whether some page with the evidence can be reached by links.
func linked(s *survey.Survey, e survey.Evidence) bool {
	return slices.ContainsFunc(e.URLs, func(u string) bool {
		p, ok := s.Page(u)
		return !ok || p.Linked
	})
}

// addressNotes says once what is particular about the addresses found. A
// reservation counts only when it holds for every one of them; a likely typing
// error is said of each.
func addressNotes(good []survey.Evidence) []Note {
	var out []Note
	about := map[string]string{"address": good[0].Values["address"], "url": good[0].URL}
	if all(good, func(e survey.Evidence) bool { return e.Values["form"] == string(survey.Obfuscated) }) {
		out = append(out, Note{Key: "obfuscated", Args: about})
	}
	for _, key := range []string{"free-mail", "href-only", "other-domain"} {
		if all(good, func(e survey.Evidence) bool { return slices.Contains(noted(e), key) }) {
			out = append(out, Note{Key: key, Args: about})
		}
	}
	for _, e := range good {
		for _, n := range noted(e) {
			if s, ok := strings.CutPrefix(n, "typo:"); ok && len(out) < 5 {
				out = append(out, Note{Key: "typo", Args: map[string]string{"address": e.Values["address"], "suggestion": s}})
			}
		}
	}
	return append(out, sightNotes(good)...)
}

// noted are the remarks of the finder about an address.
func noted(e survey.Evidence) []string { return strings.Split(e.Values["notes"], "\n") }

func all(evidence []survey.Evidence, holds func(survey.Evidence) bool) bool {
	return !slices.ContainsFunc(evidence, func(e survey.Evidence) bool { return !holds(e) })
}
