package crawl

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/words"
)

// closedKinds are pages that are about a visitor's own order or account: a
// reader of notices has no business there, and reading may change something.
var closedKinds = []words.Kind{words.Cart, words.Checkout, words.Account, words.Login, words.Search}

// closedSegments are path segments that act, accept something in a visitor's
// name, or repeat another page.
var closedSegments = []string{
	"cart", "basket", "checkout", "login", "logout", "signin", "signout", "signup", "register", "account", "my-account", "customer",
	"wishlist", "compare", "print", "download", "downloads", "feed", "rss", "share", "sendfriend", "unsubscribe",
	"wp-admin", "wp-login.php", "wp-json", "xmlrpc.php", "cdn-cgi", "add-to-cart", "addtocart", "warenkorb", "winkelwagen", "panier",
	"consent", "cookie-consent", "cookieconsent", "accept-cookies", "cookie-accept",
}

// closedParams are query parameters of the same sort; a value after "="
// limits it to that value.
var closedParams = []string{
	"add-to-cart", "add_to_cart", "addtocart", "buyproducts_id", "action=add", "action=buy_now", "action=logout", "action=login", "action=print", "action=compare",
	"add_to_wishlist", "wishlist", "compare", "logout", "print", "printable", "tmpl", "replytocom", "share",
	"consent", "cookie-consent", "cookie_consent", "cookieconsent", "accept-cookies", "accept_cookies", "acceptcookies",
	"sort", "sort_by", "sortby", "order", "orderby", "orderway", "dir", "product_list_order", "limit", "per_page", "q", "s", "search", "keywords", "format", "download", "attachment_id",
}

// files are endings of addresses that hold no page.
var files = " .pdf .zip .gz .rar .7z .tar .jpg .jpeg .png .gif .webp .avif .svg .ico .bmp .tif .tiff .mp3 .mp4 .avi .mov .webm .ogg .wav .css .js .mjs .json .xml .rss .atom .csv .doc .docx .xls .xlsx .ppt .pptx .odt .ics .vcf .woff .woff2 .ttf .eot .exe .dmg .apk .txt .map .wasm "

// closed reports whether an address is never followed from a link.
func closed(u *url.URL, guess words.Guess) bool {
	if slices.Contains(closedKinds, guess.Kind) || len(u.String()) > maxAddress {
		return true
	}
	if ext := strings.ToLower(path.Ext(u.Path)); ext != "" && strings.Contains(files, " "+ext+" ") {
		return true
	}
	if !guess.Kind.Legal() && closedPath(u.Path) {
		return true
	}
	return u.RawQuery != "" && closedQuery(u.RawQuery)
}

func closedPath(p string) bool {
	n := 0
	for seg := range strings.SplitSeq(p, "/") {
		if n++; n > 40 { // deeper than any shop goes
			return true
		}
		if seg != "" && slices.Contains(closedSegments, strings.ToLower(seg)) {
			return true
		}
	}
	return false
}

func closedQuery(q string) bool {
	for p := range strings.SplitSeq(strings.ToLower(q), "&") {
		name, _, _ := strings.Cut(p, "=")
		if slices.Contains(closedParams, name) || slices.Contains(closedParams, p) {
			return true
		}
	}
	return false
}
