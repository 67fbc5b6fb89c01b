package survey

import (
	"testing"

	"github.com/shoplint/shoplint/pkg/page"
)

func TestPlatform(t *testing.T) {
	for html, want := range map[string]string{
		`<meta name=generator content="WooCommerce 9.1">`:                                        "woocommerce",
		`<meta name=generator content="WordPress 6.5"><p>Blog</p>`:                               "",
		`<script src="/wp-content/plugins/woocommerce/assets/js/frontend/cart.js"></script>`:     "woocommerce",
		`<link rel=stylesheet href="//shop.example/cdn/shop/t/2/assets/base.css">`:               "shopify",
		`<link rel=stylesheet href="/modules/ps_banner/banner.css">`:                             "prestashop",
		`<script src="/static/version170/frontend/x.js"></script>`:                               "magento",
		`<script src="/bundles/storefront/storefront.js"></script>`:                              "shopware",
		`<link rel=stylesheet href="catalog/view/theme/default/stylesheet/stylesheet.css">`:      "opencart",
		`<img src="https://cdn.webshopapp.com/shops/1/logo.png" alt=Logo>`:                       "lightspeed",
		`<script src="https://x.ccvshop.nl/main.js"></script>`:                                   "ccv",
		`<meta name=generator content="Wix.com Website Builder">`:                                "wix",
		`<img src="https://static1.squarespace.com/static/5/logo.png" alt=Logo>`:                 "squarespace",
		`<link rel=stylesheet href="/templates/NOVA/themes/base.css">`:                           "jtl",
		`<script src="/GXModules/Gambio/Hub/hub.js"></script>`:                                   "gambio",
		`<link rel=stylesheet href="/out/wave/src/css/styles.css">`:                              "oxid",
		`<script src="https://cdn.myshoptet.com/prj/x.js"></script>`:                             "shoptet",
		`<p>We moved from Shopify to our own shop.</p><script src="/shopify-story.js"></script>`: "",
	} {
		p, err := page.Parse(page.Input{URL: "https://tea.example/", Status: 200, Body: []byte("<!doctype html><title>x</title>" + html)}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := platform(p); got != want {
			t.Errorf("%s: %q, want %q", html, got, want)
		}
	}
}
