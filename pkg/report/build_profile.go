package report

import "github.com/shoplint/shoplint/pkg/profile"

// profileOf is a seller's profile as the report has it.
func profileOf(p profile.Profile) Profile {
	out := Profile{
		Shop: string(p.Shop), ShopSource: p.ShopBy, ShopSign: p.ShopSign,
		Sells: []string{}, SellsSource: p.SellsBy, SellsSign: p.SellsSign,
		Size: string(p.Size), SizeSource: p.SizeBy, Trade: p.Trade, TradeSign: p.TradeSign,
	}
	for _, g := range p.Sells {
		out.Sells = append(out.Sells, string(g))
	}
	return out
}
