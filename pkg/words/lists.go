package words

import "strings"

// List is a list of the shared vocabulary under its name: withdrawal-labels,
// withdrawal-variants and withdrawal-confirm (the wordings of the withdrawal
// function), order-button, kind:<page kind> (the labels of links to it), or
// the name of a list of phrases such as "closed". ok is false when the book
// has no words under that name.
func (b *Book) List(name string) (l List, ok bool) {
	l = List{Name: name, Phrases: map[string][]string{}}
	for _, lang := range b.languages {
		if words := b.files[lang].shared(name); len(words) > 0 {
			l.Phrases[lang] = words
		}
	}
	return l, len(l.Phrases) > 0
}

// shared are the words of one language under a shared name.
func (f *file) shared(name string) []string {
	if kind, ok := strings.CutPrefix(name, "kind:"); ok {
		return f.Kinds[Kind(kind)].Labels
	}
	switch name {
	case "withdrawal-labels":
		return f.Withdrawal.Labels
	case "withdrawal-variants":
		return f.Withdrawal.Variants
	case "withdrawal-confirm":
		return f.Withdrawal.Confirm
	case "order-button":
		return f.OrderButton
	}
	return f.Phrases[name]
}
