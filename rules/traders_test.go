package rules_test

import (
	"strings"

	"github.com/shoplint/shoplint/pkg/law"
)

// numbersOf fills the gaps for numbers as a trader of a country would: their
// check digits hold, and nobody has to own them.
func numbersOf(c law.Country) *strings.Replacer {
	register, vat := "0508.570.208", "BE 0508.570.208"
	switch c {
	case "NL":
		register, vat = "53114427", "NL004495445B01"
	case "IT":
		register, vat = "MI 1234567", "00743110157"
	case "DE":
		register, vat = "HRB 44123", "DE136695976"
	case "AT":
		register, vat = "FN 482913k", "ATU63412417"
	case "SE":
		register = "556745-4748"
	case "DK":
		register = "45847195"
	case "FI":
		register = "2113912-4"
	case "CZ":
		register = "28235762"
	case "SK":
		register = "45550077"
	case "FR":
		register = "564 262 129"
	case "PL":
		register, vat = "0000512345", "793-756-73-34"
	case "HU":
		register, vat = "11-09-012345", "13444912-2-11"
	case "RO":
		register, vat = "J05/1234/2021", "45174015"
	case "GR":
		register = "123987456000"
	case "EE":
		register = "11752105"
	case "LU":
		register, vat = "B123987", "LU31914681"
	case "ES":
		register, vat = "tomo 412, folio 20", "B51133551"
	}
	return strings.NewReplacer("{legal-form}", "BV", "{register-number}", register, "{vat-number}", vat, "{court}", "Gent", "{register}", "C 51234", "{phone}", "+32 9 225 14 36")
}
