package check

import (
	"strings"

	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

func (c *controlCheck) Judge(cs Case, s *survey.Survey, evidence []survey.Evidence) Verdict {
	controls := seen(pick(evidence, inGroup("labelled", "accepted")))
	if open(controls) {
		return unstyled(controls)
	}
	if len(controls) > 0 {
		v := c.behindControls(s, controls, evidence)
		v.Notes = append(notesOn(c.Notes, cs.Day), v.Notes...)
		return v
	}
	when, vague := pick(evidence, inGroup("when")), seen(pick(evidence, inGroup("vague")))
	if excuses := c.excuses(s, when, vague); len(excuses) > 0 {
		v := unclear(excuses)
		v.Evidence = evidence
		return v
	}
	v := Verdict{Outcome: Warn, Fact: c.provable, Reason: "missing", Evidence: when, Args: counts(s, nil), Notes: notesOn(c.Notes, cs.Day)}
	switch {
	case len(vague) > 0:
		v.Reason, v.Evidence, v.Args = "vague", vague, c.args(s, vague)
	case len(c.When) > 0 && len(when) == 0:
		v.Outcome, v.Reason, v.Fact = NotApplicable, "not-due", true
	case c.Absent == "fail":
		v.Outcome = Fail
	}
	if len(when) > 0 && v.Args["url"] == "" {
		with(v.Args, "url", when[0].URL)
	}
	return v
}

// excuses are why a control that was not seen may not be called missing.
// What stands on pages of some kinds and was seen there needs no other page.
func (c *controlCheck) excuses(s *survey.Survey, when, vague []survey.Evidence) []survey.Unread {
	switch {
	case len(vague) > 0 && len(c.On) > 0:
		return nil
	case len(c.When) > 0 && len(when) == 0: // nothing was seen that makes it due
		return s.Excuses(words.Home)
	case c.Absent == "unclear":
		if unread := s.Excuses(words.Home); len(unread) > 0 {
			return unread
		}
		return []survey.Unread{{URL: s.Target, Cause: survey.NotPublic, Detail: "no page with the control was opened"}}
	}
	return elsewhere(s, append([]words.Kind{words.Home}, c.Need...))
}

// args are the placeholders about the first of some controls.
func (c *controlCheck) args(s *survey.Survey, hits []survey.Evidence) map[string]string {
	args := counts(s, hits)
	e := hits[0]
	with(with(args, "url", e.URL), "label", e.Values["label"])
	return with(args, "address", survey.Path(e.Values["to"]))
}

// behindOrder is what may be behind a control, the best first: one that works
// is enough, whatever else there is.
var behindOrder = []string{"found", "undecided", "no-form", "login-wall", "broken", "file-only"}

// behindControls grades the controls by what is behind the best of them.
func (c *controlCheck) behindControls(s *survey.Survey, controls, evidence []survey.Evidence) Verdict {
	by := map[string][]survey.Evidence{}
	var open []survey.Unread
	for _, e := range controls {
		reason, unread := c.behindOne(s, e, evidence)
		by[reason] = append(by[reason], e)
		if reason == "undecided" {
			open = append(open, unread)
		}
	}
	for _, reason := range behindOrder {
		hits := by[reason]
		if len(hits) == 0 {
			continue
		}
		if reason == "undecided" {
			v := unclear(open)
			v.Evidence = hits
			return v
		}
		v := Verdict{Outcome: Warn, Fact: true, Reason: reason, Evidence: hits, Args: c.args(s, hits), Notes: sightNotes(hits)}
		if reason == "found" {
			v.Outcome = Pass
			v.Notes = append(v.Notes, c.foundNotes(s, controls, evidence)...)
		}
		return v
	}
	return Verdict{Outcome: Warn, Reason: "missing", Args: counts(s, nil)}
}

// foundNotes are what else a reader should know of a control that works.
func (c *controlCheck) foundNotes(s *survey.Survey, controls, evidence []survey.Evidence) []Note {
	var out []Note
	if missing := withoutEvidence(s, controls); len(missing) > 0 {
		out = append(out, Note{Key: "not-in-some-languages", Args: map[string]string{"languages": strings.Join(missing, ", ")}})
	}
	for _, e := range pick(evidence, inGroup("form")) {
		if e.Values["confirm"] != "" {
			return append(out, Note{Key: "confirm-seen", Args: map[string]string{"url": e.URL}})
		}
	}
	return out
}

// behindOne is what is behind one control. A page that was wanted and not read
// leaves it open.
func (c *controlCheck) behindOne(s *survey.Survey, e survey.Evidence, evidence []survey.Evidence) (string, survey.Unread) {
	none := survey.Unread{}
	if c.Target == nil {
		return "found", none
	}
	to := e.Values["to"]
	switch e.Values["leads"] {
	case "file", "mail":
		return "file-only", none
	case "nothing":
		return "broken", none
	case "here":
		to = e.URL
	case "site":
		return "undecided", survey.Unread{URL: to, Cause: survey.NoSource, Detail: "on another site"}
	}
	p, ok := s.Page(to)
	if !ok {
		return notRead(s, to)
	}
	for _, group := range []string{"form", "login"} {
		for _, f := range pick(evidence, inGroup(group)) {
			if at, found := s.Page(f.URL); found && at.URL == p.URL {
				if group == "form" {
					return "found", none
				}
				return "login-wall", none
			}
		}
	}
	switch {
	case p.Status == 401 || p.Status == 403 || p.Kind == words.Login:
		return "login-wall", none
	case !p.Read():
		return "broken", none
	case p.Shell && !p.Rendered:
		return "undecided", survey.Unread{URL: to, Cause: survey.NeedsJavaScript}
	}
	return "no-form", none
}

// notRead says why a page behind a control was not read.
func notRead(s *survey.Survey, to string) (string, survey.Unread) {
	key := survey.Key(to)
	for _, u := range s.Unread {
		if survey.Key(u.URL) == key {
			if u.Cause == survey.LoginWall {
				return "login-wall", u
			}
			return "undecided", u
		}
	}
	return "undecided", survey.Unread{URL: to, Cause: survey.NoSource, Detail: "not part of what was read"}
}
