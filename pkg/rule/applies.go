package rule

import (
	"fmt"
	"slices"
	"strings"
)

// Shop is the kind of a shop, as --shop names it.
type Shop string

// The kinds of shop. A marketplace sells to consumers too.
const (
	B2C         Shop = "b2c"
	B2B         Shop = "b2b" // sells to traders only
	Marketplace Shop = "marketplace"
)

// Goods is what a shop sells, as --sells names it.
type Goods string

// What a shop may sell.
const (
	Things   Goods = "goods"
	Digital  Goods = "digital"
	Services Goods = "services"
)

// Size is the size of a firm, as --size names it: micro is fewer than 10
// staff and at most EUR 2 million of turnover or balance sheet, small fewer
// than 50 and EUR 10 million (Recommendation 2003/361/EC, Annex, Art. 2);
// large is everything above.
type Size string

// The sizes.
const (
	Micro Size = "micro"
	Small Size = "small"
	Large Size = "large"
)

// Shops, Kinds of goods and Sizes, in the order in which they are listed.
var (
	Shops     = []Shop{B2C, B2B, Marketplace}
	AllGoods  = []Goods{Things, Digital, Services}
	Sizes     = []Size{Micro, Small, Large}
	unknownAs = []string{"warn", "unclear"}
)

// Applies says which shops a rule binds, beside where they are. An empty list
// sets no limit, but for Shop: consumer law, which most rules are, binds who
// sells to consumers, so that an empty Shop stands for b2c and marketplace.
//
// Unknown says what a finding becomes when the shop may or may not be bound:
// a warning with an uncertain addressee ("warn", the default), or undecided
// with the cause profile ("unclear").
type Applies struct {
	Shop    []Shop  `yaml:"shop,omitempty"`
	Sells   []Goods `yaml:"sells,omitempty"` // bound when it sells any of these
	Size    []Size  `yaml:"size,omitempty"`
	Unknown string  `yaml:"unknown,omitempty"` // warn | unclear
}

// Kinds are the kinds of shop a rule binds.
func (a Applies) Kinds() []Shop {
	if len(a.Shop) == 0 {
		return []Shop{B2C, Marketplace}
	}
	return a.Shop
}

// ParseShop reads a kind of shop; the error lists those there are.
func ParseShop(s string) (Shop, error) { return parse(s, Shops) }

// ParseGoods reads what a shop sells; the error lists what there is.
func ParseGoods(s string) (Goods, error) { return parse(s, AllGoods) }

// ParseSize reads a size; the error lists those there are.
func ParseSize(s string) (Size, error) { return parse(s, Sizes) }

func parse[T ~string](s string, all []T) (T, error) {
	v := T(strings.ToLower(strings.TrimSpace(s)))
	if slices.Contains(all, v) {
		return v, nil
	}
	return "", fmt.Errorf("%q: use one of %s", s, strings.Join(plain(all), ", "))
}

func plain[T ~string](all []T) []string {
	out := make([]string, len(all))
	for i, v := range all {
		out[i] = string(v)
	}
	return out
}

// checkApplies wants every word of applies to be of its closed list.
func (c *checker) checkApplies(r *Rule) {
	a := r.Applies
	for _, s := range a.Shop {
		c.among(at("applies", "shop"), "shop", string(s), plain(Shops)...)
	}
	for _, s := range a.Sells {
		c.among(at("applies", "sells"), "sells", string(s), plain(AllGoods)...)
	}
	for _, s := range a.Size {
		c.among(at("applies", "size"), "size", string(s), plain(Sizes)...)
	}
	if a.Unknown != "" {
		c.among(at("applies", "unknown"), "unknown", a.Unknown, unknownAs...)
	}
}
