package batch

import (
	"cmp"
	"encoding/json"
	"errors"
	"slices"

	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/report"
	"github.com/shoplint/shoplint/pkg/survey"
)

// Row is what a batch keeps of a finished shop in memory; the rest is on disk.
type Row struct {
	Target        string
	Verdict       string // pass | warn | fail | unclear
	Exit          int
	Cause         string // of an undecided shop, the first that counts
	Interrupted   bool   // broken off by the time for one shop
	Country       string
	CountrySource string
	CountrySign   string
	SellsTo       []string
	SellsToSource string
	SellsToSign   string
	Profile       report.Profile
	Platform      string
	Counts        map[string]int // report's summary
	Failing       []Finding
	Coming        []report.Coming
	AsOf          string
	Rulebook      string
	Pages         int
	Requests      int
	MS            int64
}

// Finding is a rule that a shop fails; Title says what was found.
type Finding struct{ Rule, Title, State, Because string }

// rowOf reads a line of a journal.
func rowOf(raw []byte) (Row, error) {
	var l report.Line
	if err := json.Unmarshal(raw, &l); err != nil {
		return Row{}, err
	}
	if l.Version != 1 || l.Target == "" || l.Results == nil {
		return Row{}, errors.New("it is no shop of report version 1")
	}
	return RowOf(&l), nil
}

// RowOf is the row of a line.
func RowOf(l *report.Line) Row {
	r := Row{
		Target: l.Target, Verdict: l.Verdict(), Exit: l.Gate.Exit, Interrupted: l.Interrupted,
		Country: l.Country, CountrySource: l.CountrySource, CountrySign: l.CountrySign,
		SellsTo: l.SellsTo, SellsToSource: l.SellsToSource, SellsToSign: l.SellsToSign,
		Profile: l.Profile, Platform: l.Platform, Counts: l.Summary, Coming: l.Coming,
		AsOf: l.AsOf, Rulebook: l.Tool.Rulebook, Pages: len(l.Survey.Pages), Requests: l.Survey.Requests, MS: l.Times.ElapsedMS,
	}
	for i := range l.Results {
		x := &l.Results[i]
		if x.Outcome == check.Fail && x.State != "ignored" {
			r.Failing = append(r.Failing, Finding{x.Rule, cmp.Or(x.Headline, x.Title), x.State, x.Because})
		}
		if r.Cause == "" && (x.Outcome == check.Unclear && x.Cause.Gates() || x.Outcome == check.Broken) && x.Level == "error" {
			r.Cause = string(x.Cause)
		}
	}
	if r.Cause == "" && r.Verdict == "unclear" {
		r.Cause = unread(l.Survey.Unread)
	}
	return r
}

// unread is the first cause of what was not read.
func unread(list []survey.Unread) string {
	i := slices.IndexFunc(list, func(u survey.Unread) bool { return u.Cause.Gates() })
	if i < 0 {
		return ""
	}
	return string(list[i].Cause)
}
