package survey

import (
	"strings"

	"github.com/shoplint/shoplint/pkg/page"
)

// platformMarks are stretches of script, style and picture addresses that
// only one shop software writes.
var platformMarks = []struct{ mark, name string }{
	{"cdn.shopify.com", "shopify"}, {"/cdn/shop/", "shopify"},
	{"/plugins/woocommerce", "woocommerce"}, {"wc-ajax", "woocommerce"},
	{"/modules/ps_", "prestashop"}, {"prestashop", "prestashop"},
	{"/bundles/storefront", "shopware"},
	{"/static/version", "magento"}, {"mage/", "magento"},
	{"cdn.webshopapp.com", "lightspeed"},
	{"cdn.myshoptet.com", "shoptet"},
	{"ccvshop", "ccv"}, {"mijnwebwinkel", "mijnwebwinkel"},
	{"catalog/view/javascript", "opencart"},
	{"static.wixstatic.com", "wix"}, {"static1.squarespace.com", "squarespace"},
	{"/out/azure", "oxid"}, {"jtl-shop", "jtl"}, {"gm_javascript", "gambio"},
}

// platform names the shop software by the addresses of its scripts, "" when
// none is known.
func platform(p *page.Page) string {
	for _, s := range p.Scripts() {
		if s.Src == "" {
			continue
		}
		src := strings.ToLower(s.Src)
		for _, m := range platformMarks {
			if strings.Contains(src, m.mark) {
				return m.name
			}
		}
	}
	return ""
}
