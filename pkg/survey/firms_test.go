package survey

import "testing"

// Words for a sole trader begin with letters of any script.
func TestSoleTraderInAnyScript(t *testing.T) {
	for text, want := range map[string]string{
		"Jan Vos, eenmanszaak":              "eenmanszaak",
		"Podnikatel: živnostenský list":     "živnost",
		"Ατομική επιχείρηση Μ. Παππάς":      "Ατομική επιχείρηση",
		"ЕИК 1, едноличен търговец":         "едноличен търговец",
		"Popescu PFA, întreprindere":        "PFA",
		"o întreprindere individuală":       "întreprindere individuală",
		"Inhaberin: Eva Kern":               "Inhaberin",
		"Inhaberschaft ist hier kein Thema": "",
		"nežinivnost":                       "",
	} {
		f, at, ok := readFirm(text)
		if ok != (want != "") || f.Name != want || ok && text[at:at+len(want)] != want {
			t.Errorf("%q: %+v at %d, want %q", text, f, at, want)
		}
	}
}
