package rule

import (
	"strings"

	"github.com/shoplint/shoplint/pkg/law"
)

// directive reports whether an act is a directive of the Union, which binds
// no shop before a state has made it law (CELEX sector 3, letter L).
func directive(a law.Act) bool {
	return len(a.CELEX) > 5 && a.CELEX[0] == '3' && a.CELEX[5] == 'L'
}

// span is the days an act's duties bind.
func span(a law.Act) law.Interval {
	from := a.Applies
	if from.IsZero() {
		from = a.InForce
	}
	return law.Interval{From: from, Until: a.Ended}
}

// checkAct wants an id, an English citation, a known country and days in order.
func (l *loader) checkAct(file string, line int, a law.Act) {
	if !idForm.MatchString(a.ID) {
		l.faults.add(file, line, "the id %q is not of the form two-words", a.ID)
	}
	for _, lang := range l.citedIn() {
		if strings.TrimSpace(a.Cite[lang]) == "" {
			l.faults.add(file, line, "act %q has no citation in %s", a.ID, lang)
		}
	}
	if a.Country != "" && !state(a.Country) {
		l.faults.add(file, line, "act %q: %q is no member state", a.ID, a.Country)
	}
	if a.Country == "" && a.CELEX == "" {
		l.faults.add(file, line, "act %q is of no country and has no CELEX number", a.ID)
	}
	for _, e := range a.Events {
		if e.Day.IsZero() || strings.TrimSpace(e.What["en"]) == "" {
			l.faults.add(file, line, "act %q: an event needs its day and what happened, in English at least", a.ID)
		}
	}
	if !a.Transpose.IsZero() && !directive(a) {
		l.faults.add(file, line, "act %q is no directive and is not transposed", a.ID)
	}
	if err := span(a).Valid(); err != nil {
		l.faults.add(file, line, "act %q: %v", a.ID, err)
	}
	if !a.InForce.IsZero() && !a.Applies.IsZero() && a.Applies.Before(a.InForce) {
		l.faults.add(file, line, "act %q applies on %s, before it is in force on %s", a.ID, a.Applies, a.InForce)
	}
}

// checkLaw wants at least one place in the law, each inside the days of its
// act, and national law for every directive.
func (c *checker) checkLaw(r *Rule) {
	if len(r.Law) == 0 {
		c.fault(at("law"), "a rule needs a place in the law")
	}
	needsStates := false
	for i, e := range r.Law {
		where := at("law", i)
		c.checkDays(where, e.Interval)
		c.checkCountries(where, e.Countries)
		c.checkCited(where, e.Act, e.Interval, e.Countries)
		c.checkConfidence(where, e.Confidence)
		if e.BindsBy != "" {
			c.among(where, "binds-by", string(e.BindsBy), string(BySeller), string(ByConsumer), string(ByBoth))
		}
		if strings.TrimSpace(e.Article) == "" {
			c.fault(where, "the article is missing")
		}
		needsStates = needsStates || directive(c.acts[e.Act])
	}
	if _, rest := r.Countries["*"]; needsStates && !rest {
		c.fault(at("countries"), `a directive binds through national law: countries needs "*" for the states it does not name`)
	}
	c.checkStates(r)
}

// checkCited wants the act to exist, and the entry inside its days and country.
func (c *checker) checkCited(where []any, id string, days law.Interval, countries []law.Country) {
	act, known := c.acts[id]
	if !known {
		c.fault(where, "there is no act %q in acts.yaml", id)
		return
	}
	if !days.Within(span(act)) {
		c.fault(where, "the days %s to %s are outside those of %s, %s to %s", days.From, days.Until, id, span(act).From, span(act).Until)
	}
	for _, country := range countries {
		if act.Country != "" && country != act.Country {
			c.fault(where, "%s is law of %s and binds nobody in %s", id, act.Country, country)
		}
	}
}

func (c *checker) checkConfidence(where []any, confidence law.Confidence) {
	if confidence != "" {
		c.among(where, "confidence", string(confidence), confidences...)
	}
}

// checkStates wants known countries and statuses, and the act named to be law
// of that country.
func (c *checker) checkStates(r *Rule) {
	for code, cl := range r.Countries {
		where := at("countries", code)
		if code != "*" {
			c.checkCountries(where, []law.Country{law.Country(code)})
		}
		c.among(where, "status", string(cl.Status), string(law.InForce), string(law.Enacted), string(law.Pending), string(law.Unknown))
		c.checkDays(where, cl.Interval)
		c.checkConfidence(where, cl.Confidence)
		if cl.Status == law.Enacted && cl.From.IsZero() {
			c.fault(where, "enacted law needs its day: from")
		}
		if cl.Act == "" {
			continue
		}
		if code == "*" {
			c.fault(where, `"*" stands for many states and can name no act`)
			continue
		}
		c.checkCited(where, cl.Act, cl.Interval, []law.Country{law.Country(code)})
	}
}
