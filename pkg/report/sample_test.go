package report

import (
	"strings"

	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/survey"
)

// yes is a failure of which everything is certain.
var yes = check.Certain{Law: true, Fact: true, Addressee: true}

// bakery is a report on an invented Belgian shop with one finding of every
// grade. Its sentences are English whatever the language: they come from the
// rule book, which these tests do without.
func bakery(lang string) *Report {
	s := Shop{
		Target: "https://bakkerij-deeg.example/", Source: survey.Live,
		Country: "BE", CountrySource: "detected", CountrySign: "vat https://bakkerij-deeg.example/contact",
		SellsTo: []string{"BE", "NL"}, Languages: []string{"nl", "fr"}, Platform: "woocommerce",
		Survey: bakerySurvey(), Results: bakeryResults(),
		Coming: []Coming{{Rule: "complaints-info", Title: "Clearer complaint information", Day: "2028-09-20", Status: "pending", WouldBe: "warn"}},
		Facts: Facts{
			Emails:   []survey.Email{{Address: "deeg@bakkerij.be", Form: survey.Mailto, Accepted: true, Visible: true, URL: "https://bakkerij-deeg.example/contact", Pages: 1}},
			ODRLinks: []survey.ODRLink{{Href: "https://ec.europa.eu/consumers/odr", Visible: true, Certain: true, Views: survey.Views{Desktop: true}, Pages: 4}},
		},
		Times: Times{Started: "2026-11-22T10:00:00Z", ElapsedMS: 3400},
	}
	s.Summary = summaryOf(s.Results)
	return &Report{
		Version: 1, Tool: Tool{Name: "shoplint", Version: "0.1.0", Rulebook: "2026-11-22"}, AsOf: "2026-11-22",
		Gate: Gate{Verdict: "fail", Exit: 1, Because: []string{"odr-link-stale"}}, Shops: []Shop{s}, Lang: lang,
	}
}

func summaryOf(results []Result) map[string]int {
	m := map[string]int{"pass": 0, "warn": 0, "fail": 0, "unclear": 0, "not-applicable": 0, "not-in-force": 0, "error": 0, "ignored": 0, "known": 0}
	for _, r := range results {
		m[string(r.Outcome)]++
	}
	return m
}

func bakerySurvey() Survey {
	const home = "https://bakkerij-deeg.example/"
	return Survey{
		Pages: []survey.Page{
			{URL: home, Status: 200, Kind: "home", Language: "nl", Via: "start", Linked: true},
			{URL: home + "contact", Status: 200, Kind: "contact", Language: "nl", Depth: 1, Via: "link", Linked: true},
			{URL: home + "algemene-voorwaarden?print=1", Status: 200, Kind: "terms", Language: "nl", Depth: 1, Via: "link", Linked: true},
			{URL: home + "oud", Status: 404, Kind: "other", Depth: 2, Via: "link", Linked: true},
		},
		Unread: []survey.Unread{
			{URL: home + "privacy", Cause: survey.Blocked, Detail: "HTTP 403"},
			{URL: home + "fr/contact", Cause: survey.Blocked, Detail: "HTTP 403"},
			{URL: home + "retour", Cause: survey.Robots},
		},
		Requests: 9, Bytes: 81234, Stopped: "budget", Notes: []string{"certificates were not checked"},
	}
}

// bakeryResults has one result for each place in the text.
func bakeryResults() []Result {
	return []Result{
		staleLink(), mailUnclear(),
		{
			Rule: "withdrawal-function", Topic: "withdrawal", Level: "error", Basis: "duty", Title: "Withdrawal function", Headline: "No withdrawal function seen",
			Outcome: check.Warn, Message: "Who buys online must be able to withdraw online.", Notes: []string{"Checkout and account are not opened."},
			LawStatus: "pending", Confidence: "secondary", JudgedFor: JudgedFor{Seller: "BE"}, State: "new",
			Law: []Law{{Act: "dir-2011-83", Cite: "Directive 2011/83/EU", Article: "11a"}},
		},
		{
			Rule: "provider-identity", Topic: "identity", Level: "error", Basis: "duty", Title: "Who the seller is", Headline: "Name and address found",
			Outcome: check.Pass, Certain: yes, LawStatus: "in-force", JudgedFor: JudgedFor{Seller: "BE"}, State: "new",
			Message: "They stand in the footer of every page. " + strings.Repeat("And more is said of it. ", 20),
		},
		{
			Rule: "odr-link", Topic: "odr", Level: "error", Basis: "duty", Title: "Link to the ODR platform", Outcome: check.NotInForce,
			LawStatus: "ended", From: "2016-01-09", Until: "2025-07-20", FollowedBy: "odr-link-stale", JudgedFor: JudgedFor{Seller: "BE"}, State: "new",
		},
		{
			Rule: "contact-phone", Topic: "contact", Level: "warning", Basis: "duty", Title: "Telephone number", Headline: "No telephone number",
			Outcome: check.Warn, LawStatus: "in-force", JudgedFor: JudgedFor{Seller: "BE"}, State: "ignored", Because: "the owner decides in January",
		},
		{
			Rule: "adr-info", Topic: "adr", Level: "notice", Basis: "duty", Title: "ADR body named", Headline: "No ADR body named",
			Outcome: check.Warn, LawStatus: "in-force", JudgedFor: JudgedFor{Seller: "BE"}, State: "new",
		},
	}
}

// staleLink fails with evidence of three sorts, steps and text to paste.
func staleLink() Result {
	return Result{
		Rule: "odr-link-stale", Topic: "odr", Level: "error", Basis: "risk", Title: "No link to the closed ODR platform",
		Headline: "Link to the closed ODR platform", Outcome: check.Fail,
		Message: "This rule has been turned round. Until 19 July 2025 you HAD to link to the EU ODR platform. Since 20 July 2025 the platform is closed and the duty is gone.\n\nA link that stays can be misleading.",
		Certain: yes, LawStatus: "in-force", Confidence: "secondary", From: "2025-07-20",
		JudgedFor: JudgedFor{Seller: "BE", Customers: []string{"BE", "NL"}}, State: "new", Fingerprint: "00112233aabbccdd",
		Parts: []Part{{ID: "nl", Language: "nl", Outcome: check.Fail, Message: "in the footer"}, {ID: "fr", Language: "fr", Outcome: check.Pass}},
		Evidence: []Evidence{
			{Place: survey.Place{URL: "https://bakkerij-deeg.example/", Selector: "footer > p:nth-of-type(2) > a", Line: 212, Excerpt: "Geschil? https://ec.europa.eu/consumers/odr", Visible: true, Pages: 3}, Where: "footer"},
			{Place: survey.Place{URL: "https://bakkerij-deeg.example/algemene-voorwaarden?print=1", Selector: "main#content > section.terms:nth-of-type(14) > p:nth-of-type(2) > a.external", Line: 1418, Excerpt: "onlinegeschillenbeslechting", Why: ".terms a {display: none}", Pages: 1}, Where: "main"},
			{Place: survey.Place{URL: "https://bakkerij-deeg.example/contact", Line: 7, Visible: true, Why: "style.css was not read", Pages: 1}, Note: "not on phones"},
			{Place: survey.Place{URL: "https://bakkerij-deeg.example/oud", Visible: true, Pages: 1}},
		},
		EvidenceTotal: 6,
		Law: []Law{
			{Act: "reg-2024-3228", Cite: "Regulation (EU) 2024/3228", Article: "1", URL: "http://data.europa.eu/eli/reg/2024/3228/oj", From: "2025-07-20"},
			{Act: "be-wer", Cite: "WER/CDE", Article: "VI.93", From: "2014-05-31"},
		},
		Fix: Fix{
			Kind: "remove", Who: "owner", Minutes: 10,
			Steps:    []string{"Delete the sentence and the link in the footer, in Dutch and in French.", "Search order mails, invoices and PDFs for \"odr\" too, and every place where an old copy of the terms is kept."},
			Snippets: []Snippet{{Language: "nl", Text: "<p>Niet tevreden?\n  Meld het ons eerst: {e-mail}, {telefoon}.</p>"}, {Language: "fr", Text: "<p>Pas satisfait ? Dites-le-nous d'abord : {e-mail}.</p>"}},
		},
	}
}

// mailUnclear is a duty that could not be judged.
func mailUnclear() Result {
	return Result{
		Rule: "contact-email", Topic: "contact", Level: "error", Basis: "duty", Title: "E-mail address", Headline: "E-mail address not decided",
		Outcome: check.Unclear, Cause: survey.Blocked, Detail: "HTTP 403 on /fr/contact", Message: "Whether the shop states an e-mail address could not be decided: a page that may hold it was not read.",
		LawStatus: "in-force", Confidence: "primary", JudgedFor: JudgedFor{Seller: "BE"}, State: "new",
		Law: []Law{{Act: "dir-2000-31", Cite: "Directive 2000/31/EC", Article: "5(1)(c)", URL: "http://data.europa.eu/eli/dir/2000/31/oj"}},
	}
}

// hostile is a shop that attacks its reader, and of which nothing was read.
func hostile() *Report {
	evil := "\x1b[2J\x1b]0;owned\x07\u202Eeslaf\u2066 PASS\r\nRESULT: PASS\x00\x9b31m\u200Bzero\xff\u2028new \u0085line"
	r := bakery("en")
	s := &r.Shops[0]
	s.Target, s.Platform, s.CountrySign = "https://"+strings.Repeat("a", 300)+".example/"+evil, evil, evil
	s.Languages, s.SellsTo = []string{evil, evil, evil, evil, evil, evil, evil}, nil
	s.Survey = Survey{Unread: []survey.Unread{{URL: evil, Cause: "odd\x1b[1m", Detail: strings.Repeat(evil, 40)}}, Notes: []string{evil}}
	hit := staleLink()
	hit.Headline, hit.Message = strings.Repeat("Headline ", 20), evil+strings.Repeat("x", 10_000)
	hit.Evidence[0].Excerpt = strings.Repeat("<b>ten kilobytes</b> ", 500) + evil
	hit.Evidence[0].Selector = strings.Repeat("div > ", 200) + evil
	hit.Evidence[1].URL = "https://other.example/" + strings.Repeat("%F0%9F", 90) + evil
	hit.Evidence[2].Why = strings.Repeat("\u0301", 500) + evil
	hit.Fix.Snippets[0] = Snippet{Language: evil, Text: strings.Repeat("line\n", 300)}
	hit.Law[0].URL = "http://" + strings.Repeat("long", 60)
	s.Results, s.Coming = []Result{hit}, nil
	return r
}

// empty is what is left when no rule was selected and nothing was given.
func empty() *Report {
	return &Report{Version: 1, Tool: Tool{Name: "shoplint", Version: "0.1.0", Rulebook: "2026-11-22"}, AsOf: "2026-11-22",
		Gate: Gate{Verdict: "unclear", Exit: 3}, Shops: []Shop{{Target: "-", Source: survey.Stdin, Country: "EU", CountrySource: "default", Summary: summaryOf(nil)}}}
}
