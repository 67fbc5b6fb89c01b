package report

import (
	"slices"

	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/rule"
)

// maxWarnings is how many warnings are shown in full without --all.
const maxWarnings = 5

// sorted are a shop's results in the order of the text report.
type sorted struct {
	full    []*Result // numbered and shown in full
	folded  int       // warnings and lesser open duties left for --all
	pass    []*Result
	ended   []*Result // was law, is no longer
	notYet  []*Result // begins after the day
	notDue  []*Result // does not bind this shop
	settled []*Result // known by a baseline, or ignored
}

// arrange puts the results in reading order: what fails, what leaves a duty
// open, what to check (the surer first), what else is open.
func arrange(s *Shop, asOf string, all bool) sorted {
	var out sorted
	var fails, open, warns, other []*Result
	for i := range s.Results {
		r := &s.Results[i]
		switch {
		case accepted(r):
			out.settled = append(out.settled, r)
		case r.Outcome == check.Fail:
			fails = append(fails, r)
		case gates(r):
			open = append(open, r)
		case r.Outcome == check.Warn:
			warns = append(warns, r)
		case r.Outcome == check.Unclear, r.Outcome == check.Broken:
			other = append(other, r)
		default:
			out.quiet(r, asOf)
		}
	}
	slices.SortStableFunc(fails, urgency)
	slices.SortStableFunc(open, urgency)
	slices.SortStableFunc(warns, byDoubt)
	slices.SortStableFunc(other, urgency)
	warns, out.folded = fold(warns, all)
	if !all { // an open duty of a lesser level that no reading would settle
		before := len(other)
		other = slices.DeleteFunc(other, func(r *Result) bool { return r.Outcome == check.Unclear && r.Level != string(rule.Error) })
		out.folded += before - len(other)
	}
	out.full = slices.Concat(fails, open, warns, other)
	return out
}

// quiet files a result that asks nothing of the reader.
func (o *sorted) quiet(r *Result, asOf string) {
	switch {
	case r.Outcome == check.Pass:
		o.pass = append(o.pass, r)
	case r.Outcome != check.NotInForce:
		o.notDue = append(o.notDue, r)
	case r.LawStatus == "ended" || r.Until != "" && r.Until <= asOf:
		o.ended = append(o.ended, r)
	case r.LawStatus == "not-yet" || r.From > asOf:
		o.notYet = append(o.notYet, r)
	default:
		o.notDue = append(o.notDue, r)
	}
}

// urgency orders by level, then by the minutes the fix takes.
func urgency(a, b *Result) int {
	if d := rank(a.Level) - rank(b.Level); d != 0 {
		return d
	}
	return a.Fix.Minutes - b.Fix.Minutes
}

// byDoubt puts warnings with two or three uncertain conditions last.
func byDoubt(a, b *Result) int {
	x, y := doubts(a.Certain) > 1, doubts(b.Certain) > 1
	if x != y {
		if y {
			return -1
		}
		return 1
	}
	return urgency(a, b)
}

// doubts is how many of the three conditions of a failure are uncertain.
func doubts(c check.Certain) int {
	n := 0
	for _, sure := range []bool{c.Law, c.Fact, c.Addressee} {
		if !sure {
			n++
		}
	}
	return n
}

func rank(level string) int {
	return slices.Index([]string{string(rule.Error), string(rule.Warning), string(rule.Notice)}, level)
}

// fold keeps the first warnings and counts the others, notices among them.
func fold(warns []*Result, all bool) (kept []*Result, folded int) {
	if all {
		return warns, 0
	}
	for _, r := range warns {
		if r.Level != string(rule.Notice) && len(kept) < maxWarnings {
			kept = append(kept, r)
		}
	}
	return kept, len(warns) - len(kept)
}
