package audit

import (
	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/profile"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
)

// binding is what the law of a rule says for a case. Where nobody knows the
// seller's country, a rule of one of the countries that signs point at is
// judged by that country's law, which maybe names; its addressee is not
// certain then.
func (a *Auditor) binding(i int, cs check.Case) (b rule.Binding, maybe law.Country) {
	r := a.rules[i]
	b = r.At(cs.Day, cs.Seller, cs.Customers)
	if b.State != rule.NotBound || cs.SellerBy != "default" {
		return b, ""
	}
	for _, c := range cs.Maybe {
		if other := r.At(cs.Day, c, []law.Country{c}); other.State != rule.NotBound {
			return other, c
		}
	}
	return b, ""
}

// bound asks whether the rule binds this kind of shop. It is not applicable
// when the user said what rules it out; ok is false then, and why says what.
func bound(r *rule.Rule, p profile.Profile) (answer profile.Answer, why check.Note, ok bool) {
	answer = p.Bound(r.Applies)
	if answer.Bound {
		return answer, check.Note{}, true
	}
	key := "not-bound-" + answer.Fact
	if !answer.Sure {
		key = "assumed-shop"
	}
	return answer, check.Note{Key: key}, false
}

// doubt lowers a result whose shop may or may not be bound, and says what
// would have to be known.
func (r *Result) doubt(answer profile.Answer) {
	r.Certain.Addressee = false
	if r.Outcome != check.Fail && r.Outcome != check.Warn {
		return
	}
	r.Verdict.Notes = append(r.Verdict.Notes, check.Note{Key: "profile-" + answer.Fact})
	if r.Rule.Applies.Unknown == "unclear" && answer.Fact != "trade" {
		r.Outcome, r.Verdict.Cause, r.Verdict.Detail = check.Unclear, survey.Profile, answer.Fact
	}
}

// wanted reports whether a rule is judged for a case, so that its needs must
// be read; a forecast wants those of later days too.
func (a *Auditor) wanted(i int, cs check.Case) bool {
	if _, _, ok := bound(a.rules[i], cs.Profile); !ok {
		return false
	}
	b, _ := a.binding(i, cs)
	return rule.Judged(b.State) || a.opts.Forecast && b.State != rule.NotBound && b.State != rule.Ended
}
