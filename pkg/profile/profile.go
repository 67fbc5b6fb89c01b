package profile

import (
	"slices"

	"github.com/shoplint/shoplint/pkg/rule"
)

// Where a fact of a profile comes from.
const (
	Flag     = "flag"
	Config   = "config"
	Detected = "detected"
	Assumed  = "assumed" // nobody said and nothing was seen
)

// Profile is what kind of seller a shop is, beside where it sits. A zero value
// of a field means: nobody knows. Sign is what a detected value was read off,
// KEY or KEY ADDRESS as for a country.
type Profile struct {
	Shop     rule.Shop
	ShopBy   string // flag | config | detected | assumed
	ShopSign string

	Sells     []rule.Goods
	SellsBy   string
	SellsSign string

	Size   rule.Size
	SizeBy string

	// Trade is set when the shop speaks to traders: prices without tax, words
	// such as "for businesses only". It never switches a rule off; it makes the
	// addressee of consumer law uncertain.
	Trade     bool
	TradeSign string
}

// Given reports whether a fact was said by the user: only such a fact may
// switch a rule off.
func Given(by string) bool { return by == Flag || by == Config }

// Answer says whether a rule binds a profile.
type Answer struct {
	Bound bool   // false: not applicable
	Sure  bool   // false: the shop may or may not be bound
	Fact  string // which fact decided, or is not known: shop, sells, size, trade
}

// Bound asks a rule's applies of a profile. What the user said decides; what
// was detected can confirm that a rule binds, and never that it does not; an
// ordinary shop is assumed where nothing speaks for a marketplace.
func (p Profile) Bound(a rule.Applies) Answer {
	answers := []Answer{p.byShop(a.Kinds()), one("size", p.Size, p.SizeBy, a.Size), p.bySells(a.Sells)}
	out := Answer{Bound: true, Sure: true}
	for _, x := range answers {
		if !x.Bound {
			return x
		}
		if !x.Sure && out.Sure {
			out = x
		}
	}
	return out
}

// byShop is the answer of the kind of shop.
func (p Profile) byShop(kinds []rule.Shop) Answer {
	switch {
	case Given(p.ShopBy):
		return Answer{slices.Contains(kinds, p.Shop), true, "shop"}
	case p.ShopBy == Detected && slices.Contains(kinds, p.Shop):
		return Answer{true, slices.Contains(kinds, rule.B2C), "shop"}
	case !slices.Contains(kinds, rule.B2C):
		// An ordinary shop is assumed: a rule for marketplaces alone has
		// nothing to say to it until somebody calls it one.
		return Answer{false, false, "shop"}
	case p.Trade && !slices.Contains(kinds, rule.B2B):
		return Answer{true, false, "trade"}
	}
	return Answer{true, true, "shop"}
}

func (p Profile) bySells(wanted []rule.Goods) Answer {
	if len(wanted) == 0 {
		return Answer{true, true, "sells"}
	}
	for _, g := range p.Sells {
		if slices.Contains(wanted, g) {
			return Answer{true, true, "sells"}
		}
	}
	if Given(p.SellsBy) {
		return Answer{false, true, "sells"}
	}
	return Answer{true, false, "sells"}
}

// one is the answer of a fact with a single value.
func one[T comparable](fact string, value T, by string, wanted []T) Answer {
	if len(wanted) == 0 || slices.Contains(wanted, value) && by != "" {
		return Answer{true, true, fact}
	}
	if Given(by) {
		return Answer{false, true, fact}
	}
	return Answer{true, false, fact}
}
