package audit

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/shoplint/shoplint/pkg/adr"
	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/profile"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/source"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
	"github.com/shoplint/shoplint/rules"
)

// The days of the property test: every day with SHOPLINT_EVERY_DAY set; else
// those on which the law of a rule changes, the days around them, and every
// seventh day between.
func everyDay(book *rule.Book) []law.Day {
	first, last := law.MustDay("2015-01-01"), law.MustDay("2029-12-31")
	stride := 7
	if os.Getenv("SHOPLINT_EVERY_DAY") != "" {
		stride = 1
	}
	days := []law.Day{last}
	for d := first; d.Before(last); d = d.Add(stride) {
		days = append(days, d)
	}
	for i := range book.Rules {
		for _, d := range book.Rules[i].AllTurns() {
			for _, x := range []law.Day{d.Add(-1), d, d.Add(1)} {
				if !x.Before(first) && !last.Before(x) {
					days = append(days, x)
				}
			}
		}
	}
	slices.SortFunc(days, law.Day.Sub)
	return slices.Compact(days)
}

var everyShop = fstest.MapFS{
	"index.html": {Data: []byte(`<!doctype html><html lang="nl"><title>Molenbrood</title><body><p>Brood aan huis, alle prijzen incl. btw.</p>
		<footer><a href="contact.html">Contact</a> <a href="voorwaarden.html">Algemene voorwaarden</a> <a href="https://ec.europa.eu/consumers/odr">ODR</a></footer></body></html>`)},
	"contact.html":     {Data: []byte(`<!doctype html><html lang="nl"><title>Contact</title><body><p>Molenbrood BV, Dorpsplein 4, 9000 Gent, vraag@molenbrood-gent.be</p></body></html>`)},
	"voorwaarden.html": {Data: []byte(`<!doctype html><html lang="nl"><title>Voorwaarden</title><body><p>Klachten? Ombudsman voor de Handel. Zie ook Privacy Shield en § 5 TMG.</p></body></html>`)},
}

// readEvery reads the shop of the property test for every rule of the book.
func readEvery(t *testing.T) (*Auditor, *sink) {
	t.Helper()
	var b Book
	var err error
	if b.Rules, err = rules.Book(check.Words()); err != nil {
		t.Fatal(err)
	}
	if b.Words, err = words.Load(rules.FS()); err != nil {
		t.Fatal(err)
	}
	if b.ADR, err = adr.Load(rules.FS()); err != nil {
		t.Fatal(err)
	}
	a, err := New(b, Options{Forecast: true})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, f := range everyShop {
		if err := os.WriteFile(filepath.Join(dir, name), f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	k := newSink(a, dir, survey.Folder)
	totals, err := source.Folder(t.Context(), dir, source.Options{Book: b.Words}, k)
	if err != nil {
		t.Fatal(err)
	}
	k.survey.Finish(totals)
	if len(k.broken) > 0 {
		t.Fatalf("checks broke while reading: %v", k.broken)
	}
	return a, k
}

// On every day and in every state each rule gives an outcome of the contract,
// none breaks, and the two rules on the platform never bind together.
func TestEveryDayEveryState(t *testing.T) {
	a, k := readEvery(t)
	known := []check.Outcome{check.Pass, check.Warn, check.Fail, check.Unclear, check.NotApplicable, check.NotInForce}
	profiles := []profile.Profile{
		{Shop: rule.B2C, ShopBy: profile.Assumed},
		{Shop: rule.B2B, ShopBy: profile.Flag},
		{Shop: rule.Marketplace, ShopBy: profile.Flag, Size: rule.Micro, SizeBy: profile.Flag, Sells: rule.AllGoods, SellsBy: profile.Flag},
	}
	judged := 0
	for n, day := range everyDay(a.book.Rules) {
		for m, c := range law.States() {
			cs := check.Case{Day: day, Seller: c, SellerBy: "flag", Customers: []law.Country{c}, Profile: profiles[(n+m)%len(profiles)]}
			var odr []string
			for i, r := range a.rules {
				got := a.one(i, cs, k.survey, k.evidence[i], "")
				judged++
				if got.Broken != "" || !slices.Contains(known, got.Outcome) {
					t.Fatalf("%s in %s on %s: %s (%s)", r.ID, c, day, got.Outcome, got.Broken)
				}
				if got.Outcome == check.Fail && !(got.Certain.Law && got.Certain.Fact && got.Certain.Addressee) {
					t.Fatalf("%s in %s on %s fails and is not certain: %+v", r.ID, c, day, got.Certain)
				}
				if (r.ID == "odr-link" || r.ID == "odr-link-stale") && rule.Judged(got.Binding.State) {
					odr = append(odr, r.ID)
				}
			}
			if len(odr) > 1 {
				t.Fatalf("%v bind together in %s on %s", odr, c, day)
			}
		}
	}
	t.Logf("%d judgements", judged)
}
