package survey

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/words"
)

// addressSigns reads the seller's country off the addresses of structured
// data.
func addressSigns(p *page.Page) []CountrySign {
	var out []CountrySign
	eachObject(p, func(o map[string]any) {
		if c := textIn(o["addressCountry"]); c != "" && len(out) < maxSigns {
			out = append(out, CountrySign{Country: c, Sign: "address", URL: p.URL})
		}
	})
	return out
}

// maxSigns bounds the signs of one page.
const maxSigns = 20

// postCodes are the country marks that are written before a post code, and
// how many digits it has.
var postCodes = map[string]struct {
	country string
	digits  int
}{
	"A": {"AT", 4}, "AT": {"AT", 4}, "B": {"BE", 4}, "BE": {"BE", 4}, "CH": {"CH", 4}, "CZ": {"CZ", 5}, "D": {"DE", 5}, "DE": {"DE", 5},
	"DK": {"DK", 4}, "EE": {"EE", 5}, "F": {"FR", 5}, "FI": {"FI", 5}, "FIN": {"FI", 5}, "FR": {"FR", 5}, "H": {"HU", 4}, "HR": {"HR", 5},
	"HU": {"HU", 4}, "I": {"IT", 5}, "IT": {"IT", 5}, "L": {"LU", 4}, "LT": {"LT", 5}, "LU": {"LU", 4}, "LV": {"LV", 4}, "NL": {"NL", 4},
	"PL": {"PL", 5}, "S": {"SE", 5}, "SE": {"SE", 5}, "SI": {"SI", 4}, "SK": {"SK", 5},
}

// postalSigns reads post codes with a country mark ("B-9000 Gent") off the
// pages where a seller says who it is. Other ways of writing an address are
// too easily something else.
func postalSigns(p *page.Page) []CountrySign {
	if p.Kind != words.Imprint && p.Kind != words.Contact {
		return nil
	}
	var out []CountrySign
	blocks := p.Blocks()
	for i, b := range blocks {
		c, at := postCode(b.Text)
		if c == "" || len(out) >= maxSigns {
			continue
		}
		if foreign, _ := whose(b.Text[:at], blocks[max(0, i-2):i]); foreign {
			continue
		}
		if c, _ = postCode(p.Shown(b).Text); c != "" {
			out = append(out, CountrySign{Country: c, Sign: "postal", URL: p.URL})
		}
	}
	return out
}

// postCode is the country of the first marked post code in a text, and where
// it stands; "" when there is none.
func postCode(text string) (country string, at int) {
	for from := 0; ; {
		i := strings.IndexByte(text[from:], '-')
		if i < 0 {
			return "", 0
		}
		i += from
		from = i + 1
		start := i
		for start > 0 && i-start < 4 && text[start-1] >= 'A' && text[start-1] <= 'Z' {
			start--
		}
		code, ok := postCodes[text[start:i]]
		if ok && !letterBefore(text, start) && townAt(text[from:], code.digits) {
			return code.country, start
		}
	}
}

func letterBefore(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return i > 0 && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-')
}

// townAt reports whether so many digits and then a capitalised word begin a
// text.
func townAt(text string, digits int) bool {
	if len(text) < digits+3 {
		return false
	}
	for i := range digits {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	rest := strings.TrimPrefix(text[digits:], ",")
	r, _ := utf8.DecodeRuneInString(strings.TrimPrefix(rest, " "))
	return strings.HasPrefix(rest, " ") && unicode.IsUpper(r)
}
