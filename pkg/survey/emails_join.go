package survey

// EmailBook joins the addresses of a shop's pages.
type EmailBook struct{ all []Email }

// Add takes the addresses of one more page.
func (b *EmailBook) Add(more []Email) {
next:
	for _, e := range more {
		for i := range b.all {
			if b.all[i].Address == e.Address {
				b.all[i].Pages++
				continue next
			}
		}
		b.all = append(b.all, e)
	}
}

// List is every address once.
func (b *EmailBook) List() []Email { return b.all }
