package cmd

import (
	"errors"
	"fmt"

	"github.com/shoplint/shoplint/pkg/profile"
	"github.com/shoplint/shoplint/pkg/rule"
)

// resolveProfile reads --shop, --sells and --size, and shows all their faults.
func (o *checkOptions) resolveProfile() error {
	var faults []error
	var err error
	if o.shop != "" {
		if o.profile.Shop, err = rule.ParseShop(o.shop); err != nil {
			faults = append(faults, fmt.Errorf("--shop %w", err))
		}
		o.profile.ShopBy = profile.Flag
	}
	for _, s := range o.sells {
		g, err := rule.ParseGoods(s)
		if err != nil {
			faults = append(faults, fmt.Errorf("--sells %w", err))
			continue
		}
		o.profile.Sells, o.profile.SellsBy = append(o.profile.Sells, g), profile.Flag
	}
	if o.size != "" {
		if o.profile.Size, err = rule.ParseSize(o.size); err != nil {
			faults = append(faults, fmt.Errorf("--size %w", err))
		}
		o.profile.SizeBy = profile.Flag
	}
	return errors.Join(faults...)
}
