package profile

import (
	"testing"

	"github.com/shoplint/shoplint/pkg/ident"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// number is a valid number that stands on so many pages, the weightiest of them
// at url.
func number(scheme ident.Scheme, weight, pages int, url string) survey.Identifier {
	valid := true
	return survey.Identifier{
		Scheme: scheme, Value: string(scheme), Valid: &valid, Form: survey.Text, Weight: weight, Settled: pages,
		Pages: pages, URL: url, Home: url,
	}
}

func unchecked(i survey.Identifier) survey.Identifier { i.Valid = nil; return i }

func wrong(i survey.Identifier) survey.Identifier { no := false; i.Valid = &no; return i }

func sample(i survey.Identifier) survey.Identifier { i.Placeholder = true; return i }

func data(i survey.Identifier) survey.Identifier {
	i.Form, i.Weight, i.Settled, i.Home = survey.StructuredData, 0, 0, ""
	return i
}

func TestSeller(t *testing.T) {
	const legal, template, quoted = survey.Declared, survey.Stated, survey.Mentioned
	be := number("be-kbo", legal, 2, "/contact")
	phone := survey.Phone{Number: "+3232345678", Visible: true, Legal: true, Country: "BE", Pages: 1, URL: "/contact"}
	inBE := survey.CountrySign{Country: "Belgium", Sign: "address", URL: "/"}
	tests := []struct {
		name    string
		host    string
		lang    string
		numbers []survey.Identifier
		phones  []survey.Phone
		signs   []survey.CountrySign
		want    string
	}{
		{name: "nothing", want: "EU "},
		{name: "host", host: "kaas.be", want: "BE host"},
		{name: "host of words", host: "kaas.io", want: "EU "},
		{name: "address of a machine", host: "192.168.1.10", want: "EU "},
		{name: "number before host", host: "kaas.nl", numbers: []survey.Identifier{be}, want: "BE identifier /contact"},
		{name: "VAT number", numbers: []survey.Identifier{number("nl-btw", legal, 1, "/c")}, want: "NL vat /c"},
		{name: "wrong number", host: "kaas.nl", numbers: []survey.Identifier{wrong(be)}, want: "NL host"},
		{name: "sample", host: "kaas.nl", numbers: []survey.Identifier{sample(be)}, want: "NL host"},
		{name: "legal page before template", numbers: []survey.Identifier{number("nl-btw", template, 9, "/"), be}, want: "BE identifier /contact"},
		{name: "more pages", numbers: []survey.Identifier{number("lu-tva", legal, 1, "/c"), be}, want: "BE identifier /contact"},
		{
			name: "several numbers of a partner are one",
			numbers: []survey.Identifier{
				number("fr-siren", legal, 1, "/c"), number("fr-siret", legal, 1, "/c"), number("fr-tva", legal, 1, "/c"), be,
			},
			want: "BE identifier /contact",
		},
		{name: "draw", numbers: []survey.Identifier{number("nl-btw", legal, 2, "/c"), be}, want: "EU "},
		{name: "draw, host decides", host: "kaas.be", numbers: []survey.Identifier{number("nl-btw", legal, 2, "/c"), be}, want: "BE identifier /contact"},
		{name: "draw, host of a third", host: "kaas.de", numbers: []survey.Identifier{number("nl-btw", legal, 2, "/c"), be}, want: "EU "},
		{name: "quoted only", numbers: []survey.Identifier{number("de-ust", quoted, 1, "/t")}, want: "DE vat /t"},
		{name: "quoted, host says no", host: "kaas.be", numbers: []survey.Identifier{number("de-ust", quoted, 1, "/t")}, want: "BE host"},
		{name: "quoted, phone says no", numbers: []survey.Identifier{number("de-ust", quoted, 1, "/t")}, phones: []survey.Phone{phone}, want: "BE phone /contact"},
		{name: "quoted, address says no", numbers: []survey.Identifier{number("de-ust", quoted, 1, "/t")}, signs: []survey.CountrySign{inBE}, want: "BE address /"},
		{name: "quoted, language says no", lang: "nl", numbers: []survey.Identifier{number("de-ust", quoted, 1, "/t")}, want: "EU "},
		{name: "host's number says nothing", host: "kaas.be", numbers: []survey.Identifier{number("fr-siren", 0, 0, "")}, want: "BE host"},
		{name: "register number", numbers: []survey.Identifier{unchecked(number("de-register", legal, 1, "/i"))}, want: "DE identifier /i"},
		{name: "register number, host says no", host: "kaas.be", numbers: []survey.Identifier{unchecked(number("de-register", legal, 1, "/i"))}, want: "BE host"},
		{name: "structured number", host: "kaas.nl", numbers: []survey.Identifier{data(be)}, want: "BE identifier /contact"},
		{name: "structured address", host: "kaas.nl", signs: []survey.CountrySign{inBE}, want: "BE address /"},
		{name: "two addresses", signs: []survey.CountrySign{inBE, {Country: "NL", Sign: "address"}}, want: "EU "},
		{name: "post code", signs: []survey.CountrySign{{Country: "DE", Sign: "postal", URL: "/i"}}, want: "DE address /i"},
		{name: "phone", phones: []survey.Phone{phone}, want: "BE phone /contact"},
		{name: "host and phone disagree", host: "kaas.nl", phones: []survey.Phone{phone}, want: "EU "},
		{name: "host and phone agree", host: "kaas.be", phones: []survey.Phone{phone}, want: "BE host"},
		{name: "phone from afar", phones: []survey.Phone{{Number: "+44", Visible: true, Legal: true, Country: "GB", Pages: 1}}, want: "EU "},
		{name: "hidden phone", phones: []survey.Phone{{Number: "+32", Legal: true, Country: "BE", Pages: 1}}, want: "EU "},
		{name: "outside the Union", host: "kaas.ch", want: "CH host"},
		{name: "sales scheme of the Union", numbers: []survey.Identifier{unchecked(number("eu-oss", legal, 1, "/i"))}, want: "EU "},
	}
	for _, tt := range tests {
		s := survey.New("https://"+tt.host+"/", survey.Live)
		s.Host = tt.host
		s.Add(&survey.Record{
			Page:  survey.Page{URL: "/", Status: 200, Kind: words.Home, Language: tt.lang},
			Facts: survey.PageFacts{Identifiers: tt.numbers, Phones: tt.phones, Countries: tt.signs},
		})
		got := Seller(s)
		if line := string(got.Country) + " " + got.Sign; line != tt.want || got.Found != (got.Country != "EU") {
			t.Errorf("%s: %s (found %v), want %s", tt.name, line, got.Found, tt.want)
		}
	}
}
