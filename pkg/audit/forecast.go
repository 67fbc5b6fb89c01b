package audit

import (
	"slices"

	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
)

// Turn is a day on which a rule changes for a shop: Before is the last day of
// the old law, After the first of the new one, both judged by the pages as
// they are now.
type Turn struct {
	Rule          *rule.Rule
	Day           law.Day
	Before, After Result
	States        []law.Country // of the seller and the customers, those in which it changes
}

// EUDateOnly reports whether the day is that of a directive, and no national
// law is known that sets it.
func (t Turn) EUDateOnly() bool { return rule.EUDateOnly(t.After.Binding.State) }

// turns are the days after the case's on which a rule turns, the earliest
// first. A place in the law that is added to others, and changes nothing for
// the shop, is no turn.
func (a *Auditor) turns(i int, cs check.Case, s *survey.Survey, evidence []survey.Evidence) []Turn {
	r := a.rules[i]
	var out []Turn
	for _, day := range r.Turns(cs.Seller, cs.Customers) {
		if !cs.Day.Before(day) {
			continue
		}
		states := changed(r, day, cs)
		before, after := a.on(i, cs, day.Add(-1), s, evidence), a.on(i, cs, day, s, evidence)
		if before.Binding.State == after.Binding.State && before.Outcome == after.Outcome && len(states) == 0 {
			continue
		}
		out = append(out, Turn{Rule: r, Day: day, Before: before, After: after, States: states})
	}
	return out
}

// on judges a rule for another day.
func (a *Auditor) on(i int, cs check.Case, day law.Day, s *survey.Survey, evidence []survey.Evidence) Result {
	cs.Day = day
	return a.one(i, cs, s, evidence, "")
}

// changed are the countries of a case in which a rule stands differently on a
// day than on the day before.
func changed(r *rule.Rule, day law.Day, cs check.Case) []law.Country {
	var out []law.Country
	for _, c := range append([]law.Country{cs.Seller}, cs.Customers...) {
		if slices.Contains(out, c) {
			continue
		}
		if r.At(day.Add(-1), c, nil).State != r.At(day, c, nil).State {
			out = append(out, c)
		}
	}
	return out
}

// forecast is every turn of every rule, by day and then in book order.
func (a *Auditor) forecast(cs check.Case, s *survey.Survey, evidence [][]survey.Evidence) []Turn {
	var out []Turn
	for i := range a.rules {
		out = append(out, a.turns(i, cs, s, evidence[i])...)
	}
	slices.SortStableFunc(out, func(x, y Turn) int { return x.Day.Sub(y.Day) })
	return out
}
