package ident

import "strings"

// The schemes of France.
const (
	FRSiren Scheme = "fr-siren"
	FRSiret Scheme = "fr-siret"
	FRTva   Scheme = "fr-tva"
	FRRcs   Scheme = "fr-rcs"
)

var french = []form{
	{scheme: FRTva, prefix: "FR", shape: "XX999999999", check: frTva, print: with("FR")},
	{scheme: FRSiret, shape: "99999999999999", check: siret, print: grouped(" ", 3, 3, 3)},
	{scheme: FRSiren, shape: "999999999", check: siren, print: grouped(" ", 3, 3)},
	{scheme: FRRcs, shape: "999999999", check: siren, print: grouped(" ", 3, 3)},
}

var frenchLabels = map[string]label{
	"siret | siret n | numero siret":                          {schemes: []Scheme{FRSiret, FRSiren}, strong: true},
	"siren | rne | numero siren | registre national":          {schemes: []Scheme{FRSiren, FRSiret}, strong: true},
	"rcs | registre du commerce | immatriculee | immatricule": {schemes: []Scheme{FRRcs, LURcs, FRSiret}},
	"tva intracommunautaire | tva intra | tva intracom":       {vat: true},
}

// siren checks the nine digits of a French company by Luhn.
func siren(n string) bool { return n != "000000000" && luhn(n) }

// siret checks the fourteen digits of a place of business by Luhn. Those of
// the post office, which has more places than the scheme foresaw, are a
// multiple of five in their digits' sum.
func siret(n string) bool {
	if !siren(n[:9]) {
		return false
	}
	if luhn(n) {
		return true
	}
	sum := 0
	for i := range len(n) {
		sum += digit(n[i])
	}
	return strings.HasPrefix(n, "356000000") && sum%5 == 0
}

// frTva checks a French VAT number: a key of two digits over the company's
// number. Keys with letters follow a rule of their own, so there only the
// company's number is checked.
func frTva(n string) bool {
	if strings.ContainsAny(n[:2], "IO+*") || !siren(n[2:]) {
		return false
	}
	return !allDigits(n[:2]) || (12+3*(number(n[2:])%97))%97 == number(n[:2])
}
