// Package profile finds out whose law applies: the seller's country, with the
// sign it was read off.
package profile

import (
	"strings"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/survey"
)

// Country is the seller's country and what it was read off: KEY or KEY
// ADDRESS, with the keys identifier and vat (a valid number), address, phone
// and host. Found is false when nothing gives a sign; the country is EU then.
//
// Maybe are the countries that signs speak for when none is found: proofs that
// disagree, or a language that only one state speaks.
type Country struct {
	Country law.Country
	Sign    string
	Found   bool
	Maybe   []law.Country
}

// Seller weighs the signs of a shop, best first: a valid company number on the
// pages where a seller says who it is, or in the page template; a number on
// other pages that nothing contradicts; numbers and addresses of structured
// data; a marked post code of the imprint; the host name; telephone numbers.
// Numbers that speak for two countries alike leave it open, and so do a host
// name and telephone numbers that disagree when nothing better is there. The
// language of the pages is a hint and gives no country.
func Seller(s *survey.Survey) Country {
	weak := weakSigns(s)
	all := s.Identifiers.List()
	for _, least := range []int{survey.Declared, survey.Stated} {
		if c, ok := byNumbers(all, least, weak); ok {
			return c
		}
	}
	if c, ok := mentioned(s, all, weak); ok {
		return c
	}
	if len(weak) > 0 && agree(weak) {
		return weak[0]
	}
	return Country{Country: law.EU, Maybe: maybe(s, all, weak)}
}

// byNumbers asks the valid numbers of at least a weight. Of several countries
// the one whose number stands on the most pages counts; on a draw, the one
// that the best weaker sign speaks for, and without such a sign none: then
// the shop is judged as one of the Union. ok is false when there is no number.
func byNumbers(all []survey.Identifier, least int, weak []Country) (Country, bool) {
	v := newVote()
	for _, i := range all {
		if i.Form == survey.Text && i.Good() && i.Weight >= least && i.Weight > 0 {
			v.most(law.Country(i.Scheme.Country()), i.Settled, numberSign(i, i.Home))
		}
	}
	if c, ok := v.winner(); ok || len(v.leaders()) == 0 {
		return c, ok
	}
	for _, w := range weak {
		if c, ok := v.leaders()[w.Country]; ok {
			return c, true
		}
	}
	return Country{Country: law.EU, Maybe: sorted(v.leaders())}, true
}

// mentioned asks numbers of other pages, and labelled ones that have no check
// digit. There other firms are quoted too, so no weaker sign and not the
// language of the pages may speak for another country.
func mentioned(s *survey.Survey, all []survey.Identifier, weak []Country) (Country, bool) {
	c, ok := byNumbers(all, survey.Mentioned, nil)
	if !ok {
		v := newVote()
		for _, i := range all {
			if i.Form == survey.Text && i.Valid == nil && !i.Placeholder && i.Weight > 0 {
				v.most(law.Country(i.Scheme.Country()), i.Settled, numberSign(i, i.Home))
			}
		}
		c, ok = v.winner()
	}
	if !ok || !c.Found || !spoken(s.Languages(), c.Country) {
		return Country{}, false
	}
	for _, w := range weak {
		if w.Country != c.Country {
			return Country{}, false
		}
	}
	return c, true
}

// spoken reports whether the shop's first language is one of the country, or
// English, or unknown.
func spoken(languages []string, c law.Country) bool {
	if len(languages) == 0 || languages[0] == "en" {
		return true
	}
	for _, l := range c.Languages() {
		if l == languages[0] {
			return true
		}
	}
	return false
}

// numberSign is the sign of a number: the key, and where it stands.
func numberSign(i survey.Identifier, url string) string {
	key := "identifier"
	if i.Scheme.VAT() {
		key = "vat"
	}
	return strings.TrimSpace(key + " " + url)
}
