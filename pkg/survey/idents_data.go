package survey

import (
	"strings"

	"github.com/shoplint/shoplint/pkg/ident"
)

// taxLabels are the words with which a number would be announced in text, by
// country: structured data gives it bare.
var taxLabels = map[string]string{
	"BE": "KBO", "DK": "CVR", "ES": "NIF", "FI": "Y-tunnus", "FR": "SIREN", "GR": "ΑΦΜ", "HR": "OIB", "HU": "adószám", "IT": "Partita IVA",
	"BG": "ЕИК", "CZ": "IČO", "SK": "IČO", "LV": "PVN", "NL": "btw", "PL": "NIP", "PT": "NIPC", "RO": "CUI", "SE": "org.nr", "SI": "davčna",
	"EE": "registrikood",
}

// data reads vatID, taxID and identifier of structured data.
func (x *identFinder) data() {
	eachObject(x.page, func(o map[string]any) {
		country := x.hint.Country
		if a, ok := o["address"].(map[string]any); ok {
			if c := textIn(a["addressCountry"]); len(c) == 2 {
				country = strings.ToUpper(c)
			}
		}
		for _, key := range []string{"vatID", "taxID"} {
			if s := textIn(o[key]); s != "" {
				x.given("VAT", s, country)
			}
		}
		x.properties(o["identifier"], country)
	})
}

// properties reads the property "identifier": a text, an object that names
// its scheme, or several of them.
func (x *identFinder) properties(v any, country string) {
	switch v := v.(type) {
	case string:
		x.given("", textIn(v), country)
	case map[string]any:
		label := plainIn(v["propertyID"])
		if label == "" {
			label = plainIn(v["name"])
		}
		x.given(label, plainIn(v["value"]), country)
	case []any:
		for _, e := range v[:min(len(v), maxIdentifiers)] {
			if _, list := e.([]any); !list {
				x.properties(e, country)
			}
		}
	}
}

// given takes a value under a label. Where the label alone does not tell the
// scheme, that of the country is tried.
func (x *identFinder) given(label, value, country string) {
	if len(x.found) >= maxIdentifiers || !ident.Trigger(value) {
		return
	}
	found := ident.Find(label+": "+value, x.hint)
	if len(found) == 0 && label != "" && taxLabels[country] != "" {
		found = ident.Find(taxLabels[country]+": "+value, x.hint)
	}
	for _, m := range found {
		if m.Start > len(label) && !x.known(m) {
			x.add(x.entry(m, StructuredData))
		}
	}
}
