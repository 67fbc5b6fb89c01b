package survey

import (
	"strings"

	"github.com/shoplint/shoplint/pkg/law"
)

// numbering is a country's calling code, and what is dialled before a number
// inside the country and not from abroad.
type numbering struct {
	code, trunk string
	least, most int // digits of a number without code and trunk prefix
}

// numberings are the plans of the member states and of their neighbours whose
// shops sell into the Union, by ITU-T E.164 and the national plans.
var numberings = map[law.Country]numbering{
	"AT": {"43", "0", 4, 13}, "BE": {"32", "0", 8, 9}, "BG": {"359", "0", 7, 9}, "CH": {"41", "0", 9, 9}, "CY": {"357", "", 8, 8},
	"CZ": {"420", "", 9, 9}, "DE": {"49", "0", 5, 13}, "DK": {"45", "", 8, 8}, "EE": {"372", "", 7, 8}, "ES": {"34", "", 9, 9},
	"FI": {"358", "0", 5, 12}, "FR": {"33", "0", 9, 9}, "GB": {"44", "0", 9, 10}, "GR": {"30", "", 10, 10}, "HR": {"385", "0", 8, 9},
	"HU": {"36", "06", 8, 9}, "IE": {"353", "0", 7, 9}, "IS": {"354", "", 7, 7}, "IT": {"39", "", 6, 11}, "LI": {"423", "", 7, 7},
	"LT": {"370", "0", 8, 8}, "LU": {"352", "", 5, 11}, "LV": {"371", "", 8, 8}, "MC": {"377", "", 8, 9}, "MT": {"356", "", 8, 8},
	"NL": {"31", "0", 9, 9}, "NO": {"47", "", 8, 8}, "PL": {"48", "", 9, 9}, "PT": {"351", "", 9, 9}, "RO": {"40", "0", 9, 9},
	"SE": {"46", "0", 7, 10}, "SI": {"386", "0", 8, 8}, "SK": {"421", "0", 9, 9},
}

// byCode is the country of each calling code.
var byCode = func() map[string]law.Country {
	out := map[string]law.Country{}
	for c, n := range numberings {
		out[n.code] = c
	}
	return out
}()

// callingCode splits the calling code off an international number. known is
// false for codes of countries that are not in the table.
func callingCode(digits string) (code string, c law.Country, known bool) {
	for n := 2; n <= 3 && n < len(digits); n++ {
		if c, ok := byCode[digits[:n]]; ok {
			return digits[:n], c, true
		}
	}
	return "", "", false
}

// national is the E.164 form of a national number, when it is one of the
// country's plan.
func national(digits string, c law.Country) (string, bool) {
	plan, ok := numberings[c]
	if !ok || digits == "" {
		return "", false
	}
	rest := digits
	if plan.trunk != "" {
		if rest, ok = strings.CutPrefix(digits, plan.trunk); !ok {
			return "", false
		}
	}
	if len(rest) < plan.least || len(rest) > plan.most {
		return "", false
	}
	return "+" + plan.code + rest, true
}
