package audit

import (
	"fmt"
	"slices"

	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/profile"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
)

// Result is one rule's answer, in data.
type Result struct {
	Rule        *rule.Rule
	Binding     rule.Binding
	Verdict     check.Verdict // as the check gave it, notes of the audit added
	Outcome     check.Outcome // after law and level capped it
	Certain     check.Certain
	Broken      string // why the check broke, for outcome error
	Fingerprint string
	Why         check.Note // why the rule does not apply; "" in its Key otherwise
}

// Coming is a duty that begins after the day of the case.
type Coming struct {
	Rule    *rule.Rule
	Day     law.Day
	Status  string // enacted | pending
	WouldBe check.Outcome
	// States are the countries in which it begins, where it binds in others
	// already.
	States []law.Country
}

// Judge judges a survey for the auditor's case. evidence is by check, in the
// order of the auditor's rules.
func (a *Auditor) Judge(s *survey.Survey, evidence [][]survey.Evidence, broken map[int]string) *Shop {
	cs, found := a.caseOf(s)
	shop := &Shop{Survey: s, Case: cs, Sign: found.Sign}
	if found.Found && !found.Country.Member() {
		shop.Outside = found.Country
	}
	for i := range a.rules {
		why := broken[i]
		if why == "" {
			why = broken[-1]
		}
		r := a.one(i, shop.Case, s, evidence[i], why)
		if shop.Outside != "" {
			soften(&r)
		}
		r.Fingerprint = fingerprint(r, s)
		shop.Results = append(shop.Results, r)
		shop.Coming = append(shop.Coming, a.coming(i, shop.Case, s, evidence[i])...)
	}
	if a.opts.Forecast {
		shop.Turns = a.forecast(shop.Case, s, evidence)
	}
	slices.SortStableFunc(shop.Coming, func(x, y Coming) int { return x.Day.Sub(y.Day) })
	return shop
}

// caseOf is the case of a survey: what the user gave, else what was detected.
// A detected seller outside the Union is judged like one of the Union: only a
// country the user gave switches rules off. What was detected comes with it,
// nothing when the user gave the country.
func (a *Auditor) caseOf(s *survey.Survey) (check.Case, profile.Country) {
	var found profile.Country
	cs := check.Case{Day: a.opts.Day, Seller: a.opts.Seller, SellerBy: a.opts.SellerBy, Customers: a.opts.Customers}
	cs.Given = len(cs.Customers) > 0
	cs.Profile = profile.Of(s, a.opts.Profile)
	if cs.Seller == "" {
		cs.Seller, cs.SellerBy = law.EU, "default"
		found = profile.Seller(s)
		if found.Found && found.Country.Member() {
			cs.Seller, cs.SellerBy = found.Country, "detected"
		} else if !found.Found {
			cs.Maybe = found.Maybe
		}
	}
	cs.CustomersBy = a.opts.CustomersBy
	if !cs.Given {
		cs.Customers, cs.CustomersBy, cs.MarketSign = customers(s, cs.Seller)
	}
	if cs.Day.IsZero() {
		cs.Day = cs.Seller.Today(a.opts.Now())
	}
	return cs, found
}

// customers are the seller's own country and those that the shop names as its
// markets. A seller outside the Union that names none is taken to sell nowhere
// in it: only a country the user gave can say that of a seller.
func customers(s *survey.Survey, seller law.Country) (all []law.Country, by, sign string) {
	all, by = []law.Country{seller}, "default"
	markets, sign := profile.Markets(s)
	for _, c := range markets {
		if !slices.Contains(all, c) {
			all, by = append(all, c), "detected"
		}
	}
	if by == "default" {
		sign = ""
	}
	return all, by, sign
}

// undecided leaves open every part of an open verdict that was not found:
// where a page was not read, no element of it is missing either.
func undecided(o check.Outcome, parts []check.Part) []check.Part {
	if o != check.Unclear {
		return parts
	}
	out := slices.Clone(parts)
	for i, p := range out {
		if p.Outcome == check.Fail || p.Outcome == check.Warn {
			out[i].Outcome = check.Unclear
		}
	}
	return out
}

// one judges one rule and caps its outcome.
func (a *Auditor) one(i int, cs check.Case, s *survey.Survey, evidence []survey.Evidence, broken string) Result {
	r := Result{Rule: a.rules[i]}
	var here law.Country
	r.Binding, here = a.binding(i, cs)
	answer, why, binds := bound(r.Rule, cs.Profile)
	switch {
	case r.Binding.State == rule.NotBound:
		r.Outcome, r.Why = check.NotApplicable, check.Note{Key: "not-bound-country"}
	case rule.Judged(r.Binding.State) && !binds:
		r.Outcome, r.Why = check.NotApplicable, why
	case !rule.Judged(r.Binding.State):
		r.Outcome = check.NotInForce
	case broken != "":
		r.Outcome, r.Broken = check.Broken, broken
	default:
		r.Broken = safely(func() { r.Verdict = a.checks[i].Judge(cs, s, evidence) })
		r.Outcome = r.Verdict.Outcome
		r.Verdict.Parts = undecided(r.Outcome, r.Verdict.Parts)
		if r.Broken != "" {
			r.Outcome = check.Broken
		}
	}
	r.Certain = check.Certain{Law: r.Binding.Certain, Fact: r.Verdict.Fact, Addressee: here == ""}
	if here != "" && slices.Contains([]check.Outcome{check.Warn, check.Fail}, r.Outcome) {
		r.Verdict.Notes = append(r.Verdict.Notes, check.Note{Key: "country-unsure", Args: map[string]string{"country": string(here)}})
	}
	if !answer.Sure && binds {
		r.doubt(answer)
	}
	r.cap()
	return r
}

// safely runs f and gives back what it panicked with.
func safely(f func()) (broken string) {
	defer func() {
		if v := recover(); v != nil {
			broken = fmt.Sprint(v)
		}
	}()
	f()
	return ""
}

// cap lowers a failure to a warning where law, fact or addressee is not
// certain, or where the rule's level allows no more.
func (r *Result) cap() {
	c := r.Certain
	if r.Outcome == check.Fail && (r.Rule.Level != rule.Error || !c.Law || !c.Fact || !c.Addressee) {
		r.Outcome = check.Warn
	}
}

// soften lowers a result for a seller that seems to sit outside the Union.
func soften(r *Result) {
	r.Certain.Addressee = false
	r.cap()
	if slices.Contains([]check.Outcome{check.Warn, check.Fail, check.Pass}, r.Outcome) {
		r.Verdict.Notes = append(r.Verdict.Notes, check.Note{Key: "eu-seller-only"})
	}
}

// coming are the days ahead on which a rule begins to bind, or to bind in one
// more country of the case, each judged by the pages as they are.
func (a *Auditor) coming(i int, cs check.Case, s *survey.Survey, evidence []survey.Evidence) []Coming {
	r := a.rules[i]
	if _, _, binds := bound(r, cs.Profile); !binds {
		return nil
	}
	var out []Coming
	for _, t := range a.turns(i, cs, s, evidence) {
		begins := slices.ContainsFunc(t.States, func(c law.Country) bool {
			return !rule.Judged(r.At(t.Day.Add(-1), c, nil).State) && rule.Judged(r.At(t.Day, c, nil).State)
		})
		fresh := !rule.Judged(t.Before.Binding.State)
		if !rule.Judged(t.After.Binding.State) || !begins && !fresh {
			continue
		}
		c := Coming{Rule: r, Day: t.Day, Status: "enacted", WouldBe: t.After.Outcome}
		if t.EUDateOnly() {
			c.Status = "pending"
		}
		if !fresh {
			c.States = t.States
		}
		out = append(out, c)
	}
	return out
}
