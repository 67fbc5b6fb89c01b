package ident

// The schemes of Germany and Austria.
const (
	DEUst      Scheme = "de-ust"
	DEWidnr    Scheme = "de-widnr"
	DERegister Scheme = "de-register"
	ATUid      Scheme = "at-uid"
	ATFn       Scheme = "at-fn"
)

var german = []form{
	{scheme: DEWidnr, prefix: "DE", shape: "99999999999999", check: func(n string) bool { return ust(n[:9]) }, print: printWidnr},
	{scheme: DEUst, prefix: "DE", shape: "999999999", check: ust, print: with("DE")},
	{scheme: DERegister, prefix: "HRA", shape: "#", min: 2, max: 6, print: with("HRA "), enough: true},
	{scheme: DERegister, prefix: "HRB", shape: "#", min: 2, max: 6, print: with("HRB "), enough: true},
	{scheme: DERegister, prefix: "GNR", shape: "#", min: 2, max: 6, print: with("GnR ")},
	{scheme: DERegister, prefix: "VR", shape: "#", min: 2, max: 6, print: with("VR ")},
	{scheme: DERegister, prefix: "PR", shape: "#", min: 2, max: 6, print: with("PR ")},
	{scheme: DERegister, prefix: "GSR", shape: "#", min: 2, max: 6, print: with("GsR ")},
	{scheme: ATUid, prefix: "ATU", shape: "99999999", check: atUid, print: with("ATU")},
	{scheme: ATFn, prefix: "FN", shape: "#A", min: 4, max: 7, print: printFn, enough: true},
	{scheme: ATFn, shape: "#A", min: 4, max: 7, print: printFn}, // behind "Firmenbuchnummer"
}

var germanLabels = map[string]label{
	"ust id* | ustid* | ust idnr | ust identifikationsnummer | ust ident* | umsatzsteuer id* | umsatzsteuer identifikationsnummer | umsatzsteueridentifikationsnummer | umsatzsteuer ident* | vat id | mehrwertsteuernummer": {schemes: []Scheme{DEUst}, vat: true},
	"wirtschafts id* | wirtschafts identifikationsnummer | w idnr | widnr":                                {schemes: []Scheme{DEWidnr}, strong: true},
	"amtsgericht | registergericht | handelsregister* | vereinsregister* | genossenschaftsregister* | ag": {schemes: []Scheme{DERegister}, strong: true},
	"uid | uid nummer | uid nr | uidnr | atu | uid nummern":                                               {schemes: []Scheme{ATUid}, vat: true},
	"firmenbuch* | fb nr | fn nr": {schemes: []Scheme{ATFn}, strong: true},
}

// ust checks a German VAT number by ISO 7064, mod 11,10.
func ust(n string) bool { return n[0] != '0' && mod11And10(n) }

func printWidnr(n string) string { return "DE" + n[:9] + "-" + n[9:] }

// atUid checks an Austrian VAT number: every second digit doubled with its
// digits added, 4 on top, filled up to a multiple of ten.
func atUid(n string) bool {
	sum := 4
	for i := range 7 {
		d := digit(n[i])
		if i%2 == 1 {
			d = crossSum(2 * d)
		}
		sum += d
	}
	return (10-sum%10)%10 == last(n)
}

// printFn writes the letter that checks a company-register number small.
func printFn(n string) string {
	return "FN " + n[:len(n)-1] + string(n[len(n)-1]|0x20)
}
