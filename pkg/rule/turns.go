package rule

import (
	"cmp"
	"slices"

	"github.com/shoplint/shoplint/pkg/law"
)

// Turns are the days on which what the law of the rule says to a seller and
// customers may change, the earliest first: the first day and the first day no
// longer covered of every place in the law that concerns them.
func (r *Rule) Turns(seller law.Country, customers []law.Country) []law.Day {
	if len(customers) == 0 {
		customers = []law.Country{seller}
	}
	var out []law.Day
	for _, p := range r.pieces(seller, customers) {
		for _, d := range []law.Day{p.From, p.Until} {
			if !d.IsZero() {
				out = append(out, d)
			}
		}
	}
	slices.SortFunc(out, law.Day.Sub)
	return slices.Compact(out)
}

// AllTurns are the days on which the law of the rule may change in any of the
// 27 states, the earliest first.
func (r *Rule) AllTurns() []law.Day {
	var out []law.Day
	for _, c := range law.States() {
		out = append(out, r.Turns(c, nil)...)
	}
	slices.SortFunc(out, law.Day.Sub)
	return slices.Compact(out)
}

// Standing is how a rule stands on a day in some of the 27 states.
type Standing struct {
	State  string // as in Binding
	States []law.Country
}

// Standings groups the 27 states by how the rule stands there for a seller at
// home, the state of law that binds most first.
func (r *Rule) Standings(day law.Day) []Standing {
	var out []Standing
	for _, c := range law.States() {
		state := r.At(day, c, nil).State
		i := slices.IndexFunc(out, func(s Standing) bool { return s.State == state })
		if i < 0 {
			out = append(out, Standing{State: state})
			i = len(out) - 1
		}
		out[i].States = append(out[i].States, c)
	}
	slices.SortStableFunc(out, func(a, b Standing) int { return cmp.Compare(rankState(a.State), rankState(b.State)) })
	return out
}

var stateOrder = []string{string(law.InForce), string(law.Enacted), string(law.Pending), string(law.Unknown), NotYet, Ended, NotBound}

func rankState(s string) int { return slices.Index(stateOrder, s) }

// Judged reports whether a state of law makes the rule look at a shop: it
// binds, or the day of its directive has come and the national law is not
// known.
func Judged(state string) bool {
	switch state {
	case string(law.InForce), string(law.Pending), string(law.Unknown):
		return true
	}
	return false
}

// EUDateOnly reports whether a state rests on the day of a directive alone.
func EUDateOnly(state string) bool {
	return state == string(law.Pending) || state == string(law.Unknown)
}

// Change is how one rule stands differently on two days, for some states.
type Change struct {
	Rule     *Rule
	From, To string // states of law
	States   []law.Country
}

// Diff lists what changes from one day to another, in book order.
func (b *Book) Diff(from, to law.Day) []Change {
	var out []Change
	for i := range b.Rules {
		r := &b.Rules[i]
		start := len(out)
		for _, c := range law.States() {
			was, is := r.At(from, c, nil).State, r.At(to, c, nil).State
			if was == is {
				continue
			}
			j := slices.IndexFunc(out[start:], func(x Change) bool { return x.From == was && x.To == is })
			if j < 0 {
				out = append(out, Change{Rule: r, From: was, To: is})
				j = len(out) - 1 - start
			}
			out[start+j].States = append(out[start+j].States, c)
		}
	}
	return out
}
