package report

import (
	"strings"

	"github.com/shoplint/shoplint/pkg/ident"
	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/survey"
)

// Identifier is a company number. Valid is nil where the scheme has no check
// digit.
type Identifier struct {
	Scheme      string `json:"scheme"`
	Value       string `json:"value"`
	Valid       *bool  `json:"valid"`
	Placeholder bool   `json:"placeholder"`
	Form        string `json:"form"` // text | structured-data
	Visible     bool   `json:"visible"`
	URL         string `json:"url"` // first page it stands on
	Pages       int    `json:"pages"`
}

// Phone is a telephone number: E.164 where the country is known, else as
// printed.
type Phone struct {
	Number  string `json:"number"`
	Printed string `json:"printed"`
	Form    string `json:"form"` // tel-link | text
	Visible bool   `json:"visible"`
	URL     string `json:"url"` // first page it stands on
	Pages   int    `json:"pages"`
}

// identifiers are the company numbers of a shop as the facts list them.
func identifiers(s *survey.Survey) []Identifier {
	out := []Identifier{}
	for _, i := range s.Identifiers.List() {
		out = append(out, Identifier{
			Scheme: string(i.Scheme), Value: i.Value, Valid: i.Valid, Placeholder: i.Placeholder,
			Form: string(i.Form), Visible: i.Form == survey.Text, URL: i.URL, Pages: i.Pages,
		})
	}
	return out
}

// phones are the telephone numbers of a shop as the facts list them.
func phones(s *survey.Survey, seller law.Country) []Phone {
	out := []Phone{}
	for _, ph := range s.Phones.List(seller) {
		out = append(out, Phone{
			Number: ph.Number, Printed: ph.Printed, Form: string(ph.Form), Visible: ph.Visible, URL: ph.URL, Pages: ph.Pages,
		})
	}
	return out
}

// sellerNumber is the number that the country was read off: the first valid
// one of that country, those in text first.
func sellerNumber(s *Shop, vat bool) (Identifier, bool) {
	for _, i := range s.Facts.Identifiers {
		scheme := ident.Scheme(i.Scheme)
		if i.Valid != nil && *i.Valid && !i.Placeholder && scheme.Country() == s.Country && scheme.VAT() == vat {
			return i, true
		}
	}
	return Identifier{}, false
}

// numbered words a country that was read off a number: what it is, the number,
// and the page that says best whose it is.
func (p *printer) numbered(s *Shop) (string, bool) {
	key, where, _ := strings.Cut(s.CountrySign, " ")
	if key != "identifier" && key != "vat" || where == "" {
		return "", false
	}
	i, ok := sellerNumber(s, key == "vat")
	if !ok {
		return "", false
	}
	name := p.sayOr("scheme."+i.Scheme, p.say("sign."+key))
	return p.say("country-number", "Name", name, "Number", i.Value, "Place", place(s, where)), true
}
