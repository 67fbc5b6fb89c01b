package survey

import (
	"maps"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/words"
)

// KindSigns is what one page shows of the kind of shop it belongs to.
type KindSigns struct {
	Sellers []string // names that structured data gives as sellers of an offer
	Trade   bool     // says that it sells to traders only, or prices without tax
	Ships   []string // countries of delivery, as structured data has them
	Markets []string // regions of the language versions, two letters in upper case
}

// KindFacts joins the signs of a shop, with the first page of each.
type KindFacts struct {
	Sellers   int // different names of sellers
	SellersAt string
	Trade     int // pages that speak to traders only
	TradeAt   string
	Goods     int // pages about delivery
	GoodsAt   string
	Ships     []string
	ShipsAt   string
	Markets   []string
	MarketsAt string

	names []string
}

// Bounds on what is kept of a shop.
const (
	maxSellers   = 20
	maxCountries = 40
)

// add takes the signs of one more page.
func (k *KindFacts) add(p Page, s KindSigns) {
	for _, n := range s.Sellers {
		if n = words.Fold(n); n != "" && len(k.names) < maxSellers && !slices.Contains(k.names, n) {
			k.names = append(k.names, n)
			k.SellersAt = p.URL
		}
	}
	k.Sellers = len(k.names)
	if s.Trade {
		k.Trade++
		first(&k.TradeAt, p.URL)
	}
	if p.Kind == words.Delivery && p.Read() {
		k.Goods++
		first(&k.GoodsAt, p.URL)
	}
	k.Ships = k.join(k.Ships, s.Ships, &k.ShipsAt, p.URL)
	k.Markets = k.join(k.Markets, s.Markets, &k.MarketsAt, p.URL)
}

func first(at *string, url string) {
	if *at == "" {
		*at = url
	}
}

func (k *KindFacts) join(have, more []string, at *string, url string) []string {
	for _, c := range more {
		if len(have) < maxCountries && !slices.Contains(have, c) {
			have = append(have, c)
			first(at, url)
		}
	}
	return have
}

// kindSigns reads the signs of one page.
func kindSigns(p *page.Page) KindSigns {
	var k KindSigns
	eachObject(p, func(o map[string]any) {
		if n := textIn(o["seller"]); n != "" && len(k.Sellers) < maxSellers {
			k.Sellers = append(k.Sellers, n)
		}
		if d, ok := o["shippingDetails"]; ok {
			k.Ships = destinations(d, k.Ships, 0)
		}
	})
	if p.Kind == words.Home { // terms of ordinary shops have clauses for traders too
		k.Markets, k.Trade = markets(p), trade(p)
	}
	return k
}

// destinations are the countries of shippingDestination objects below v.
func destinations(v any, out []string, depth int) []string {
	if depth > 4 || len(out) >= maxCountries {
		return out
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			out = destinations(e, out, depth+1)
		}
	case map[string]any:
		if c := textIn(v["addressCountry"]); c != "" && len(out) < maxCountries {
			out = append(out, c)
		}
		if d, ok := v["shippingDestination"]; ok {
			out = destinations(d, out, depth+1)
		}
	}
	return out
}

// markets are the regions that language versions of the page are for: fr-be
// gives BE.
func markets(p *page.Page) []string {
	var out []string
	for _, lang := range slices.Sorted(maps.Keys(p.Alternates())) {
		_, region, ok := strings.Cut(lang, "-")
		if ok && len(region) == 2 && len(out) < maxCountries {
			out = append(out, strings.ToUpper(region))
		}
	}
	return out
}
