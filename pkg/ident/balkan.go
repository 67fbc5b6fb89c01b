package ident

// The schemes of Bulgaria, Greece, Croatia and Slovenia.
const (
	BGEik    Scheme = "bg-eik"
	GRAfm    Scheme = "gr-afm"
	GRGemi   Scheme = "gr-gemi"
	HROib    Scheme = "hr-oib"
	SIDavcna Scheme = "si-davcna"
)

var balkan = []form{
	{scheme: BGEik, prefix: "BG", shape: "999999999", check: eik, print: with("")},
	{scheme: BGEik, shape: "9999999999999", check: func(n string) bool { return eik(n[:9]) }},
	{scheme: BGEik, shape: "999999999", check: eik},
	{scheme: GRAfm, prefix: "EL", shape: "999999999", check: afm, print: with("")},
	{scheme: GRAfm, prefix: "GR", shape: "999999999", check: afm, print: with("")},
	{scheme: GRAfm, shape: "999999999", check: afm},
	{scheme: GRGemi, shape: "999999999999"},
	{scheme: HROib, prefix: "HR", shape: "99999999999", check: mod11And10, print: with("")},
	{scheme: HROib, shape: "99999999999", check: mod11And10},
	{scheme: SIDavcna, prefix: "SI", shape: "99999999", check: davcna, print: with("")},
	{scheme: SIDavcna, shape: "99999999", check: davcna},
}

var balkanLabels = map[string]label{
	"еик | булстат | eik | bulstat": {schemes: []Scheme{BGEik}, strong: true},
	"ддс | зддс":                    {schemes: []Scheme{BGEik}, vat: true},
	"αφμ | afm":                     {schemes: []Scheme{GRAfm}, strong: true, vat: true},
	"γεμη | gemi":                   {schemes: []Scheme{GRGemi}, strong: true},
	"oib":                           {schemes: []Scheme{HROib}, strong: true},
	"pdv":                           {schemes: []Scheme{HROib}, vat: true},
	"davcna* | id za ddv | id st za ddv | ddv | id ddv": {schemes: []Scheme{SIDavcna}, vat: true},
}

// eik checks a Bulgarian number of nine digits; a branch adds four more.
func eik(n string) bool { return n != "000000000" && twoRows(n) }

// afm checks a Greek tax number by powers of two.
func afm(n string) bool {
	return n != "000000000" && weighted(n, 256, 128, 64, 32, 16, 8, 4, 2)%11%10 == last(n)
}

// davcna checks a Slovene tax number modulo 11; a remainder of zero is never
// given.
func davcna(n string) bool {
	c := 11 - weighted(n, 8, 7, 6, 5, 4, 3, 2)%11
	return n[0] != '0' && c != 11 && c%10 == last(n)
}
