package baseline

// Why something is new or gone. The first three are what usually happens; the
// others say that neither can be told apart.
const (
	Page        = "page"          // the shop changed
	Law         = "law"           // a duty began, ended or was confirmed
	Rules       = "rules"         // the rule was not in the book, or weighed otherwise
	PageOrRules = "page-or-rules" // the book or the program changed meanwhile, and perhaps the page
	Profile     = "profile"       // what is known of the seller changed
	Undecided   = "undecided"     // it could not be judged before
	Unread      = "unread"        // it cannot be judged now
	Selection   = "selection"     // the rule was left out before
	NewShop     = "shop"          // the shop was not in the earlier report
)

// Change is a finding of one of two reports.
type Change struct {
	Result  *Result
	Because string // of new and resolved findings
}

// Comparison is what became of a shop's findings.
type Comparison struct {
	New      []Change // asked now, and not covered by the earlier report
	Known    []Change
	Resolved []Change // of the earlier report, asked no longer
	Open     []Change // of the earlier report, and not judged now: neither known nor resolved
}

// Compare compares two reports of a shop. Findings that are ignored now are
// left out; old may be nil for a shop that is new.
func Compare(old, now *Shop) Comparison {
	var c Comparison
	covered := map[*Result]bool{}
	for i := range now.Results {
		r := &now.Results[i]
		if !r.finding() {
			continue
		}
		prior := old.cover(r)
		switch {
		case prior != nil:
			covered[prior] = true
			if r.State != "ignored" {
				c.Known = append(c.Known, Change{Result: r})
			}
		case r.State != "ignored":
			c.New = append(c.New, Change{r, because(old, now, r)})
		}
	}
	if old == nil {
		return c
	}
	for i := range old.Results {
		r := &old.Results[i]
		if r.finding() && r.State != "ignored" && !covered[r] {
			c.settle(old, now, r)
		}
	}
	return c
}

// cover is the result that knows a finding, nil without one.
func (s *Shop) cover(now *Result) *Result {
	if s == nil {
		return nil
	}
	for i := range s.Results {
		if s.Results[i].knows(now) {
			return &s.Results[i]
		}
	}
	return nil
}

// rule is the answer of a rule, nil when it was not asked.
func (s *Shop) rule(id string) *Result {
	for i := range s.Results {
		if s.Results[i].Rule == id {
			return &s.Results[i]
		}
	}
	return nil
}

// because says why a finding is new.
func because(old, now *Shop, r *Result) string {
	if old == nil {
		return NewShop
	}
	prior := old.rule(r.Rule)
	switch {
	case !r.decided() && (prior == nil || prior.decided()):
		return Unread
	case prior == nil && old.Rulebook == now.Rulebook:
		return Selection
	case prior == nil:
		return Rules
	case prior.Outcome == "not-in-force" || lawOf(prior) != lawOf(r):
		return Law
	case prior.Outcome == "not-applicable" || old.Country != now.Country:
		return Profile
	case prior.Level != r.Level:
		return Rules
	case !prior.decided():
		return Undecided
	}
	return old.page(now)
}

func lawOf(r *Result) [3]string { return [3]string{r.LawStatus, r.From, r.Until} }

// page says that the shop changed, where nothing else can have.
func (s *Shop) page(now *Shop) string {
	if s.Rulebook != now.Rulebook || s.Program != now.Program {
		return PageOrRules
	}
	return Page
}

// settle files an old finding that no new one matches. It is resolved only
// when its rule gave another answer: what was not judged is open.
func (c *Comparison) settle(old, now *Shop, r *Result) {
	current := now.rule(r.Rule)
	switch {
	case current != nil && current.finding() && current.decided() && (!r.decided() || r.Fingerprint == current.Fingerprint):
		// The same, worse or decided at last: new, and nothing went away.
	case current == nil || !current.decided():
		c.Open = append(c.Open, Change{Result: r})
	case current.Outcome == "not-in-force":
		c.Resolved = append(c.Resolved, Change{r, Law})
	case current.Outcome == "not-applicable":
		c.Resolved = append(c.Resolved, Change{r, Profile})
	default:
		c.Resolved = append(c.Resolved, Change{r, old.page(now)})
	}
}
