package survey

import "slices"

// IdentifierBook joins the company numbers of a shop's pages, each once. The
// zero IdentifierBook is empty and ready.
type IdentifierBook struct {
	at  map[string]int
	all []Identifier
}

// Add takes the numbers of one more page, in reading order.
func (b *IdentifierBook) Add(more []Identifier) {
	if b.at == nil {
		b.at = map[string]int{}
	}
	for _, o := range more {
		i, known := b.at[o.key()]
		switch {
		case known:
			b.all[i] = joinIdentifier(b.all[i], o)
		case len(b.all) < maxIdentifiers:
			b.at[o.key()] = len(b.all)
			b.all = append(b.all, o)
		}
	}
}

// joinIdentifier joins two entries of one number, the earlier first. What a
// reader sees goes before structured data, and the page that says best whose
// number it is is remembered.
func joinIdentifier(old, o Identifier) Identifier {
	best := old
	if old.Form == StructuredData && o.Form == Text {
		best = o
	}
	best.Pages = old.Pages + o.Pages
	best.Settled = old.Settled + o.Settled
	best.Foreign = old.Foreign && o.Foreign
	best.Weight, best.Home = old.Weight, old.Home
	if o.Weight > old.Weight {
		best.Weight, best.Home = o.Weight, o.Home
	}
	return best
}

// List is every number once: those in text first, in the order they were met.
func (b *IdentifierBook) List() []Identifier {
	out := slices.Clone(b.all)
	slices.SortStableFunc(out, func(x, y Identifier) int {
		return boolCmp(x.Form == StructuredData, y.Form == StructuredData)
	})
	return out
}
