package profile

import (
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
)

// Of completes what the user said of a seller with what the shop shows. What
// the user said stands. The size of a firm cannot be seen and is never guessed.
func Of(s *survey.Survey, given Profile) Profile {
	p := given
	if p.ShopBy == "" {
		p.Shop, p.ShopBy = rule.B2C, Assumed
		if s.Kind.Sellers > 1 {
			p.Shop, p.ShopBy, p.ShopSign = rule.Marketplace, Detected, sign("sellers", s.Kind.SellersAt)
		}
		if s.Kind.Trade > 0 && p.ShopBy == Assumed {
			p.Trade, p.TradeSign = true, sign("trade", s.Kind.TradeAt)
		}
	}
	if p.SellsBy == "" && s.Kind.GoodsAt != "" {
		p.Sells, p.SellsBy, p.SellsSign = []rule.Goods{rule.Things}, Detected, sign("delivery", s.Kind.GoodsAt)
	}
	return p
}

// sign is a key and where it was seen.
func sign(key, url string) string {
	if url == "" {
		return key
	}
	return key + " " + url
}
