package ident

// ibanLengths are the lengths of account numbers by country, for those whose
// shops are read.
var ibanLengths = map[string]int{
	"AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20, "ES": 24, "FI": 18,
	"FR": 27, "GB": 22, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IT": 27, "LI": 21, "LT": 20, "LU": 20, "LV": 21,
	"MC": 27, "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "SE": 24, "SI": 19, "SK": 24, "SM": 27,
}

// iban is where the account number ends that begins at at; 0 when none does.
// Its digits look like company numbers and are none.
func iban(text string, at int) int {
	if len(text)-at < 15 || !isLetter(text[at]) || !isLetter(text[at+1]) || !isDigit(text[at+2]) || !isDigit(text[at+3]) {
		return 0
	}
	want := ibanLengths[string([]byte{upper(text[at]), upper(text[at+1])})]
	if want == 0 {
		return 0
	}
	var buf [34]byte
	out := buf[:0]
	for ; at < len(text) && len(out) < want; at++ {
		switch c := text[at]; {
		case isDigit(c) || isLetter(c):
			out = append(out, upper(c))
		case c != ' ' && c != '.' && c != '-':
			return 0
		}
	}
	if len(out) < want || mod97(string(out[4:])+string(out[:4])) != 1 {
		return 0
	}
	return at
}
