package report

import (
	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/rule"
)

// counts are a shop's results by what they ask of the reader. Findings that a
// baseline knows or that are ignored count only as such.
type counts struct {
	fail, warn, pass, open, known, ignored int
}

// tally counts the results of s.
func tally(s *Shop) counts {
	var c counts
	for i := range s.Results {
		r := &s.Results[i]
		switch {
		case accepted(r) && r.State == "ignored":
			c.ignored++
		case accepted(r):
			c.known++
		case r.Outcome == check.Fail:
			c.fail++
		case r.Outcome == check.Warn:
			c.warn++
		case r.Outcome == check.Pass:
			c.pass++
		case r.Outcome == check.Unclear, r.Outcome == check.Broken:
			c.open++
		}
	}
	return c
}

// accepted reports whether r is a finding that somebody has accepted for now.
func accepted(r *Result) bool {
	if r.State != "known" && r.State != "ignored" {
		return false
	}
	switch r.Outcome {
	case check.Fail, check.Warn, check.Unclear, check.Broken:
		return true
	}
	return false
}

// gates reports whether r leaves a duty open in a way that gives exit 3.
func gates(r *Result) bool {
	if r.Level != string(rule.Error) || accepted(r) {
		return false
	}
	return r.Outcome == check.Broken || r.Outcome == check.Unclear && r.Cause.Gates()
}

// Verdict is what a shop's results come to. Fail goes before unclear (a duty of
// level error is open in a way that gates, nothing was read, or the audit was
// broken off), that before warn; a duty that is open without gating is still no
// pass. Advice of level notice does not count.
func (s *Shop) Verdict() string {
	open := s.Interrupted || !s.read()
	warn, undecided := false, false
	for i := range s.Results {
		r := &s.Results[i]
		if accepted(r) || r.Level == string(rule.Notice) {
			continue
		}
		if r.Outcome == check.Fail {
			return "fail"
		}
		open = open || gates(r)
		warn = warn || r.Outcome == check.Warn
		undecided = undecided || r.Outcome == check.Unclear && r.Level == string(rule.Error)
	}
	switch {
	case open:
		return "unclear"
	case warn:
		return "warn"
	case undecided:
		return "unclear"
	}
	return "pass"
}
