// Package profile finds out whose law applies: the seller's country and the
// customers', each with the sign it was read off.
package profile

import (
	"net"
	"strings"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/survey"
)

// Country is the seller's country and what it was read off: "vat", "address"
// or "host". Found is false when nothing gives a sign; the country is EU then.
type Country struct {
	Country law.Country
	Sign    string
	Found   bool
}

// rank orders the signs by how well they hold: a VAT number is given by a
// state, an address is a statement, a host name is only a habit.
var rank = map[string]int{"vat": 3, "address": 2, "host": 1}

// Seller weighs the signs of a shop. The best kind of sign decides; within a
// kind the most frequent country, and on a draw nothing.
func Seller(signs []survey.CountrySign, host string) Country {
	if c, ok := byHost(host); ok {
		signs = append(signs[:len(signs):len(signs)], survey.CountrySign{Country: string(c), Sign: "host"})
	}
	best := 0
	count := map[law.Country]int{}
	sign := ""
	for _, s := range signs {
		c, err := law.ParseCountry(countryName(s.Country))
		if err != nil || rank[s.Sign] < best {
			continue
		}
		if rank[s.Sign] > best {
			best, sign = rank[s.Sign], s.Sign
			clear(count)
		}
		count[c]++
	}
	return winner(count, sign)
}

func winner(count map[law.Country]int, sign string) Country {
	out := Country{Country: law.EU}
	most := 0
	for c, n := range count {
		switch {
		case n > most:
			out, most = Country{Country: c, Sign: sign, Found: true}, n
		case n == most:
			out = Country{Country: law.EU}
		}
	}
	return out
}

// byHost reads a country-code domain; .eu, .com and the codes that are sold
// as generic words say nothing.
func byHost(host string) (law.Country, bool) {
	if net.ParseIP(host) != nil {
		return "", false
	}
	i := strings.LastIndexByte(host, '.')
	if i < 0 || len(host)-i-1 != 2 {
		return "", false
	}
	switch tld := strings.ToLower(host[i+1:]); tld {
	case "eu", "io", "co", "tv", "me", "ai", "cc", "ws", "fm", "sh", "gg", "la", "vc", "ag", "bz", "sc", "to", "ly", "gl", "tk", "ml", "ga", "cf", "gq":
		return "", false
	default:
		c, err := law.ParseCountry(tld)
		return c, err == nil
	}
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
