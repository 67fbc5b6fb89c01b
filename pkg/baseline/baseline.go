// Package baseline compares reports: what an earlier one knows is no news, and
// what is new says why. It also tells which findings a configuration ignores.
package baseline

import (
	"strings"

	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
)

// Report is what of a JSON report is compared.
type Report struct {
	Name  string // of the file
	Shops []Shop
}

// Shop is one shop of a report.
type Shop struct {
	Target   string   `json:"target"`
	Country  string   `json:"country"`
	Results  []Result `json:"results"`
	AsOf     string   `json:"as_of"` // of its report
	Rulebook string   `json:"-"`     // likewise
	Program  string   `json:"-"`     // version of the program, likewise
}

// Result is one rule's answer.
type Result struct {
	Rule        string       `json:"rule"`
	Level       string       `json:"level"`
	Outcome     string       `json:"outcome"`
	Cause       survey.Cause `json:"cause"`
	Headline    string       `json:"headline"`
	LawStatus   string       `json:"law_status"`
	From        string       `json:"from"`
	Until       string       `json:"until"`
	Fingerprint string       `json:"fingerprint"`
	State       string       `json:"state"`
}

// severity orders what a finding says: what could not be decided is below what
// was, and two causes are two findings.
func (r *Result) severity() int {
	switch r.Outcome {
	case "fail":
		return 2
	case "warn":
		return 1
	}
	return 0
}

// finding reports whether a result asks something of the reader.
func (r *Result) finding() bool {
	switch r.Outcome {
	case "fail", "warn", "unclear", "error":
		return true
	}
	return false
}

// decided reports whether a result is an answer.
func (r *Result) decided() bool { return r.Outcome != "unclear" && r.Outcome != "error" }

// Gates reports whether a result leaves a duty open in a way that gives exit 3.
func (r *Result) Gates() bool {
	return r.Level == string(rule.Error) && (r.Outcome == "error" || r.Outcome == "unclear" && r.Cause.Gates())
}

// knows reports whether an old finding covers a new one. It has the same
// fingerprint and was at least as bad: what was only to be checked does not
// cover a failure, nor what was not decided anything else. One that was ignored
// covers nothing, or an ignore that has ended would never give it back.
func (r *Result) knows(now *Result) bool {
	if r.Rule != now.Rule || r.Fingerprint == "" || r.Fingerprint != now.Fingerprint || r.State == "ignored" || !r.finding() {
		return false
	}
	if !now.decided() || !r.decided() {
		return r.Outcome == now.Outcome && r.Cause == now.Cause
	}
	return r.severity() >= now.severity()
}

// Of is the shop of a report that is compared with the target: the one with
// the same address, else the only one where each side has but one, since a
// preview host and the live shop differ in no fingerprint.
func (r *Report) Of(target string, lone bool) *Shop {
	for i := range r.Shops {
		if same(r.Shops[i].Target, target) {
			return &r.Shops[i]
		}
	}
	if lone && len(r.Shops) == 1 {
		return &r.Shops[0]
	}
	return nil
}

func same(a, b string) bool { return strings.TrimSuffix(a, "/") == strings.TrimSuffix(b, "/") }
