package ident

import "strings"

// The schemes of Czechia and Slovakia. Their company numbers look alike and
// have the same check digit; the hint decides.
const (
	CZIco   Scheme = "cz-ico"
	CZDic   Scheme = "cz-dic"
	SKIco   Scheme = "sk-ico"
	SKIcdph Scheme = "sk-icdph"
)

var czech = []form{
	{scheme: CZDic, prefix: "CZ", shape: "99999999", check: ico, print: with("CZ")},
	{scheme: CZDic, prefix: "CZ", shape: "9999999999", check: birthNumber, print: with("CZ")},
	{scheme: CZDic, prefix: "CZ", shape: "999999999", print: with("CZ")},
	{scheme: CZIco, shape: "99999999", check: ico},
	{scheme: SKIcdph, prefix: "SK", shape: "9999999999", check: icdph, print: with("SK")},
	{scheme: SKIco, shape: "99999999", check: ico},
}

var czechLabels = map[string]label{
	"ico | ic": {schemes: []Scheme{CZIco, SKIco}, strong: true},
	"company id | company identification number | identifikacni cislo* | identifikacni cislo osoby | identifikacne cislo*": {schemes: []Scheme{CZIco, SKIco}},
	"dic | ic dph | icdph | dph": {vat: true},
}

// ico checks a company number modulo 11.
func ico(n string) bool {
	return n != "00000000" && (11-weighted(n, 8, 7, 6, 5, 4, 3, 2)%11)%10 == last(n)
}

// birthNumber checks the number of a sole trader, a multiple of eleven; those
// given before 1986 may end in 0 where ten would be right.
func birthNumber(n string) bool {
	r := number(n[:9]) % 11
	return number(n)%11 == 0 || r == 10 && n[9] == '0'
}

// icdph checks a Slovak VAT number: a multiple of eleven.
func icdph(n string) bool {
	return n[0] != '0' && strings.IndexByte("234789", n[2]) >= 0 && number(n)%11 == 0
}
