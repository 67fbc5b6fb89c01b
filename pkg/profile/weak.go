package profile

import (
	"net"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/survey"
)

// weakSigns are the countries that signs below a number in text speak for, at
// most one for each kind of sign, the best kind first.
func weakSigns(s *survey.Survey) []Country {
	var out []Country
	for _, ask := range []func(*survey.Survey) (Country, bool){byData, byAddress, byPostCode, byDomain, byPhone} {
		if c, ok := ask(s); ok {
			out = append(out, c)
		}
	}
	return out
}

// byData asks the valid numbers of structured data.
func byData(s *survey.Survey) (Country, bool) {
	v := newVote()
	for _, i := range s.Identifiers.List() {
		if i.Form == survey.StructuredData && i.Good() {
			v.most(law.Country(i.Scheme.Country()), i.Pages, numberSign(i, i.URL))
		}
	}
	return v.winner()
}

func byAddress(s *survey.Survey) (Country, bool)  { return bySign(s, "address") }
func byPostCode(s *survey.Survey) (Country, bool) { return bySign(s, "postal") }

// bySign asks the addresses that were found in one way.
func bySign(s *survey.Survey, sign string) (Country, bool) {
	v := newVote()
	for _, n := range s.Signs {
		if c, err := law.ParseCountry(countryName(n.Country)); n.Sign == sign && err == nil {
			v.add(c, strings.TrimSpace("address "+n.URL))
		}
	}
	return v.winner()
}

// byPhone asks the numbers of legal pages and of the page template, when they
// carry the calling code of a member state. Each number counts once: carriers
// and hosts give their hotlines too, but not often.
func byPhone(s *survey.Survey) (Country, bool) {
	v := newVote()
	for _, ph := range s.Phones.List(law.EU) {
		if ph.Visible && ph.Legal && ph.Country != "" && ph.Country.Member() {
			v.most(ph.Country, ph.Pages, strings.TrimSpace("phone "+ph.URL))
		}
	}
	return v.winner()
}

// generic are country-code domains that are sold as words, or that stand for
// the Union.
var generic = strings.Fields("eu io co tv me ai cc ws fm sh gg la vc ag bz sc to ly gl tk ml ga cf gq")

// byDomain asks the host name.
func byDomain(s *survey.Survey) (Country, bool) {
	c, ok := byHost(s.Host)
	return Country{Country: c, Sign: "host", Found: ok}, ok
}

// byHost reads a country-code domain.
func byHost(host string) (law.Country, bool) {
	if net.ParseIP(host) != nil {
		return "", false
	}
	i := strings.LastIndexByte(host, '.')
	if i < 0 || len(host)-i-1 != 2 {
		return "", false
	}
	tld := strings.ToLower(host[i+1:])
	c, err := law.ParseCountry(tld)
	return c, err == nil && !slices.Contains(generic, tld)
}

// countryName turns a country's name in one of the report languages into its
// code; other texts pass through.
func countryName(s string) string {
	s = strings.TrimSpace(s)
	if len(s) <= 2 {
		return s
	}
	for _, c := range law.States() {
		for _, lang := range []string{"en", "nl", "fr", "de"} {
			if strings.EqualFold(s, c.Name(lang)) {
				return string(c)
			}
		}
	}
	return s
}
