package rule

import (
	"slices"

	"github.com/shoplint/shoplint/pkg/law"
)

// States a binding may be in, beside those of law.Status.
const (
	NotYet   = "not-yet"   // the duty begins on a later day
	Ended    = "ended"     // the duty bound once and no longer does
	NotBound = "not-bound" // no law of the rule binds this seller and these customers
)

// Binding is what the law of a rule says on a day, for a seller and customers.
type Binding struct {
	State      string         // in-force | enacted | pending | unknown | not-yet | ended | not-bound
	Entries    []Entry        // the places in the law that bind that day, in book order
	From       law.Day        // first day of the unbroken stretch around the day, or of the next or last one
	Until      law.Day        // first day that stretch no longer covers; zero: open
	Confidence law.Confidence // the best of the entries
	Certain    bool           // the law alone may make a finding a failure
}

// piece is one place in the law as it stands in one country.
type piece struct {
	law.Interval
	status law.Status
	entry  Entry
}

// At says which law of the rule binds a seller with customers in these
// countries on a day. EU as a country means some member state. A seller
// without named customers sells at home, and one outside the Union to nobody
// in it.
func (r *Rule) At(day law.Day, seller law.Country, customers []law.Country) Binding {
	if len(customers) == 0 {
		customers = []law.Country{seller}
	}
	pieces := r.pieces(seller, customers)
	if len(pieces) == 0 {
		return Binding{State: NotBound}
	}
	b := Binding{State: stateOn(pieces, day)}
	b.From, b.Until = stretch(pieces, day)
	for _, p := range pieces {
		if p.Contains(day) && string(p.status) == b.State {
			b.add(p.entry)
		}
	}
	b.Certain = b.State == string(law.InForce) && (b.Confidence != law.Unverified || r.Basis == Risk)
	return b
}

// add notes an entry once; its confidence counts when it is the best so far.
func (b *Binding) add(e Entry) {
	if b.Confidence == "" || rank(e.Confidence) < rank(b.Confidence) {
		b.Confidence = e.Confidence
	}
	same := func(o Entry) bool { return o.Act == e.Act && o.Article == e.Article && o.Interval == e.Interval }
	if !slices.ContainsFunc(b.Entries, same) {
		b.Entries = append(b.Entries, e)
	}
}

func rank(c law.Confidence) int { return slices.Index(confidences, string(c)) }

// pieces are the places in the law that concern any of the countries, in book
// order, each cut to the days it binds there.
func (r *Rule) pieces(seller law.Country, customers []law.Country) []piece {
	var out []piece
	for _, e := range r.Law {
		if e.Confidence == "" {
			e.Confidence = r.Confidence
		}
		for _, c := range bound(e.BindsBy, r.BindsBy, seller, customers) {
			out = append(out, r.inCountry(e, c)...)
		}
	}
	return out
}

// bound are the countries whose law counts for an entry, each once.
func bound(own, general Binds, seller law.Country, customers []law.Country) []law.Country {
	if own == "" {
		own = general
	}
	var out []law.Country
	if own != ByConsumer {
		out = append(out, seller)
	}
	if own != BySeller {
		out = append(out, customers...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// inCountry is how an entry stands in one country: a regulation or a national
// act binds at once, a directive as far as that country has made it law.
func (r *Rule) inCountry(e Entry, c law.Country) []piece {
	if !c.Member() || len(e.Countries) > 0 && !slices.Contains(e.Countries, c) {
		return nil
	}
	act := r.acts[e.Act]
	if act.Country != "" && act.Country != c {
		return nil
	}
	if !directive(act) {
		return []piece{{e.Interval, law.InForce, e}}
	}
	cl, ok := r.Countries[string(c)]
	if !ok {
		cl = r.Countries["*"]
	}
	return national(e, cl)
}

// national is a directive's entry through the law of a state. Before the day
// of a law that is adopted already, the duty is "enacted".
func national(e Entry, cl CountryLaw) []piece {
	days, ok := overlap(e.Interval, cl.Interval)
	if !ok {
		return nil
	}
	if cl.Confidence != "" {
		e.Confidence = cl.Confidence
	}
	status := cl.Status
	if status == law.Enacted {
		status = law.InForce // from its own day on
	}
	out := []piece{{days, status, e}}
	if cl.Act != "" {
		own := e
		own.Act, own.Article, own.Interval, own.Source = cl.Act, cl.Article, days, cl.Source
		out = append([]piece{{days, status, own}}, out...)
	}
	if cl.Status == law.Enacted && (e.From.IsZero() || e.From.Before(cl.From)) {
		out = append(out, piece{law.Interval{From: e.From, Until: cl.From}, law.Enacted, e})
	}
	return out
}

// overlap is the days two intervals share.
func overlap(a, b law.Interval) (law.Interval, bool) {
	if a.From.IsZero() || !b.From.IsZero() && a.From.Before(b.From) {
		a.From = b.From
	}
	if a.Until.IsZero() || !b.Until.IsZero() && b.Until.Before(a.Until) {
		a.Until = b.Until
	}
	return a, a.Valid() == nil
}
