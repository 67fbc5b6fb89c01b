package ident

// The schemes of Denmark, Sweden and Finland.
const (
	DKCvr     Scheme = "dk-cvr"
	SEOrgnr   Scheme = "se-orgnr"
	FIYtunnus Scheme = "fi-ytunnus"
)

var nordic = []form{
	{scheme: DKCvr, prefix: "DK", shape: "99999999", check: cvr, print: with("")},
	{scheme: DKCvr, shape: "99999999", check: cvr},
	{scheme: SEOrgnr, prefix: "SE", shape: "999999999901", check: orgnr, print: printOrgnr},
	{scheme: SEOrgnr, shape: "9999999999", check: orgnr, print: printOrgnr},
	{scheme: FIYtunnus, prefix: "FI", shape: "99999999", check: ytunnus, print: grouped("-", 7)},
	{scheme: FIYtunnus, shape: "99999999", check: ytunnus, print: grouped("-", 7)},
}

var nordicLabels = map[string]label{
	"cvr | cvrnr | cvr nr | se nr": {schemes: []Scheme{DKCvr}, strong: true},
	"org nr | orgnr | organisationsnummer* | organisationsnr | org nummer | orgnummer* | org no | org number | organisation number | organization number | corporate id | corporate identity number": {schemes: []Scheme{SEOrgnr}, strong: true},
	"tunnus | ytunnus | tunnuksemme | fo nummer | business id | business identity code":                                                                                                              {schemes: []Scheme{FIYtunnus}, strong: true},
	"moms | momsnr | momsregistreringsnummer | momsreg* | vat nr | alv | alv numero":                                                                                                                 {vat: true},
}

// cvr checks a Danish number modulo 11.
func cvr(n string) bool { return n[0] != '0' && weighted(n, 2, 7, 6, 5, 4, 3, 2, 1)%11 == 0 }

// orgnr checks the ten digits of a Swedish number by Luhn; VAT numbers add 01.
func orgnr(n string) bool { return n[:10] != "0000000000" && luhn(n[:10]) }

func printOrgnr(n string) string { return n[:6] + "-" + n[6:10] }

// ytunnus checks a Finnish number modulo 11.
func ytunnus(n string) bool {
	r := weighted(n, 7, 9, 10, 5, 8, 4, 2) % 11
	return n != "00000000" && r != 1 && (11-r)%11 == last(n)
}
