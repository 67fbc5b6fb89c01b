package ident

import "strings"

// The schemes of Spain and Portugal.
const (
	ESNif Scheme = "es-nif" // of a person
	ESNie Scheme = "es-nie" // of a foreigner
	ESCif Scheme = "es-cif" // of a company
	PTNif Scheme = "pt-nif"
)

var iberia = []form{
	{scheme: ESCif, prefix: "ES", shape: "A9999999X", check: cif, print: with("")},
	{scheme: ESNie, prefix: "ES", shape: "A9999999A", check: nie, print: with("")},
	{scheme: ESNif, prefix: "ES", shape: "99999999A", check: nif, print: with("")},
	{scheme: ESCif, shape: "A9999999X", check: cif},
	{scheme: ESNie, shape: "A9999999A", check: nie},
	{scheme: ESNif, shape: "99999999A", check: nif},
	{scheme: PTNif, prefix: "PT", shape: "999999999", check: ptNif, print: with("")},
	{scheme: PTNif, shape: "999999999", check: ptNif},
}

var iberiaLabels = map[string]label{
	"cif":                                   {schemes: []Scheme{ESCif, ROCui}},
	"nif":                                   {schemes: []Scheme{ESCif, ESNie, ESNif, PTNif}},
	"nie | dni":                             {schemes: []Scheme{ESNie, ESNif}},
	"identificacion fiscal":                 {schemes: []Scheme{ESCif, ESNie, ESNif}},
	"nipc | contribuinte | pessoa coletiva": {schemes: []Scheme{PTNif}, strong: true},
	"iva":                                   {schemes: []Scheme{ITPiva}, vat: true},
}

const nifLetters = "TRWAGMYFPDXBNJZSQVHLCKE"

// nif checks a Spanish personal number: its letter is the number modulo 23.
func nif(n string) bool { return nifLetters[number(n[:8])%23] == n[8] }

// nie checks the number of a foreigner, whose first letter stands for 0, 1 or
// 2.
func nie(n string) bool {
	i := strings.IndexByte("XYZ", n[0])
	return i >= 0 && nif(string(rune('0'+i))+n[1:])
}

// cif checks the number of a Spanish company. Its last sign is a digit or the
// letter that stands for it, by the kind of company.
func cif(n string) bool {
	if strings.IndexByte("ABCDEFGHJNPQRSUVW", n[0]) < 0 {
		return false
	}
	sum := 0
	for i := range 7 {
		d := digit(n[1+i])
		if i%2 == 0 {
			d = crossSum(2 * d)
		}
		sum += d
	}
	k := (10 - sum%10) % 10
	return n[8] == byte('0'+k) || n[8] == "JABCDEFGHI"[k]
}

// ptNif checks a Portuguese number modulo 11.
func ptNif(n string) bool {
	c := 11 - weighted(n, 9, 8, 7, 6, 5, 4, 3, 2)%11
	if c >= 10 {
		c = 0
	}
	return n[0] != '0' && c == last(n)
}
