package report

import (
	"strings"
	"testing"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/survey"
)

// sellerLine is that of the sample shop whose country was read off a number.
func sellerLine(lang, sign string, i Identifier) string {
	r := bakery(lang)
	r.Shops[0].CountrySign, r.Shops[0].Facts.Identifiers = sign, []Identifier{i}
	tongue, err := speak(lang)
	if err != nil {
		return err.Error()
	}
	p := &printer{tongue: tongue}
	return p.seller(&r.Shops[0])
}

func TestSellerLine(t *testing.T) {
	yes, no := true, false
	const page = "identifier https://bakkerij-deeg.example/contact"
	kbo := Identifier{Scheme: "be-kbo", Value: "0999.999.922", Valid: &yes}
	wrong, other, open := kbo, Identifier{Scheme: "nl-kvk", Value: "42121512"}, kbo
	wrong.Valid, open.Placeholder = &no, true
	tests := []struct {
		lang, sign string
		number     Identifier
		want       string
	}{
		{"en", page, kbo, "Belgium (enterprise number 0999.999.922, valid, on /contact)"},
		{"nl", page, kbo, "België (ondernemingsnummer 0999.999.922, geldig, op /contact)"},
		{"fr", page, kbo, "Belgique (numéro d'entreprise 0999.999.922, valide, sur /contact)"},
		{"de", page, kbo, "Belgien (Unternehmensnummer 0999.999.922, gültig, auf /contact)"},
		{"en", page, wrong, "Belgium (read off: company number · /contact)"},
		{"en", page, other, "Belgium (read off: company number · /contact)"},
		{"en", page, open, "Belgium (read off: company number · /contact)"},
		{"en", "vat https://bakkerij-deeg.example/contact", kbo, "Belgium (read off: VAT number · /contact)"},
		{"en", "host", kbo, "Belgium (read off: domain name)"},
	}
	for _, tt := range tests {
		if got := sellerLine(tt.lang, tt.sign, tt.number); got != tt.want {
			t.Errorf("%s %s %+v\n got %s\nwant %s", tt.lang, tt.sign, tt.number, got, tt.want)
		}
	}
}

func TestNumbersOfAShop(t *testing.T) {
	s := survey.New("https://kaas.be/", survey.Live)
	if i, ph := identifiers(s), phones(s, law.EU); i == nil || ph == nil || len(i)+len(ph) != 0 {
		t.Errorf("an empty shop: %v %v", i, ph)
	}
	yes := true
	s.Add(&survey.Record{Facts: survey.PageFacts{
		Identifiers: []survey.Identifier{{Scheme: "be-kbo", Value: "0999.999.922", Valid: &yes, Form: survey.Text, URL: "/", Pages: 1}},
		Phones:      []survey.Phone{{Number: "+3232345678", Printed: "03 234", Form: survey.TelLink, URL: "/", Pages: 1}},
	}})
	i, ph := identifiers(s), phones(s, "BE")
	if len(i) != 1 || !i[0].Visible || !*i[0].Valid || i[0].Form != "text" || i[0].Pages != 1 {
		t.Errorf("%+v", i)
	}
	if len(ph) != 1 || ph[0].Number != "+3232345678" || ph[0].Form != "tel-link" || !strings.Contains(ph[0].Printed, "03") {
		t.Errorf("%+v", ph)
	}
}
