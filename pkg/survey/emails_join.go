package survey

import (
	"cmp"
	"slices"
	"strings"
)

// EmailBook joins the addresses of a shop's pages: each once, with its best
// occurrence, the number of its pages and the kinds of those where a reader
// sees it. The zero EmailBook is empty and ready.
type EmailBook struct {
	at  map[string]int
	all []Email
}

// maxBook bounds what a hostile shop can make a report hold.
const maxBook = 2000

// Add takes the addresses of one more page. Words beside an address that say
// nobody reads its mail hold for the whole shop.
func (b *EmailBook) Add(more []Email) {
	if b.at == nil {
		b.at = map[string]int{}
	}
	for _, e := range more {
		key := strings.ToLower(e.Address)
		i, known := b.at[key]
		if !known {
			if len(b.all) < maxBook {
				b.at[key] = len(b.all)
				b.all = append(b.all, e)
			}
			continue
		}
		b.all[i] = merge(b.all[i], e)
	}
}

// merge joins two entries of one address, the earlier first.
func merge(old, e Email) Email {
	best, other := old, e
	if better(&e, &old) {
		best, other = e, old
	}
	if settled(other.Class) && !settled(best.Class) {
		best.Accepted, best.Class, best.Why = false, other.Class, other.Why
	}
	best.Pages = old.Pages + e.Pages
	best.Kinds = slices.Clone(old.Kinds)
	for _, k := range e.Kinds {
		if !slices.Contains(best.Kinds, k) {
			best.Kinds = append(best.Kinds, k)
		}
	}
	return best
}

// settled reports the classes that one page's words decide for all.
func settled(class string) bool { return class == "unread" || class == "agency" }

// List is every address once: accepted first, then visible, then in the order
// they were first seen.
func (b *EmailBook) List() []Email {
	out := slices.Clone(b.all)
	slices.SortStableFunc(out, func(x, y Email) int {
		return cmp.Or(-boolCmp(x.Accepted, y.Accepted), -boolCmp(x.Visible, y.Visible))
	})
	return out
}

// boolCmp orders false before true.
func boolCmp(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}
