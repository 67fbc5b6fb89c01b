package crawl

import (
	"net/url"
	"testing"

	"github.com/shoplint/shoplint/pkg/words"
)

func TestTidy(t *testing.T) {
	tests := map[string]string{
		"HTTPS://Shop.BE:443":                      "https://shop.be/",
		"http://shop.be:80/a/../b/./c#top":         "http://shop.be/b/c",
		"http://shop.be:8080/":                     "http://shop.be:8080/",
		"https://u:p@shop.be/?utm_source=x&b=2&&a": "https://shop.be/?b=2&a",
		"https://bücher.example/":                  "https://xn--bcher-kva.example/",
		"https://shop.be./?gclid=1":                "https://shop.be/",
		"https://shop.be/%2e%2e/a%20b":             "https://shop.be/a%20b",
	}
	for in, want := range tests {
		u, err := url.Parse(in)
		if err != nil {
			t.Fatal(err)
		}
		if got := tidy(u).String(); got != want {
			t.Errorf("tidy(%s) = %s, want %s", in, got, want)
		}
	}
}

func TestKey(t *testing.T) {
	s := newSite(mustParse(t, "https://shop.be/"))
	same := [][2]string{
		{"http://shop.be/", "https://shop.be/index.html"},
		{"https://shop.be/a?x=1&y=2", "https://shop.be/a?y=2&x=1"},
		{"https://shop.be/a#b", "https://shop.be/a"},
	}
	for _, p := range same {
		if a, b := s.key(tidy(mustParse(t, p[0]))), s.key(tidy(mustParse(t, p[1]))); a != b {
			t.Errorf("%s and %s have keys %s and %s", p[0], p[1], a, b)
		}
	}
	a, b := mustParse(t, "https://shop.be/"), mustParse(t, "https://www.shop.be/")
	if s.key(a) == s.key(b) {
		t.Error("www and bare host are one before the home page said so")
	}
	s.settle(b)
	if s.key(a) != s.key(b) {
		t.Error("www and bare host are two after the home page redirected")
	}
}

func TestSameSite(t *testing.T) {
	s := newSite(mustParse(t, "https://www.shop.co.uk/"))
	for address, want := range map[string]bool{
		"https://shop.co.uk/": true, "https://fr.shop.co.uk/": true, "https://www.shop.co.uk/": true,
		"https://blog.shop.co.uk/": false, "https://other.co.uk/": false, "https://shop.co.uk.evil.example/": false, "https://www.shop.co.uk:8443/": false,
	} {
		if got := s.same(tidy(mustParse(t, address))); got != want {
			t.Errorf("same(%s) = %v", address, got)
		}
	}
	ip := newSite(mustParse(t, "http://127.0.0.1:8080/"))
	if ip.same(mustParse(t, "http://127.0.0.1:9090/")) || !ip.same(mustParse(t, "http://127.0.0.1:8080/x")) {
		t.Error("an address is more than its host and port")
	}
}

func TestVersions(t *testing.T) {
	for address, want := range map[string]string{
		"https://shop.be/nl/contact": "nl", "https://shop.be/fr-be/": "fr", "https://shop.be/be-nl/": "nl", "https://fr.shop.be/": "fr",
		"https://shop.be/?lang=de": "de", "https://shop.be/contact": "", "https://shop.be/news/nl/": "", "https://shop.be/xx/": "",
	} {
		if got := version(mustParse(t, address)); got != want {
			t.Errorf("version(%s) = %q, want %q", address, got, want)
		}
	}
}

func TestShape(t *testing.T) {
	pairs := [][2]string{
		{"https://s.be/product/red-lamp-3", "https://s.be/product/blue-lamp"},
		{"https://s.be/nl/product/lamp", "https://s.be/fr/product/lampe"},
		{"https://s.be/index.php?route=product/product&product_id=4", "https://s.be/index.php?product_id=7&route=product/product"},
	}
	for _, p := range pairs {
		if a, b := shape(mustParse(t, p[0]), ""), shape(mustParse(t, p[1]), ""); a != b {
			t.Errorf("shapes %q and %q", a, b)
		}
	}
	if a, b := shape(mustParse(t, "https://s.be/?route=a"), ""), shape(mustParse(t, "https://s.be/?route=b"), ""); a == b {
		t.Errorf("two routes have one shape %q", a)
	}
}

func TestQueryVariantsDoNotBoundRoutesAndLegalPages(t *testing.T) {
	f := newFrontier(Options{QueryVariants: 2})
	s := newSite(mustParse(t, "https://s.be/"))
	add := func(address string, kind words.Kind) bool {
		u := mustParse(t, address)
		return f.add(&candidate{url: u, key: s.key(u), guess: words.Guess{Kind: kind, Score: 1}}) != nil
	}
	for i, want := range []bool{true, true, false} {
		if got := add("https://s.be/a?f="+string(rune('a'+i)), ""); got != want {
			t.Errorf("variant %d taken: %v", i, got)
		}
	}
	if !add("https://s.be/a?page_id=7", "") || !add("https://s.be/a?f=z", words.Terms) {
		t.Error("a route or a legal page fell to the budget")
	}
}

func mustParse(t *testing.T, s string) *url.URL {
	t.Helper()
	u, err := url.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func FuzzAddress(f *testing.F) {
	for _, s := range []string{"https://u:p@Shop.be:443/a/../b?utm_x=1&b#c", "http://[::1]:80//x/./y", "https://bücher.example/%2e%2e/é?&&=", "http://a:b:c/"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		u, err := url.Parse(in)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
			return
		}
		once := tidy(u)
		if again := tidy(once); again.String() != once.String() {
			t.Errorf("tidy(%q) = %q, then %q", in, once, again)
		}
		if once.User != nil || once.Fragment != "" {
			t.Errorf("tidy(%q) kept %q", in, once)
		}
		s := newSite(once)
		s.key(once)
		shape(once, "")
		routed(once)
		closed(once, words.Guess{})
		switches("nl", "nl", once)
	})
}

func TestCode(t *testing.T) {
	for tag, want := range map[string]string{"nl": "nl", "NL-be": "nl", "fr_FR": "fr", "xx": "", "": "", "n": "", " b": "", "g ": "", "gc": "", "de-latn-ch": ""} {
		if got := code(tag); got != want {
			t.Errorf("code(%q) = %q, want %q", tag, got, want)
		}
	}
}
