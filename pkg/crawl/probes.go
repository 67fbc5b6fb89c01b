package crawl

import (
	"net/url"
	"slices"

	"github.com/shoplint/shoplint/pkg/words"
)

// probe is an address at which a shop software keeps a page by itself, linked
// or not.
type probe struct {
	path string
	kind words.Kind
}

// probes by the name of the shop software, as the facts of a page give it.
var probes = map[string][]probe{
	"shopify": {
		{"/policies/legal-notice", words.Imprint}, {"/policies/terms-of-service", words.Terms}, {"/policies/contact-information", words.Contact},
		{"/policies/refund-policy", words.Withdrawal}, {"/policies/privacy-policy", words.Privacy},
	},
	"prestashop": {{"/content/2-mentions-legales", words.Imprint}, {"/content/3-conditions-utilisation", words.Terms}},
	"magento":    {{"/contact", words.Contact}, {"/privacy-policy-cookie-restriction-mode", words.Privacy}},
	"gambio":     {{"/shop_content.php?coID=4", words.Imprint}, {"/shop_content.php?coID=3", words.Terms}, {"/shop_content.php?coID=2", words.Privacy}},
}

// addProbes adds the usual addresses of the pages that are missing. Their
// score is that of a slug, so a page that a link promises goes first.
func (c *crawl) addProbes(missing []words.Kind) {
	for _, p := range probes[c.plat] {
		if !slices.Contains(missing, p.kind) {
			continue
		}
		base := c.front.list[0].final
		if base == nil {
			return
		}
		u, err := base.Parse(p.path)
		if err != nil {
			continue
		}
		u = &url.URL{Scheme: u.Scheme, Host: u.Host, Path: u.Path, RawQuery: u.RawQuery}
		c.offer(&candidate{
			url: u, key: c.site.key(u), guess: words.Guess{Kind: p.kind, Score: 0.7}, lang: c.front.list[0].lang,
			via: "sitemap", purpose: "usual address of the " + string(p.kind) + " page", depth: 1, probe: true, shape: shape(u, p.kind),
		})
	}
}
