package ident

// The schemes of Belgium, the Netherlands and Luxembourg.
const (
	BEKbo Scheme = "be-kbo" // enterprise number, which is the VAT number too
	NLKvk Scheme = "nl-kvk"
	NLBtw Scheme = "nl-btw"
	LUTva Scheme = "lu-tva"
	LURcs Scheme = "lu-rcs"
)

var benelux = []form{
	{scheme: BEKbo, prefix: "BE", shape: "9999999999", check: kbo, print: printKbo},
	{scheme: BEKbo, prefix: "BE", shape: "999999999", check: kbo, print: printKbo},
	{scheme: BEKbo, shape: "9999999999", check: kbo, print: printKbo},
	{scheme: BEKbo, shape: "999999999", check: kbo, print: printKbo},
	{scheme: NLBtw, prefix: "NL", shape: "999999999B99", check: btw, print: with("NL")},
	{scheme: NLBtw, shape: "999999999B99", check: btw, print: with("NL")},
	{scheme: NLKvk, shape: "99999999"},
	{scheme: LUTva, prefix: "LU", shape: "99999999", check: luTva, print: with("LU")},
	{scheme: LURcs, shape: "B#", min: 5, max: 7},
}

var beneluxLabels = map[string]label{
	"kbo | bce | ondernemingsnummer* | ondernemingsnr | ondernemings nr | numero d entreprise | n d entreprise | no d entreprise | nr d entreprise | num d entreprise | numero entreprise | rpr | rpm | enterprise number | enterprise no | kruispuntbank": {schemes: []Scheme{BEKbo}, strong: true},
	"unternehmensnummer | company number | company no | company registration number | registration number":                                                                                                                                                 {schemes: []Scheme{BEKbo}},
	"kvk | kvknummer | kvknr | kamer van koophandel | coc | chamber of commerce":                                                                                                                                                                           {schemes: []Scheme{NLKvk}, strong: true},
	"inschrijvingsnummer | handelsregister*":                                     {schemes: []Scheme{NLKvk}, strong: true, lang: "nl"},
	"btw | btwnummer | btwnr | btw id | vat | tva | mwst | omzetbelastingnummer": {schemes: []Scheme{BEKbo, NLBtw}, vat: true},
	"rcs luxembourg | rcsl | registre de commerce":                               {schemes: []Scheme{LURcs}, strong: true},
}

// kbo checks the ten digits of a Belgian enterprise number; older prints lack
// the leading zero. The last two digits are 97 less the others modulo 97.
func kbo(n string) bool {
	if len(n) == 9 {
		n = "0" + n
	}
	return n[0] <= '1' && 97-number(n[:8])%97 == number(n[8:])
}

func printKbo(n string) string {
	if len(n) == 9 {
		n = "0" + n
	}
	return grouped(".", 4, 3)(n)
}

// btw checks a Dutch VAT number. Those of legal persons pass the test of
// eleven; those of sole traders since 2020 are 1 modulo 97 with their letters
// counted from ten.
func btw(n string) bool {
	if eleven := weighted(n, 9, 8, 7, 6, 5, 4, 3, 2) % 11; eleven == digit(n[8]) && n[:9] != "000000000" {
		return true
	}
	return mod97("NL"+n) == 1
}

// mod97 is a row of digits and letters modulo 97, with A as 10 and Z as 35.
func mod97(s string) int {
	r := 0
	for i := 0; i < len(s); i++ {
		if isDigit(s[i]) {
			r = (r*10 + digit(s[i])) % 97
		} else {
			r = (r*100 + int(s[i]-'A') + 10) % 97
		}
	}
	return r
}

// luTva checks a VAT number of Luxembourg: the first six digits modulo 89.
func luTva(n string) bool { return number(n[:6])%89 == number(n[6:]) }
