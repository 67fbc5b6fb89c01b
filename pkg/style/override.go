package style

// place is what two rules must share for the later one to stand in for the
// earlier wherever both set a property: they apply to the same elements, in the
// same views, with the same weight.
type place struct {
	selector string
	holds    verdict
	layer    int
}

// overrides are the rules of a sheet that is being read, the last of each
// place. Themes say the same thing again and again; what is said last counts,
// and the rest would only be carried along for every element it is about.
type overrides map[place]*rule

// stands notes r as the last of its place. It gives back the rule that r makes
// empty, whose room r may take; nil when there is none. A rule under an
// undecided condition makes none empty: of two such conditions either may hold.
func (o overrides) stands(r *rule) (empty *rule) {
	if o == nil || r.holds.open != 0 {
		return nil
	}
	at := place{r.sel.text, r.holds, r.layer}
	old := o[at]
	o[at] = r
	if old == nil {
		return nil
	}
	if gone := r.sets.above(old.sets); gone != (covers{}) {
		left := make([]Declaration, 0, len(old.decls)) // the list is shared with the selectors beside it
		for _, d := range old.decls {
			if !gone.has(d) {
				left = append(left, d)
			}
		}
		old.decls, old.sets = left, coversOf(left)
	}
	if len(old.decls)+len(old.vars) > 0 {
		return nil
	}
	o[at] = old
	return old
}

// covers are the properties that a list of declarations sets, one bit each.
type covers struct{ normal, important uint64 }

func coversOf(decls []Declaration) (s covers) {
	for _, d := range decls {
		if d.Important {
			s.important |= 1 << d.Property
		} else {
			s.normal |= 1 << d.Property
		}
	}
	return s
}

// above is what of an earlier list this one stands in for. What is important
// leaves what is not in place: revert-layer may go back to it.
func (s covers) above(earlier covers) covers {
	return covers{earlier.normal & s.normal, earlier.important & s.important}
}

func (s covers) has(d Declaration) bool {
	if d.Important {
		return s.important>>d.Property&1 == 1
	}
	return s.normal>>d.Property&1 == 1
}
