package report

import (
	"strings"
	"testing"

	"github.com/shoplint/shoplint/pkg/audit"
	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
	"github.com/shoplint/shoplint/rules"
)

// builderFor is a builder for a shop on some platform.
func builderFor(t *testing.T, platform, lang string) builder {
	t.Helper()
	book, err := rules.Book(check.Words())
	if err != nil {
		t.Fatal(err)
	}
	s := survey.New("https://molenbrood-gent.be/", survey.Live)
	s.Platform = platform
	return builder{
		BuildOptions: BuildOptions{Lang: lang, Book: book}, survey: s,
		shop: &audit.Shop{Survey: s, Case: check.Case{Day: law.MustDay("2026-11-22"), Seller: "BE", Customers: []law.Country{"BE"}}},
	}
}

func TestWhere(t *testing.T) {
	seen := func(region page.Region, kind words.Kind) check.Verdict {
		return check.Verdict{Evidence: []survey.Evidence{{Region: region, Kind: kind}}}
	}
	remove, add := &rule.Rule{Fix: rule.Fix{Kind: "remove"}}, &rule.Rule{Fix: rule.Fix{Kind: "add"}}
	for _, tt := range []struct {
		name, platform, lang string
		result               audit.Result
		want                 string
	}{
		{"footer link", "woocommerce", "nl", audit.Result{Rule: remove, Verdict: seen(page.Footer, words.Home)}, "Waar in WooCommerce: Weergave"},
		{"in the terms", "shopify", "en", audit.Result{Rule: remove, Verdict: seen(page.Main, words.Terms)}, "Where in Shopify: Settings > Policies"},
		{"header", "prestashop", "fr", audit.Result{Rule: remove, Verdict: seen(page.Nav, words.Home)}, "Où, dans PrestaShop : Modules"},
		{"product page", "shopware", "de", audit.Result{Rule: remove, Verdict: seen(page.Main, words.Product)}, "Wo in Shopware: Kataloge > Produkte"},
		{"to be added", "magento", "en", audit.Result{Rule: add, Verdict: seen(page.Footer, words.Home)}, "Where in Magento: Content > Pages"},
		{"said by the rule", "ccv", "en", audit.Result{Rule: &rule.Rule{Fix: rule.Fix{Kind: "add", Where: "footer"}}}, "Where in CCV Shop: Layout"},
		{"unknown software", "", "en", audit.Result{Rule: remove, Verdict: seen(page.Footer, words.Home)}, ""},
		{"software without lines", "jimdo", "en", audit.Result{Rule: remove, Verdict: seen(page.Footer, words.Home)}, ""},
	} {
		got := builderFor(t, tt.platform, tt.lang).where(tt.result)
		if !strings.HasPrefix(got, tt.want) || tt.want == "" && got != "" {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// Every platform of the issue has its lines, in the four languages.
func TestEveryPlatformHasLines(t *testing.T) {
	b := builderFor(t, "", "en")
	for _, id := range strings.Fields("woocommerce shopify prestashop magento shopware opencart lightspeed ccv wix squarespace jtl gambio oxid shoptet") {
		p, ok := b.Book.Platform(id)
		if !ok {
			t.Errorf("nothing known of %s", id)
			continue
		}
		for _, place := range rule.Places {
			for _, lang := range Languages() {
				if p.Where[place][lang] == "" {
					t.Errorf("%s: no line for %s in %s", id, place, lang)
				}
			}
		}
	}
}

// Gaps are filled with what the shop shows of itself, and nothing else.
func TestGaps(t *testing.T) {
	b := builderFor(t, "", "en")
	yes := true
	b.survey.Emails.Add([]survey.Email{{Address: "vraag@molenbrood-gent.be", Accepted: true, Visible: true, Pages: 1}})
	b.survey.Identifiers.Add([]survey.Identifier{
		{Scheme: "be-kbo", Value: "0403.019.261", Valid: &yes, Form: survey.Text, Weight: survey.Declared, URL: "/contact", Home: "/contact", Pages: 1},
		{Scheme: "nl-btw", Value: "NL004495445B01", Valid: &yes, Form: survey.Text, Weight: survey.Declared, URL: "/contact", Home: "/contact", Pages: 1},
	})
	got := b.gaps()
	if got["e-mail"] != "vraag@molenbrood-gent.be" || got["phone"] != "" || got["vat-number"] == "NL004495445B01" {
		t.Errorf("%v", got)
	}
	if text := fill("{name}, {e-mail}", got); text != "{name}, vraag@molenbrood-gent.be" {
		t.Errorf("%q: a gap that nothing fills must stay visible", text)
	}
}
