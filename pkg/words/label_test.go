package words

import "testing"

func TestLabel(t *testing.T) {
	b := book(t)
	for _, c := range []struct {
		label string
		kind  Kind
		score float64
	}{
		{"Impressum", Imprint, 1},
		{"AGB", Terms, 1},
		{"  Algemene   voorwaarden ", Terms, 1},
		{"ALGEMENE VOORWAARDEN", Terms, 1},
		{"Mentions légales", Imprint, 1},
		{"Mentions le\u0301gales", Imprint, 1},
		{"Formulaire de rétractation", Withdrawal, 1},
		{"Cookie-Einstellungen", Cookies, 1},
		{"Versand und Zahlung", Delivery, 1},
		{"Widerrufsrecht", Withdrawal, 1},
		{"Wider\u00adrufs\u00adbelehrung", Withdrawal, 1},
		{"Vertrag widerrufen", WithdrawalFunction, 1},
		{"Hier de overeenkomst herroepen", WithdrawalFunction, 1},
		{"Widerruf bestätigen", WithdrawalFunction, 1},
		{"Widerruf", Withdrawal, 1},
		{"AGB und Widerrufsbelehrung", Terms, 0.8},
		{"Retouren & Widerruf", Withdrawal, 0.8},
		{"Impressum & Datenschutz", Imprint, 0.8},
		{"Onze algemene voorwaarden (PDF)", Terms, 0.8},
		{"Téléchargez nos conditions générales de vente", Terms, 0.8},
		{"Contact & Service", Contact, 0.8},
		{"Contact | Bakkerij De Korenbloem", Contact, 0.8},
		{"Kontakt - Laden Nord", Contact, 0.8},
		{"Contact lens solution", Contact, 0.4},
		{"Contactlenzen", "", 0},
		{"Chocolate cookies", Cookies, 0.4},
		{"I have read the terms and conditions of this shop and agree to them", "", 0},
		{"Blue shirt", "", 0},
		{"", "", 0},
		{" – ", "", 0},
	} {
		g := b.Label(c.label)
		if g.Kind != c.kind || g.Score != c.score {
			t.Errorf("Label(%q) = %+v, want %s %.1f", c.label, g, c.kind, c.score)
		}
	}
}

func TestLabelLanguage(t *testing.T) {
	b := book(t)
	for label, want := range map[string]string{
		"Contact": "", "Kontaktieren Sie uns": "de", "Nous contacter": "fr", "Algemene voorwaarden": "nl", "Legal notice": "en",
	} {
		if got := b.Label(label).Language; got != want {
			t.Errorf("language of %q = %q, want %q", label, got, want)
		}
	}
}
