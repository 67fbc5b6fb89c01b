package check

import (
	"testing"

	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// control is evidence of a control on the home page that leads somewhere.
func control(leads, to string) survey.Evidence {
	return survey.Evidence{
		Place: survey.Place{URL: "https://kaashuis.be/", Visible: true, Pages: 1}, Group: "labelled", Key: to, Certain: true,
		Values: map[string]string{"label": "Herroepen", "leads": leads, "to": to},
	}
}

func behindEvidence(group, url string) survey.Evidence {
	return survey.Evidence{Place: survey.Place{URL: url, Visible: true}, Group: group, Key: url, Values: map[string]string{}}
}

// A label alone never passes: what is behind it decides, and of two controls
// the one that works.
func TestBehindControls(t *testing.T) {
	const page, other = "https://kaashuis.be/herroepen", "https://kaashuis.be/oud"
	for _, c := range []struct {
		name     string
		evidence []survey.Evidence
		status   int // of the page behind; 0: not read
		kind     words.Kind
		unread   survey.Cause
		reason   string
		outcome  Outcome
	}{
		{"form", []survey.Evidence{control("page", page), behindEvidence("form", page)}, 200, words.WithdrawalFunction, "", "found", Pass},
		{"form on another page", []survey.Evidence{control("page", page), behindEvidence("form", other)}, 200, words.WithdrawalFunction, "", "no-form", Warn},
		{"text only", []survey.Evidence{control("page", page)}, 200, words.Withdrawal, "", "no-form", Warn},
		{"password", []survey.Evidence{control("page", page), behindEvidence("login", page)}, 200, words.Account, "", "login-wall", Warn},
		{"kind login", []survey.Evidence{control("page", page)}, 200, words.Login, "", "login-wall", Warn},
		{"refused", []survey.Evidence{control("page", page)}, 401, words.Other, "", "login-wall", Warn},
		{"gone", []survey.Evidence{control("page", page)}, 404, words.Other, "", "broken", Warn},
		{"file", []survey.Evidence{control("file", page)}, 0, "", "", "file-only", Warn},
		{"mail", []survey.Evidence{control("mail", "mailto:a@kaashuis.be")}, 0, "", "", "file-only", Warn},
		{"no address", []survey.Evidence{control("nothing", "")}, 0, "", "", "broken", Warn},
		{"file and form", []survey.Evidence{control("file", other), control("page", page), behindEvidence("form", page)}, 200, words.Other, "", "found", Pass},
		{"robots", []survey.Evidence{control("page", page)}, 0, "", survey.Robots, "undecided", Unclear},
		{"wall", []survey.Evidence{control("page", page)}, 0, "", survey.LoginWall, "login-wall", Warn},
		{"other site", []survey.Evidence{control("site", "https://portal.example.net/")}, 0, "", "", "undecided", Unclear},
	} {
		s := survey.New("https://kaashuis.be/", survey.Live)
		s.Add(&survey.Record{Page: survey.Page{URL: "https://kaashuis.be/", Status: 200, Kind: words.Home, Via: "start"}})
		if c.status > 0 {
			s.Add(&survey.Record{Page: survey.Page{URL: page, Status: c.status, Kind: c.kind}})
		}
		if c.unread != "" {
			s.Miss(survey.Unread{URL: page, Cause: c.unread})
		}
		s.Finish(survey.Totals{Searched: true})
		check := &controlCheck{controlParams: controlParams{Target: &controlTarget{Fields: 2}, Absent: "fail"}}
		if v := check.Judge(Case{}, s, c.evidence); v.Reason != c.reason || v.Outcome != c.outcome {
			t.Errorf("%s: %s (%s), want %s (%s)", c.name, v.Outcome, v.Reason, c.outcome, c.reason)
		}
	}
}

// Absence is as grave as the rule says, and certain only where it is provable.
func TestControlMissing(t *testing.T) {
	s := survey.New("https://kaashuis.be/", survey.Live)
	s.Add(&survey.Record{Page: survey.Page{URL: "https://kaashuis.be/", Status: 200, Kind: words.Home, Via: "start"}})
	s.Finish(survey.Totals{Searched: true})
	for _, provable := range []bool{true, false} {
		c := &controlCheck{controlParams: controlParams{Absent: "fail"}, provable: provable}
		if v := c.Judge(Case{}, s, nil); v.Outcome != Fail || v.Reason != "missing" || v.Fact != provable {
			t.Errorf("provable %v: %+v", provable, v)
		}
		hidden := control("page", "https://kaashuis.be/x")
		hidden.Visible = false
		vague := control("page", "https://kaashuis.be/retour")
		vague.Group = "vague"
		if v := c.Judge(Case{}, s, []survey.Evidence{hidden, vague}); v.Outcome != Warn || v.Reason != "vague" {
			t.Errorf("hidden and vague: %s (%s)", v.Outcome, v.Reason)
		}
	}
}
