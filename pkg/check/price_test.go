package check

import (
	"slices"
	"testing"
)

func TestAmount(t *testing.T) {
	for text, want := range map[string]float64{
		"€ 9,50": 9.5, "1.299,00 €": 1299, "12 500 Kč": 12500, "€1,250.00": 1250, "8,00 zł": 8, "EUR 15": 15,
		"geen prijs": 0, "10 stuks": 0, "€": 0,
	} {
		got, ok := amount(text)
		if got != want || ok != (want > 0) {
			t.Errorf("%q: %v %v, want %v", text, got, ok, want)
		}
	}
}

func TestPercentage(t *testing.T) {
	for text, want := range map[string]float64{"-20 %": 20, "−15%": 15, "20 % katoen": 0, "nu - 5% extra": 5} {
		if got, _ := percentage(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func FuzzAmount(f *testing.F) {
	f.Add("1.299,00 €")
	f.Fuzz(func(t *testing.T, s string) {
		if v, ok := amount(s); ok && v <= 0 {
			t.Errorf("%q: %v", s, v)
		}
		percentage(s)
	})
}

// The short way to an amount finds what the expression finds.
func FuzzMoneyAt(f *testing.F) {
	for _, s := range []string{"Soap EUR 5", "xéEUR 5,00", "12 lav", "nu 12,50 € i st. f. 20 €", "лв 5", "Kč\n9", "a € b 7 kr.", "€ 5 zł", "7 Ftx 8 Ft"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := moneyAt(s), money.FindStringIndex(s); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	})
}
