package words

import "testing"

func TestSlug(t *testing.T) {
	b := book(t)
	for _, c := range []struct {
		path  string
		kind  Kind
		score float64
	}{
		{"/impressum", Imprint, 0.7},
		{"/de/Impressum/", Imprint, 0.7},
		{"/info/impressum.html", Imprint, 0.7},
		{"/Service/Impressum", Imprint, 0.7},
		{"/policies/terms-of-service", Terms, 0.7},
		{"/nl/policies/legal-notice", Imprint, 0.7},
		{"/policies/refund-policy", Returns, 0.7},
		{"/pages/contact", Contact, 0.7},
		{"/content/2-mentions-legales", Imprint, 0.7},
		{"/fr/content/3-conditions-utilisation", Terms, 0.7},
		{"/content/2-prekiu-pirkimo-taisykles", Imprint, 0.7},
		{"/service/general-terms-conditions/", Terms, 0.7},
		{"/nl/service/disclaimer/", Imprint, 0.7},
		{"/index.php?route=information/contact", Contact, 0.7},
		{"/index.php?route=information/information&information_id=5", Terms, 0.7},
		{"/index.php?cl=content&oxloadid=oxagb", Terms, 0.7},
		{"/index.php?cl=content&oxloadid=oxrightofwithdrawal", Withdrawal, 0.7},
		{"/shop_content.php?coID=3", Terms, 0.7},
		{"/pol-Regulamin-cterms-pol-12.html", Terms, 0.7},
		{"/index.php?id_cms=2&controller=cms", Imprint, 0.7},
		{"/checkout/cart/", Cart, 0.7},
		{"/Allgemeine-Gesch%C3%A4ftsbedingungen", Terms, 0.7},
		{"/allgemeine-geschaeftsbedingungen/", Terms, 0.7},
		{"/unsere-datenschutzerklaerung-2024", Privacy, 0.5},
		{"/vertrag-widerrufen", WithdrawalFunction, 0.7},
		{"/widerruf", Withdrawal, 0.7},
		{"/products/privacy-screen", Product, 0.7},
		{"/index.php?page=impressum", Imprint, 0.5},
		{"https://shop.example/algemene-voorwaarden?lang=nl#top", Terms, 0.7},
		{"/contact/index.html", Contact, 0.7},
		{"/nl/index.html", Home, 0.7},
		{"/contact/thanks", Contact, 0.5},
		{"/terms-and-conditions/2024", Terms, 0.7},
		{"/blog/gezond-koken", Blog, 0.7},
		{"index.html#postel", Home, 0.7},
		{"../contact.html", Contact, 0.7},
		{"mailto:info@shop.example", "", 0},
		{"javascript:contact()", "", 0},
		{"/?s=impressum", "", 0},
		{"/?return=/impressum", "", 0},
		{"/123/456", "", 0},
		{"/", "", 0},
		{"", "", 0},
		{"/%zz%", "", 0},
	} {
		g := b.Slug(c.path)
		if g.Kind != c.kind || g.Score != c.score {
			t.Errorf("Slug(%q) = %+v, want %s %.1f", c.path, g, c.kind, c.score)
		}
	}
}

func TestSegmentMatch(t *testing.T) {
	for _, c := range []struct {
		pattern, s string
		want       bool
	}{
		{"a", "a", true}, {"a", "b", false}, {"*", "", true}, {"1-*", "1-x", true}, {"1-*", "11-x", false},
		{"*-c-*.html", "x-c-9.html", true}, {"*-c-*.html", "x-c-9.htm", false}, {"a*b*a", "aba", true}, {"a*a", "a", false},
	} {
		if got := segmentMatch(c.pattern, c.s); got != c.want {
			t.Errorf("segmentMatch(%q, %q) = %v", c.pattern, c.s, got)
		}
	}
}

func FuzzSlug(f *testing.F) {
	b := book(f)
	for _, s := range []string{"/impressum", "/a?route=x&%", "//h/p", "/%e2%82", "?cl=content&oxloadid=oxagb", "/1-2-3/4.5"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, path string) {
		if g := b.Slug(path); g.Score < 0 || g.Score > exactSlug || (g.Kind == "") != (g.Score == 0) {
			t.Errorf("Slug(%q) = %+v", path, g)
		}
	})
}
