package audit_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/shoplint/shoplint/pkg/audit"
	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

const (
	withLink = `<p>Online dispute resolution: <a href="https://ec.europa.eu/consumers/odr/">platform</a></p>`
	withMail = `<p>Write to leaf@teahouse-ghent.be</p>`
)

// read feeds pages, given by path and body, into an audit of a live shop.
func read(t *testing.T, o audit.Options, pages map[string]string, misses ...survey.Unread) *audit.Shop {
	t.Helper()
	book := loadBook(t)
	a, err := audit.New(book, o)
	if err != nil {
		t.Fatal(err)
	}
	shop, err := a.Shop(context.Background(), "https://teahouse-ghent.example/", survey.Live, func(_ context.Context, k survey.Sink) (survey.Totals, error) {
		for _, path := range []string{"/", "/contact", "/terms", "/imprint", "/privacy"} {
			body, ok := pages[path]
			if !ok {
				continue
			}
			via := "link"
			if path == "/" {
				via = "start"
			}
			p, err := page.Parse(page.Input{
				URL: "https://teahouse-ghent.example" + path, Status: 200, Via: via, Linked: true,
				Body: []byte("<!doctype html><html lang=en><body><h1>Tea</h1>" + body + "</body></html>"),
			}, book.Words)
			if err != nil {
				t.Fatal(err)
			}
			k.Take(k.Inspect(p))
		}
		for _, u := range misses {
			k.Miss(u)
		}
		return survey.Totals{Stopped: "exhausted", Searched: true}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return shop
}

func outcome(s *audit.Shop, id string) audit.Result {
	for _, r := range s.Results {
		if r.Rule.ID == id {
			return r
		}
	}
	return audit.Result{}
}

func TestTheRuleTurns(t *testing.T) {
	for day, want := range map[string][2]check.Outcome{
		"2016-01-08": {check.NotInForce, check.NotInForce},
		"2016-01-09": {check.Pass, check.NotInForce},
		"2025-07-19": {check.Pass, check.NotInForce},
		"2025-07-20": {check.NotInForce, check.Fail},
	} {
		s := read(t, audit.Options{Day: law.MustDay(day), Seller: "BE", SellerBy: "flag"}, map[string]string{"/": withLink + withMail})
		got := [2]check.Outcome{outcome(s, "odr-link").Outcome, outcome(s, "odr-link-stale").Outcome}
		if got != want {
			t.Errorf("as of %s: %v, want %v", day, got, want)
		}
	}
}

func TestSameSurveyOnAnyDay(t *testing.T) {
	// What comes is judged from the same evidence, without reading again.
	s := read(t, audit.Options{Day: law.MustDay("2024-06-01"), Seller: "BE", SellerBy: "flag"}, map[string]string{"/": withLink + withMail})
	for _, c := range s.Coming {
		if c.Rule.ID == "odr-link-stale" && c.WouldBe == check.Fail && c.Day == law.MustDay("2025-07-20") {
			return
		}
	}
	t.Errorf("coming: %+v", s.Coming)
}

func TestUnreadIsNeverMissing(t *testing.T) {
	for _, cause := range []survey.Cause{survey.Blocked, survey.Unreachable, survey.Robots, survey.Budget, survey.NeedsJavaScript} {
		s := read(t, audit.Options{Day: law.MustDay("2024-06-01")}, map[string]string{"/": "<p>Tea.</p>"},
			survey.Unread{URL: "https://teahouse-ghent.example/contact", Cause: cause, Guess: words.Guess{Kind: words.Contact}})
		for _, id := range []string{"odr-link", "contact-email"} {
			if r := outcome(s, id); r.Outcome != check.Unclear || r.Verdict.Cause != cause {
				t.Errorf("%s with a contact page %s: %s (%s)", id, cause, r.Outcome, r.Verdict.Cause)
			}
		}
	}
}

func TestOnlyAGivenCountrySwitchesOff(t *testing.T) {
	pages := map[string]string{"/": `<p>Tea.</p><script type="application/ld+json">{"@type":"Organization","address":{"addressCountry":"CH"}}</script>`}
	given := read(t, audit.Options{Day: law.MustDay("2024-06-01"), Seller: "CH", SellerBy: "flag"}, pages)
	if r := outcome(given, "odr-link"); r.Outcome != check.NotApplicable {
		t.Errorf("a Swiss seller by the user's word: %s", r.Outcome)
	}
	seen := read(t, audit.Options{Day: law.MustDay("2024-06-01")}, pages)
	r := outcome(seen, "odr-link")
	if r.Outcome != check.Warn || r.Certain.Addressee || seen.Outside != "CH" {
		t.Errorf("a seller that seems Swiss: %s, %+v, outside %q", r.Outcome, r.Certain, seen.Outside)
	}
}

func TestDayIsTheSellers(t *testing.T) {
	now := func() time.Time { return time.Date(2025, 7, 19, 21, 30, 0, 0, time.UTC) } // 00:30 in Athens
	for seller, want := range map[law.Country]check.Outcome{"GR": check.Fail, "PT": check.NotInForce} {
		s := read(t, audit.Options{Seller: seller, SellerBy: "flag", Now: now}, map[string]string{"/": withLink})
		if r := outcome(s, "odr-link-stale"); r.Outcome != want {
			t.Errorf("half past midnight in Athens, seller %s: %s, want %s", seller, r.Outcome, want)
		}
	}
}

func TestFingerprints(t *testing.T) {
	o := audit.Options{Day: law.MustDay("2026-11-22"), Seller: "BE", SellerBy: "flag"}
	inFooter := read(t, o, map[string]string{"/": "<footer>" + withLink + "</footer>" + withMail})
	elsewhere := read(t, o, map[string]string{"/": withMail, "/contact": "<footer>" + withLink + "</footer>"})
	if a, b := outcome(inFooter, "odr-link-stale").Fingerprint, outcome(elsewhere, "odr-link-stale").Fingerprint; a != b || len(a) != 16 {
		t.Errorf("the template's link has the fingerprints %q and %q", a, b)
	}
	onOne := read(t, o, map[string]string{"/": "<main>" + withLink + "</main>"})
	onOther := read(t, o, map[string]string{"/": "", "/contact": "<main>" + withLink + "</main>"})
	if a, b := outcome(onOne, "odr-link-stale").Fingerprint, outcome(onOther, "odr-link-stale").Fingerprint; a == b {
		t.Errorf("links in the text of two pages share the fingerprint %q", a)
	}
	if f := outcome(inFooter, "contact-email").Fingerprint; f != "" {
		t.Errorf("a pass has the fingerprint %q", f)
	}
}

func TestABrokenCheckBreaksNothingElse(t *testing.T) {
	book := loadBook(t)
	a, err := audit.New(book, audit.Options{Day: law.MustDay("2026-11-22")})
	if err != nil {
		t.Fatal(err)
	}
	s := survey.New("https://teahouse-ghent.example/", survey.Live)
	s.Add(&survey.Record{Page: survey.Page{URL: "https://teahouse-ghent.example/", Status: 200, Via: "start", Kind: words.Home}})
	s.Finish(survey.Totals{Searched: true})
	shop := a.Judge(s, make([][]survey.Evidence, len(book.Rules.Rules)), map[int]string{1: "out of ink"})
	if r := shop.Results[1]; r.Outcome != check.Broken || r.Broken != "out of ink" {
		t.Errorf("the broken rule: %s %q", r.Outcome, r.Broken)
	}
	if r := shop.Results[2]; r.Outcome != check.Fail {
		t.Errorf("the rule beside it: %s", r.Outcome)
	}
}

func TestUnknownNames(t *testing.T) {
	book := loadBook(t)
	for _, o := range []audit.Options{{Only: []string{"odr-lnk"}}, {Skip: []string{"contakt"}}} {
		if _, err := audit.New(book, o); err == nil || !strings.Contains(err.Error(), "did you mean") {
			t.Errorf("%+v: %v", o, err)
		}
	}
}
