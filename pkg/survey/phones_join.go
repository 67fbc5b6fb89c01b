package survey

import (
	"slices"

	"github.com/shoplint/shoplint/pkg/law"
)

// PhoneBook joins the telephone numbers of a shop's pages, each once. The zero
// PhoneBook is empty and ready.
type PhoneBook struct {
	at  map[string]int
	all []Phone
}

// Add takes the numbers of one more page, in reading order.
func (b *PhoneBook) Add(more []Phone) {
	if b.at == nil {
		b.at = map[string]int{}
	}
	for _, ph := range more {
		i, known := b.at[ph.key()]
		switch {
		case known:
			b.all[i] = joinPhone(b.all[i], ph)
		case len(b.all) < maxPhones:
			b.at[ph.key()] = len(b.all)
			b.all = append(b.all, ph)
		}
	}
}

// joinPhone joins two entries of one number, the earlier first. A link that a
// reader can dial goes before text, and both before what is hidden.
func joinPhone(old, ph Phone) Phone {
	best := old
	if ph.Visible && (!old.Visible || ph.Form == TelLink && old.Form != TelLink) {
		best = ph
		best.URL = old.URL
		if !old.Visible {
			best.URL = ph.URL
		}
	}
	best.Pages = old.Pages + ph.Pages
	best.Legal = old.Legal || ph.Legal
	return best
}

// List is every number once, in the order they were met. National numbers get
// their E.164 form by the seller's country; law.EU and other countries leave
// them as they are printed.
func (b *PhoneBook) List(seller law.Country) []Phone {
	var out []Phone
	at := map[string]int{}
	for _, ph := range b.all {
		if n, ok := national(ph.digits, seller); ok {
			ph.Number, ph.Country, ph.digits = n, seller, ""
		}
		if i, ok := at[ph.key()]; ok {
			pages := max(out[i].Pages, ph.Pages)
			out[i] = joinPhone(out[i], ph)
			out[i].Pages = pages
			continue
		}
		at[ph.key()] = len(out)
		out = append(out, ph)
	}
	return slices.Clip(out)
}
