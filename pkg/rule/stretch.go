package rule

import (
	"slices"

	"github.com/shoplint/shoplint/pkg/law"
)

// standing orders the states of law from the one that binds most.
var standing = []law.Status{law.InForce, law.Enacted, law.Pending, law.Unknown}

// stateOn is the strongest state of the pieces that cover a day; where none
// does, whether the duty is still to come or has ended.
func stateOn(pieces []piece, day law.Day) string {
	best := len(standing)
	later := false
	for _, p := range pieces {
		if p.Contains(day) {
			best = min(best, slices.Index(standing, p.status))
		}
		later = later || !p.From.IsZero() && day.Before(p.From)
	}
	switch {
	case best < len(standing):
		return string(standing[best])
	case later:
		return NotYet
	}
	return Ended
}

// stretch is the unbroken run of days around a day on which the duty stands
// in some state; the next run when none covers it, else the last.
func stretch(pieces []piece, day law.Day) (from, until law.Day) {
	runs := merge(pieces)
	for _, run := range runs {
		from, until = run.From, run.Until
		if until.IsZero() || day.Before(until) {
			break // covers the day, or is the next one
		}
	}
	return from, until
}

// merge joins the days of the pieces into runs, the earliest first. The days
// before an adopted law begins are no part of a run: nobody is bound yet.
func merge(pieces []piece) []law.Interval {
	days := make([]law.Interval, 0, len(pieces))
	for _, p := range pieces {
		if p.status != law.Enacted {
			days = append(days, p.Interval)
		}
	}
	slices.SortFunc(days, func(a, b law.Interval) int {
		switch {
		case a.From == b.From:
			return 0
		case a.From.IsZero() || !b.From.IsZero() && a.From.Before(b.From):
			return -1
		}
		return 1
	})
	var runs []law.Interval
	for _, d := range days {
		if n := len(runs); n > 0 && touches(runs[n-1], d) {
			if u := runs[n-1].Until; !u.IsZero() && (d.Until.IsZero() || u.Before(d.Until)) {
				runs[n-1].Until = d.Until
			}
			continue
		}
		runs = append(runs, d)
	}
	return runs
}

// touches reports whether b, which does not begin earlier, leaves no day free
// after a.
func touches(a, b law.Interval) bool {
	return a.Until.IsZero() || b.From.IsZero() || !a.Until.Before(b.From)
}
