package check

import "testing"

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
