package cmd

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/shoplint/shoplint/pkg/baseline"
	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/report"
)

// note says something on standard error that is no result.
func (a *app) note(o *checkOptions, text string) {
	if !o.quiet {
		fmt.Fprintln(a.err, "shoplint: note: "+strings.TrimSpace(report.Clean(text)))
	}
}

// Ages of the rule book, in days, from which on it is noted and warned of.
const (
	oldBook     = 90
	veryOldBook = 180
)

// nearDays is how far ahead a duty is told of in the log.
const nearDays = 90

// settings are those of the report.
func (r *run) settings(list []target) report.Settings {
	f := r.opts.file
	s := report.Settings{
		Grace: f.Grace, Rulebook: f.Rulebook, Marks: r.marksOf(list), Baseline: r.baseline,
		Agency: report.Agency{Name: f.Agency.Name, Logo: f.Agency.Logo, LogoType: f.Agency.LogoType, Colour: f.Agency.Colour},
	}
	for _, i := range f.Ignore {
		s.Ignores = append(s.Ignores, baseline.Ignore{
			Rules: baseline.IgnoresOf(r.book.Rules, i.Rule), Where: i.Where, Reason: i.Reason, Until: i.Until,
		})
	}
	return s
}

// remarks says what a run should know beside its results: an old rule book,
// duties that are near, ignores and baselines that have had their day.
func (r *run) remarks(rep *report.Report) {
	if text := bookAge(r.book.Rules.Updated, law.DayOf(time.Now())); text != "" {
		r.app.note(r.opts, text)
	}
	if text := near(rep); text != "" {
		r.app.note(r.opts, text)
	}
	r.ignoreRemarks(rep)
	gone := 0
	for i := range rep.Shops {
		gone += len(rep.Shops[i].Resolved)
	}
	if gone > 0 {
		r.app.note(r.opts, fmt.Sprintf("%d of the findings in the baseline %s are found no longer: write a new one with --format json=%s", gone, r.baseline.Name, r.baseline.Name))
	}
}

// bookAge is a sentence on a rule book that is old; "" for one that is not.
func bookAge(updated, today law.Day) string {
	days := today.Sub(updated)
	switch {
	case days > veryOldBook:
		return fmt.Sprintf("WARNING: the rule book is of %s, %d days old: law has changed since; install a newer shoplint", updated, days)
	case days > oldBook:
		return fmt.Sprintf("the rule book is of %s, %d days old: see whether there is a newer shoplint", updated, days)
	}
	return ""
}

// near names the duties that begin within 90 days, in one line.
func near(rep *report.Report) string {
	day, err := law.ParseDay(rep.AsOf)
	if err != nil {
		return ""
	}
	var coming []string
	for _, s := range rep.Shops {
		for _, c := range s.Coming {
			text := c.Day + " " + c.Rule
			if d, err := law.ParseDay(c.Day); err == nil && d.Sub(day) <= nearDays && !slices.Contains(coming, text) {
				coming = append(coming, text)
			}
		}
	}
	if len(coming) == 0 {
		return ""
	}
	slices.Sort(coming)
	return fmt.Sprintf("duties that begin within %d days: %s", nearDays, strings.Join(coming, ", "))
}

// ignoreRemarks names ignores that have ended, end soon, or are about nothing.
func (r *run) ignoreRemarks(rep *report.Report) {
	day, err := law.ParseDay(rep.AsOf)
	if err != nil {
		return
	}
	for _, x := range r.opts.file.Ignore {
		i := baseline.Ignore{Until: x.Until}
		switch {
		case i.Ended(day):
			r.app.note(r.opts, fmt.Sprintf("%s: the ignore of %s has ended on %s: its findings count again", x.At, x.Rule, x.Until))
		case i.EndsSoon(day):
			r.app.note(r.opts, fmt.Sprintf("%s: WARNING: the ignore of %s ends in %d days: from %s on its findings count again", x.At, x.Rule, x.Until.Sub(day), x.Until))
		}
		if !i.Ended(day) && !r.used(rep, x.Rule, x.Reason) {
			r.app.note(r.opts, fmt.Sprintf("%s: the ignore of %s%s is about no finding: take it out", x.At, x.Rule, onPaths(x.Where)))
		}
	}
}

// used reports whether an ignore covered a finding.
func (r *run) used(rep *report.Report, name, reason string) bool {
	ids := baseline.IgnoresOf(r.book.Rules, name)
	for _, s := range rep.Shops {
		for _, res := range s.Results {
			if res.State == "ignored" && res.Because == reason && slices.Contains(ids, res.Rule) {
				return true
			}
		}
	}
	return false
}

func onPaths(where string) string {
	if where == "" {
		return ""
	}
	return " on " + where
}
