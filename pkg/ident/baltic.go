package ident

// The schemes of Estonia, Latvia and Lithuania.
const (
	EEKood  Scheme = "ee-kood"
	EEKmkr  Scheme = "ee-kmkr"
	LVPvn   Scheme = "lv-pvn"
	LTPvm   Scheme = "lt-pvm"
	LTKodas Scheme = "lt-kodas"
)

var baltic = []form{
	{scheme: EEKmkr, prefix: "EE", shape: "999999999", check: kmkr, print: with("EE")},
	{scheme: EEKood, shape: "99999999", check: twoRows},
	{scheme: LVPvn, prefix: "LV", shape: "99999999999", check: pvn, print: with("LV")},
	{scheme: LVPvn, shape: "99999999999", check: pvn, print: with("LV")},
	{scheme: LTPvm, prefix: "LT", shape: "999999999999", check: pvm, print: with("LT")},
	{scheme: LTPvm, prefix: "LT", shape: "999999999", check: pvm, print: with("LT")},
	{scheme: LTKodas, shape: "999999999"},
}

var balticLabels = map[string]label{
	"registrikood* | reg kood | reg nr ee | rg kood":               {schemes: []Scheme{EEKood}, strong: true},
	"registry code | register code | reg code | registration code": {schemes: []Scheme{EEKood}},
	"registrinumber* | registri nr":                                {schemes: []Scheme{EEKood}, lang: "et"},
	"kmkr | km kr":                                                 {vat: true},
	"pvn | pvn reg nr":                                             {schemes: []Scheme{LVPvn}, vat: true},
	"reg nr | registracijas nr | registracijas numurs | vienotais registracijas numurs": {schemes: []Scheme{LVPvn}},
	"imones kodas | imones kod* | juridinio asmens kodas":                               {schemes: []Scheme{LTKodas}, strong: true},
	"pvm | pvm moketojo kodas": {schemes: []Scheme{LTPvm}, vat: true},
}

// kmkr checks an Estonian VAT number: weights 3, 7, 1 in turn, to a multiple
// of ten.
func kmkr(n string) bool {
	return n != "000000000" && weighted(n, 3, 7, 1, 3, 7, 1, 3, 7, 1)%10 == 0
}

// pvn checks a Latvian number of a legal person.
func pvn(n string) bool {
	return n[0] > '3' && weighted(n, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1)%11 == 3
}

// pvm checks a Lithuanian VAT number of nine or twelve digits, whose last but
// one is always 1.
func pvm(n string) bool { return n[len(n)-2] == '1' && twoRows(n) }
