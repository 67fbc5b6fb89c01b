package profile

import (
	"testing"

	"github.com/shoplint/shoplint/pkg/rule"
)

func TestBound(t *testing.T) {
	ordinary := Profile{Shop: rule.B2C, ShopBy: Assumed}
	market := rule.Applies{Shop: []rule.Shop{rule.Marketplace}}
	goods := rule.Applies{Sells: []rule.Goods{rule.Things}}
	notMicro := rule.Applies{Size: []rule.Size{rule.Small, rule.Large}}
	for _, tt := range []struct {
		name  string
		p     Profile
		a     rule.Applies
		bound bool
		sure  bool
		fact  string
	}{
		{"ordinary shop", ordinary, rule.Applies{}, true, true, ""},
		{"traders, by the user", Profile{Shop: rule.B2B, ShopBy: Flag}, rule.Applies{}, false, true, "shop"},
		{"traders, rule for all", Profile{Shop: rule.B2B, ShopBy: Flag}, rule.Applies{Shop: rule.Shops}, true, true, ""},
		{"words for traders", Profile{Shop: rule.B2C, ShopBy: Assumed, Trade: true}, rule.Applies{}, true, false, "trade"},
		{"words for traders, user says consumers", Profile{Shop: rule.B2C, ShopBy: Flag, Trade: true}, rule.Applies{}, true, true, ""},
		{"no marketplace assumed", ordinary, market, false, false, "shop"},
		{"marketplace seen", Profile{Shop: rule.Marketplace, ShopBy: Detected}, market, true, false, "shop"},
		{"marketplace seen, rule for consumers", Profile{Shop: rule.Marketplace, ShopBy: Detected}, rule.Applies{}, true, true, ""},
		{"marketplace given", Profile{Shop: rule.Marketplace, ShopBy: Config}, market, true, true, ""},
		{"goods not known", ordinary, goods, true, false, "sells"},
		{"goods seen", Profile{Sells: []rule.Goods{rule.Things}, SellsBy: Detected}, goods, true, true, ""},
		{"services only, seen goods prove nothing else", Profile{Sells: []rule.Goods{rule.Things}, SellsBy: Detected}, rule.Applies{Sells: []rule.Goods{rule.Digital}}, true, false, "sells"},
		{"services only, given", Profile{Sells: []rule.Goods{rule.Services}, SellsBy: Flag}, goods, false, true, "sells"},
		{"size not known", ordinary, notMicro, true, false, "size"},
		{"micro", Profile{Size: rule.Micro, SizeBy: Flag}, notMicro, false, true, "size"},
		{"large", Profile{Size: rule.Large, SizeBy: Config}, notMicro, true, true, ""},
	} {
		got := tt.p.Bound(tt.a)
		if got.Bound != tt.bound || got.Sure != tt.sure || tt.fact != "" && got.Fact != tt.fact {
			t.Errorf("%s: %+v", tt.name, got)
		}
	}
}
