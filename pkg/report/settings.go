package report

import (
	"github.com/shoplint/shoplint/pkg/audit"
	"github.com/shoplint/shoplint/pkg/baseline"
	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/rule"
)

// Settings are what a configuration and a baseline make of findings. The zero
// value changes nothing.
type Settings struct {
	Grace    int     // days in which a duty that has just begun only warns
	Rulebook law.Day // rules added after this day are notices; zero: none is
	Ignores  []baseline.Ignore
	Marks    []*baseline.Marks // of each shop, as its pages say; nil: none
	Baseline *baseline.Report
	Agency   Agency
}

// weigh lowers what a rule may do: a rule that came into the book after the
// pin is a notice, a duty within its grace warns. The level of the result is
// the one that counted.
func (b builder) weigh(r audit.Result) audit.Result {
	day := b.shop.Case.Day
	if b.Rulebook.Before(r.Rule.Added) && !b.Rulebook.IsZero() {
		return b.lower(r, rule.Notice, check.Note{Key: "pinned", Args: map[string]string{"added": r.Rule.Added.String()}})
	}
	from := r.Binding.From
	if !from.IsZero() && !day.Before(from) && day.Sub(from) < b.Grace && r.Rule.Level == rule.Error {
		return b.lower(r, rule.Warning, check.Note{Key: "grace", Args: map[string]string{"until": from.Add(b.Grace).String()}})
	}
	return r
}

// lower gives a result a lower level, and a note where that made a difference.
func (b builder) lower(r audit.Result, to rule.Level, why check.Note) audit.Result {
	if rank(string(r.Rule.Level)) >= rank(string(to)) {
		return r
	}
	own := *r.Rule
	own.Level = to
	r.Rule = &own
	switch r.Outcome {
	case check.Fail:
		r.Outcome = check.Warn
	case check.Warn, check.Unclear, check.Broken:
	default:
		return r
	}
	if tongue, err := speak(b.Lang); err == nil {
		for k, v := range why.Args {
			why.Args[k] = tongue.day(v)
		}
	}
	r.Verdict.Notes = append(r.Verdict.Notes[:len(r.Verdict.Notes):len(r.Verdict.Notes)], why)
	return r
}
