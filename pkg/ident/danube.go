package ident

import "strings"

// The schemes of Hungary and Romania.
const (
	HUAdoszam Scheme = "hu-adoszam"
	HUCeg     Scheme = "hu-ceg"
	ROCui     Scheme = "ro-cui"
	RORegcom  Scheme = "ro-regcom"
)

var danube = []form{
	{scheme: HUAdoszam, prefix: "HU", shape: "99999999", check: adoszam, print: with("")},
	{scheme: HUAdoszam, shape: "99999999999", check: adoszam, print: grouped("-", 8, 1)},
	{scheme: HUAdoszam, shape: "99999999", check: adoszam},
	{scheme: HUCeg, shape: "9999999999", print: grouped("-", 2, 2)},
	{scheme: ROCui, prefix: "RO", shape: "#", min: 6, check: cui, print: with("")},
	{scheme: ROCui, shape: "#", min: shortest, check: cui},
	{scheme: RORegcom, shape: "J99/#/9999", print: printRegcom},
	{scheme: RORegcom, shape: "J9/#/9999", print: func(n string) string { return printRegcom("J0" + n[1:]) }},
	{scheme: RORegcom, shape: "J99/#/99/99/9999", print: func(n string) string { return printRegcom(n[:len(n)-8] + n[len(n)-4:]) }},
	{scheme: RORegcom, shape: "J9999999999999", print: with("")},
}

var danubeLabels = map[string]label{
	"adoszam* | kozossegi adoszam*":                                                                         {schemes: []Scheme{HUAdoszam}, strong: true, vat: true},
	"cegjegyzekszam* | ceg | cg | cegj sz | cegjsz | cegj szam":                                             {schemes: []Scheme{HUCeg}, strong: true},
	"cui | cod fiscal | cod unic | cod unic de inregistrare | cif":                                          {schemes: []Scheme{ROCui, ESCif}, vat: true},
	"reg com | nr reg com | registrul comertului | registrului comertului | orc | onrc | regcom | nr inreg": {schemes: []Scheme{RORegcom}, strong: true},
}

// adoszam checks the first eight digits of a Hungarian tax number.
func adoszam(n string) bool {
	return n[:8] != "00000000" && (10-weighted(n, 9, 7, 3, 1, 9, 7, 3)%10)%10 == digit(n[7])
}

// cui checks a Romanian tax number of two to ten digits.
func cui(n string) bool {
	if len(n) < 2 || len(n) > 10 || n[0] == '0' {
		return false
	}
	n = strings.Repeat("0", 10-len(n)) + n
	return weighted(n, 7, 5, 3, 2, 1, 7, 5, 3, 2)*10%11%10 == last(n)
}

// printRegcom parts county, number and year: J40/1234/2004.
func printRegcom(n string) string {
	return n[:3] + "/" + n[3:len(n)-4] + "/" + n[len(n)-4:]
}
