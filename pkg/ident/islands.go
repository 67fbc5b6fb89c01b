package ident

// The schemes of Ireland, Malta and Cyprus, and those of the Union.
const (
	IEVat  Scheme = "ie-vat"
	MTVat  Scheme = "mt-vat"
	CYVat  Scheme = "cy-vat"
	EUOss  Scheme = "eu-oss"
	EUIoss Scheme = "eu-ioss"
)

var islands = []form{
	{scheme: IEVat, prefix: "IE", shape: "9X99999AA", check: ieVat, print: with("IE")},
	{scheme: IEVat, prefix: "IE", shape: "9X99999A", check: ieVat, print: with("IE")},
	{scheme: MTVat, prefix: "MT", shape: "99999999", check: mtVat, print: with("MT")},
	{scheme: CYVat, prefix: "CY", shape: "99999999A", check: cyVat, print: with("CY")},
	{scheme: EUOss, prefix: "EU", shape: "999999999", print: with("EU")},
	{scheme: EUIoss, prefix: "IM", shape: "9999999999", print: with("IM")},
}

var islandsLabels = map[string]label{
	"oss | one stop shop": {schemes: []Scheme{EUOss}, vat: true},
	"ioss":                {schemes: []Scheme{EUIoss}, vat: true},
	"vat no | vat number | vat reg* | tax id | vat registration number | tic | tin": {vat: true},
	"φπα": {vat: true},
}

// ieVat checks an Irish VAT number modulo 23, with its second letter if any.
// Old numbers have a letter or sign in the second place and count it as zero.
func ieVat(n string) bool {
	digits := n[:7]
	if !isDigit(n[1]) {
		digits = "0" + n[2:7] + n[:1]
	}
	sum := weighted(digits, 8, 7, 6, 5, 4, 3, 2)
	if len(n) == 9 {
		if n[8] > 'I' && n[8] != 'W' {
			return false
		}
		if n[8] != 'W' {
			sum += 9 * int(n[8]-'A'+1)
		}
	}
	return "WABCDEFGHIJKLMNOPQRSTUV"[sum%23] == n[7]
}

// mtVat checks a Maltese VAT number: its last two digits are one number.
func mtVat(n string) bool {
	return n != "00000000" && (weighted(n, 3, 4, 6, 7, 8, 9)+number(n[6:]))%37 == 0
}

// cyVat checks a VAT number of Cyprus modulo 26; digits in odd places stand
// for others.
func cyVat(n string) bool {
	stand := [10]int{1, 0, 5, 7, 9, 13, 15, 17, 19, 21}
	sum := 0
	for i := range 8 {
		if i%2 == 0 {
			sum += stand[digit(n[i])]
		} else {
			sum += digit(n[i])
		}
	}
	return byte('A'+sum%26) == n[8]
}
