package ident

// The schemes of Poland.
const (
	PLNip   Scheme = "pl-nip"
	PLRegon Scheme = "pl-regon"
	PLKrs   Scheme = "pl-krs"
)

var polish = []form{
	{scheme: PLNip, prefix: "PL", shape: "9999999999", check: nip, print: grouped("-", 3, 3, 2)},
	{scheme: PLNip, shape: "9999999999", check: nip, print: grouped("-", 3, 3, 2)},
	{scheme: PLRegon, shape: "99999999999999", check: regon},
	{scheme: PLRegon, shape: "999999999", check: regon},
	{scheme: PLKrs, shape: "9999999999"},
}

var polishLabels = map[string]label{
	"nip":   {schemes: []Scheme{PLNip}, strong: true, vat: true},
	"regon": {schemes: []Scheme{PLRegon}, strong: true},
	"krs":   {schemes: []Scheme{PLKrs}, strong: true},
	"rejestru sadowego | rejestrze sadowym | rejestru przedsiebiorcow": {schemes: []Scheme{PLKrs}},
}

// nip checks a Polish tax number modulo 11; a remainder of ten is never given.
func nip(n string) bool {
	return n != "0000000000" && weighted(n, 6, 5, 7, 2, 3, 4, 5, 6, 7)%11 == last(n)
}

// regon checks a Polish register number of nine digits, or of fourteen, whose
// first nine are one too.
func regon(n string) bool {
	if n[:9] == "000000000" || weighted(n, 8, 9, 2, 3, 4, 5, 6, 7)%11%10 != digit(n[8]) {
		return false
	}
	return len(n) == 9 || weighted(n, 2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8)%11%10 == last(n)
}
