package ident

// The schemes of Italy.
const (
	ITPiva Scheme = "it-piva"
	ITRea  Scheme = "it-rea"
)

var italian = []form{
	{scheme: ITPiva, prefix: "IT", shape: "99999999999", check: piva, print: with("")},
	{scheme: ITPiva, shape: "99999999999", check: piva},
	{scheme: ITRea, shape: "AA#", min: 6, max: 9, print: func(n string) string { return n[:2] + "-" + n[2:] }},
}

var italianLabels = map[string]label{
	"p iva | piva | partita iva | part iva | codice fiscale e partita iva | partita iva e codice fiscale | registro imprese | registro delle imprese": {schemes: []Scheme{ITPiva}, strong: true, vat: true},
	"codice fiscale | cod fiscale | cf": {schemes: []Scheme{ITPiva}},
	"rea":                               {schemes: []Scheme{ITRea}, strong: true},
}

// piva checks an Italian VAT number by Luhn, and that its digits 8 to 10 name
// an office that gives numbers.
func piva(n string) bool {
	office := number(n[7:10])
	known := office >= 1 && office <= 100 || office == 120 || office == 121 || office == 888 || office == 999
	return known && luhn(n)
}
