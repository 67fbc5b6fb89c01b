package report

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/rule"
)

// book is two invented rules and their acts.
func book(t *testing.T) ([]rule.Rule, map[string]law.Act) {
	t.Helper()
	acts := map[string]law.Act{
		"reg-2013-524": {ID: "reg-2013-524", Cite: map[string]string{"en": "Regulation (EU) No 524/2013", "nl": "Verordening (EU) nr. 524/2013"}, URL: "http://data.europa.eu/eli/reg/2013/524/oj"},
		"de-ddg":       {ID: "de-ddg", Country: "DE", Cite: map[string]string{"en": "DDG"}},
	}
	var check yaml.Node
	if err := yaml.Unmarshal([]byte("kind: link\nto: [odr-platform]\n"), &check); err != nil {
		t.Fatal(err)
	}
	odr := rule.Rule{
		ID: "odr-link", Topic: "odr", Level: rule.Error, Basis: rule.Duty, BindsBy: rule.BySeller, Confidence: law.Primary,
		Law:        []rule.Entry{{Act: "reg-2013-524", Article: "14(1)", Interval: law.Interval{From: law.MustDay("2016-01-09"), Until: law.MustDay("2025-07-20")}}},
		FollowedBy: "odr-link-stale", Check: *check.Content[0], CannotSee: []string{"offers sent by e-mail"},
		Fix: rule.Fix{Kind: "add", Who: "owner", Minutes: 15, Steps: []rule.Step{
			{ID: "link"}, {ID: "profile", Interval: law.Interval{Until: law.MustDay("2025-03-20")}, Countries: []law.Country{"BE", "NL"}},
		}, Snippets: []rule.Snippet{{ID: "block", Do: "add", Languages: []string{"en", "nl"}}}},
		Text: map[string]rule.Text{
			"en": {Title: "Link to the ODR platform", Why: "Customers had to find the platform.\n\nIt was the law.", Steps: map[string]string{"link": "Put the link in the footer.", "profile": "Register the firm."}, Snippets: map[string]string{"block": "<p>Dispute?</p>"}},
			"nl": {Title: "Link naar het ODR-platform", Steps: map[string]string{"link": "Zet de link onderaan."}, Snippets: map[string]string{"block": "<p>Geschil?</p>"}},
		},
	}
	mail := rule.Rule{
		ID: "contact-email", Topic: "contact", Level: rule.Warning, Basis: rule.Risk, BindsBy: rule.ByBoth, Confidence: law.Secondary,
		Law: []rule.Entry{{Act: "de-ddg", Article: "§ 5", Confidence: law.Unverified, Countries: []law.Country{"DE"}, Interval: law.Interval{From: law.MustDay("2024-05-14")}}, {Act: "reg-2013-524", Article: "14(1)", Interval: law.Interval{From: law.MustDay("2016-01-09"), Until: law.MustDay("2025-07-20")}}},
		Countries: map[string]rule.CountryLaw{
			"*":  {Status: law.Unknown},
			"DE": {Status: law.InForce, Act: "de-ddg", Article: "§ 5", Interval: law.Interval{From: law.MustDay("2024-05-14")}},
		},
		Text: map[string]rule.Text{"en": {Title: "E-mail address"}},
	}
	return []rule.Rule{odr, mail}, acts
}

// tried are the fixtures of one of them.
func tried() map[string][]rule.Fixture {
	shop := func(verdict, note string) rule.Fixture {
		return rule.Fixture{Slug: "s", Verdict: verdict, Note: note, Country: "BE", AsOf: law.MustDay("2024-06-01")}
	}
	return map[string][]rule.Fixture{"odr-link": {
		shop("pass", "The link stands in the footer."), shop("fail", "No link anywhere."), shop("fail", "The link is hidden by a sheet."),
		shop("fail", "A comment holds it."), shop("fail", "The fourth is left out."), shop("not-in-force", "The day after."), shop("warn", ""),
	}}
}

func TestGoldenExplain(t *testing.T) {
	rules, acts := book(t)
	for _, lang := range Languages() {
		var b bytes.Buffer
		if err := Explain(&b, rules, acts, tried(), lang, 80); err != nil {
			t.Fatal(err)
		}
		golden(t, "explain."+lang+".txt", b.Bytes())
		for line := range strings.SplitSeq(b.String(), "\n") {
			if width(line) > widest {
				t.Errorf("%s: too wide: %q", lang, line)
			}
		}
	}
}

func TestTimelineIsForODROnly(t *testing.T) {
	rules, acts := book(t)
	var b bytes.Buffer
	if err := Explain(&b, rules[1:], acts, nil, "en", 60); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "2016-02-15") {
		t.Error("the platform's timeline stands with a rule that has nothing to do with it")
	}
}

func TestGoldenRuleList(t *testing.T) {
	rules, _ := book(t)
	for _, format := range []string{"text", "json"} {
		var b bytes.Buffer
		if err := RuleList(&b, rules, "nl", format); err != nil {
			t.Fatal(err)
		}
		golden(t, "rules."+format, b.Bytes())
	}
	if err := RuleList(&bytes.Buffer{}, rules, "en", "csv"); err == nil {
		t.Error("an unknown format was taken")
	}
}

func TestCatalogueHasNoNull(t *testing.T) {
	var b bytes.Buffer
	if err := RuleList(&b, []rule.Rule{{ID: "bare"}}, "en", "json"); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "null") || !json.Valid(b.Bytes()) {
		t.Errorf("not a catalogue: %s", b.String())
	}
}

// TestSpanIsOpenWhenOneEntryIs: a rule goes on as long as one of its laws.
func TestSpanIsOpenWhenOneEntryIs(t *testing.T) {
	rules, _ := book(t)
	if from, until := span(&rules[1]); from != "2016-01-09" || until != "" {
		t.Errorf("span = %q, %q", from, until)
	}
	twice := rule.Rule{Law: []rule.Entry{rules[0].Law[0], {Interval: law.Interval{From: law.MustDay("2002-01-17"), Until: law.MustDay("2022-05-28")}}}}
	if from, until := span(&twice); from != "2002-01-17" || until != "2025-07-20" {
		t.Errorf("span = %q, %q", from, until)
	}
	if from, until := span(&rules[0]); from != "2016-01-09" || until != "2025-07-20" {
		t.Errorf("span = %q, %q", from, until)
	}
}
