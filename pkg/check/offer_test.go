package check

import "testing"

// TestGiven reads what a block names: addresses, and what only looks like one.
func TestGiven(t *testing.T) {
	for _, x := range []struct {
		what, text string
		want       bool
	}{
		{"postal", "Fabrikant, Houtwerk Maes, Zaagstraat 12, 8500 Kortrijk", true},
		{"postal", "Hersteller, Holzwerk, Sägeweg 12, 79100 Freiburg", true},
		{"postal", "Manufacturer: Oak and Ash", false},
		{"postal", "Hersteller, Artikelnummer 79100", false},
		{"email", "hello@oak-and-ash.example", true},
		{"email", "hello (at) oak-and-ash.example", true},
		{"email", "12 Stück @ 3", false},
		{"electronic", "www.bois-martin.fr", true},
		{"electronic", "bois-martin.fr", true},
		{"electronic", "Holz aus eig.Anbau", false},
		{"phone", "+32 9 000 00 00", true},
		{"phone", "24,50", false},
	} {
		if got := given[x.what](x.text); got != x.want {
			t.Errorf("%s in %q: %v", x.what, x.text, got)
		}
	}
}

func FuzzGiven(f *testing.F) {
	f.Add("Fabrikant: Houtwerk Maes, Zaagstraat 12, 8500 Kortrijk, info@houtwerk-maes.example")
	f.Fuzz(func(t *testing.T, s string) {
		for _, in := range given {
			in(s)
		}
		if given["email"](s) && !given["electronic"](s) {
			t.Errorf("%q: an e-mail address is an electronic one", s)
		}
	})
}
