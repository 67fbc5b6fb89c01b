package crawl

import (
	"bytes"
	"net/http"
)

// notices are what shop software and its common plug-ins write into a page
// that stands in for the shop, whatever its status.
var notices = []struct{ name, mark string }{
	{"WooCommerce coming-soon page", "woocommerce-coming-soon"},
	{"WordPress maintenance page", "briefly unavailable for scheduled maintenance"},
	{"WordPress maintenance page", "wp-maintenance-mode"},
	{"Elementor maintenance page", "elementor-maintenance-mode"},
	{"SeedProd coming-soon page", "seedprod-comingsoon"},
	{"PrestaShop maintenance page", "id=\"maintenance\""},
	{"Shopware maintenance page", "class=\"maintenance-"},
	{"Magento maintenance page", "there will be an update soon"},
	{"OpenCart maintenance page", "we are currently performing some scheduled maintenance"},
	{"Joomla offline page", "this site is down for maintenance"},
	{"Drupal maintenance page", "site under maintenance"},
	{"BigCommerce maintenance page", "down for maintenance"},
	{"JTL-Shop maintenance page", "wartungsmodus"},
	{"closed Shopify shop", "this shop is currently unavailable"},
	{"address without a Wix site", "looks like this domain isn't connected to a website yet"},
	{"placeholder of the host", "hier entsteht eine neue"},
	{"cPanel default page", "/cgi-sys/defaultwebpage.cgi"},
	{"IIS default page", "iisstart.png"},
	{"Plesk default page", "domain default page"},
	{"nginx default page", "welcome to nginx!"},
	{"Apache default page", "apache2 debian default page"},
}

// maintenance names the notice that stands in for the shop, "" for a page of
// the shop itself. Only small pages are looked at.
func maintenance(a *answer) string {
	if a.status/100 != 2 && a.status != http.StatusServiceUnavailable && a.status != http.StatusPaymentRequired || len(a.body) > smallPage || len(a.body) == 0 {
		return ""
	}
	if a.status/100 == 2 && bytes.Count(a.body, []byte("<a ")) > fewLinks {
		return ""
	}
	low := bytes.ToLower(a.body)
	for _, n := range notices {
		if bytes.Contains(low, []byte(n.mark)) {
			return n.name
		}
	}
	return ""
}

// gate names the password page of a shop that is not open to the public. It
// may come under the shop's own address.
func gate(a *answer) string {
	if a.status/100 != 2 && a.status != http.StatusUnauthorized || !bytes.Contains(a.body, []byte("storefront_password")) {
		return ""
	}
	return "the shop asks every visitor for a password (Shopify storefront)"
}

// geoWords are how walls say that the country is the reason.
var geoWords = [][]byte{
	[]byte("not available in your country"), []byte("not available in your region"), []byte("not available in your location"),
	[]byte("banned the country or region"), []byte("has banned your country"), []byte("in ihrem land nicht verfügbar"),
	[]byte("pas disponible dans votre pays"), []byte("niet beschikbaar in jouw land"), []byte("niet beschikbaar in uw land"),
	[]byte("no está disponible en tu país"), []byte("non è disponibile nel tuo paese"),
}

// geo reports whether an answer is refused for the country it went to.
func geo(a *answer) bool {
	switch {
	case a.status == http.StatusForbidden, a.status == http.StatusUnavailableForLegalReasons:
	case a.status/100 == 2 && len(a.body) <= smallPage && bytes.Count(a.body, []byte("<a ")) <= fewLinks:
	default:
		return false
	}
	low := bytes.ToLower(a.body[:min(len(a.body), smallPage)])
	for _, w := range geoWords {
		if bytes.Contains(low, w) {
			return true
		}
	}
	return false
}

// workWords say in many languages that a shop is shut for a while. They are
// looked for in the body of a 503 only.
var workWords = [][]byte{
	[]byte("maint"), []byte("wartung"), []byte("onderhoud"), []byte("manuten"), []byte("manutenc"), []byte("mantenim"),
	[]byte("konserwac"), []byte("údržb"), []byte("karbantart"), []byte("vedlikeh"), []byte("vedligehold"), []byte("underhåll"),
	[]byte("huolto"), []byte("mentenan"), []byte("be right back"), []byte("back soon"), []byte("coming soon"), []byte("bientôt"),
}

func closedForWork(a *answer) bool {
	if a.header.Get("Retry-After") != "" {
		return true
	}
	low := bytes.ToLower(a.body[:min(len(a.body), 32<<10)])
	for _, w := range workWords {
		if bytes.Contains(low, w) {
			return true
		}
	}
	return false
}
