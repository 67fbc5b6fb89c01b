package survey

import (
	"strings"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/words"
)

// platformMarks are stretches of script, style and picture addresses, in lower
// case, that only one shop software writes.
var platformMarks = []struct{ mark, name string }{
	{"cdn.shopify.com", "shopify"}, {"/cdn/shop/", "shopify"}, {"/cdn/shopifycloud/", "shopify"},
	{"/plugins/woocommerce", "woocommerce"}, {"wc-ajax", "woocommerce"}, {"/wc-blocks", "woocommerce"},
	{"/modules/ps_", "prestashop"}, {"prestashop", "prestashop"}, {"/modules/blockcart", "prestashop"},
	{"/bundles/storefront", "shopware"}, {"/themes/frontend/responsive", "shopware"}, {"/engine/shopware", "shopware"},
	{"/static/version", "magento"}, {"/static/frontend/", "magento"}, {"mage/", "magento"}, {"/skin/frontend/", "magento"},
	{"cdn.webshopapp.com", "lightspeed"}, {"static.webshopapp.com", "lightspeed"}, {"app.ecwid.com", "lightspeed"},
	{"cdn.myshoptet.com", "shoptet"},
	{"ccvshop", "ccv"}, {"mijnwebwinkel", "mijnwebwinkel"},
	{"catalog/view/javascript", "opencart"}, {"catalog/view/theme", "opencart"},
	{"static.wixstatic.com", "wix"}, {"static.parastorage.com", "wix"},
	{"static1.squarespace.com", "squarespace"}, {"assets.squarespace.com", "squarespace"},
	{"/out/azure", "oxid"}, {"/out/flow/", "oxid"}, {"/out/wave/", "oxid"}, {"/out/apex/", "oxid"},
	{"jtl-shop", "jtl"}, {"/templates/nova/", "jtl"}, {"/templates/evo/", "jtl"},
	{"gm_javascript", "gambio"}, {"/gxmodules/", "gambio"}, {"/templates/honeygrid", "gambio"}, {"/themes/malibu", "gambio"},
}

// generators are the words, in lower case, by which the maker of a page names
// itself; those of a system that is no shop by itself are not among them.
var generators = []struct{ word, name string }{
	{"woocommerce", "woocommerce"}, {"shopify", "shopify"}, {"prestashop", "prestashop"}, {"magento", "magento"},
	{"shopware", "shopware"}, {"opencart", "opencart"}, {"lightspeed", "lightspeed"}, {"ccv shop", "ccv"},
	{"wix.com", "wix"}, {"squarespace", "squarespace"}, {"jtl-shop", "jtl"}, {"gambio", "gambio"}, {"oxid", "oxid"}, {"shoptet", "shoptet"},
}

// platform names the shop software by what the start page says of its maker,
// else by the addresses of its scripts, style sheets and pictures, "" when none
// is known. Other pages have the same files, and are not asked.
func platform(p *page.Page) string {
	if p.Kind != words.Home && p.Depth > 0 {
		return ""
	}
	if g := strings.ToLower(p.Generator()); g != "" {
		for _, x := range generators {
			if strings.Contains(g, x.word) {
				return x.name
			}
		}
	}
	for _, s := range p.Scripts() {
		if name := platformOf(s.Src); name != "" {
			return name
		}
	}
	for _, href := range p.LinkedFiles() {
		if name := platformOf(href); name != "" {
			return name
		}
	}
	for _, img := range p.Images() {
		if name := platformOf(img.Src); name != "" {
			return name
		}
	}
	return ""
}

// platformOf is the shop software that writes an address; "" for most.
func platformOf(address string) string {
	if address == "" {
		return ""
	}
	address = strings.ToLower(address)
	for _, m := range platformMarks {
		if strings.Contains(address, m.mark) {
			return m.name
		}
	}
	return ""
}
