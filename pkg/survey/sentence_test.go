package survey

import (
	"strings"
	"testing"
)

func TestReach(t *testing.T) {
	for _, c := range []struct{ text, hit, in, out string }{
		{"Wir liefern schnell. Die OS-Plattform ist da: https://ec.europa.eu/odr. Sie wurde abgeschaltet. Das Konto ist eingestellt.", "OS-Plattform", "abgeschaltet", "eingestellt"},
		{"Nach Art. 14 Abs. 1 der ODR-VO gab es bis 20. Juli 2025 eine Plattform. Punkt. Das Angebot ist beendet.", "Plattform", "Art. 14", "beendet"},
		{"Het recht is vervallen. Het ODR-platform staat open. Klachten zijn welkom. De bon vervalt.", "ODR-platform", "welkom", "vervallen"},
		{"Is it there? The ODR platform closed in 2025. Good. Bye.", "ODR platform", "closed", "Is it"},
	} {
		at := strings.Index(c.text, c.hit)
		from, to := reach(c.text, at, at+len(c.hit))
		got := c.text[from:to]
		if !strings.Contains(got, c.in) || strings.Contains(got, c.out) {
			t.Errorf("around %q: %q, want it with %q and without %q", c.hit, got, c.in, c.out)
		}
	}
}
