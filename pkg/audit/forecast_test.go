package audit_test

import (
	"testing"

	"github.com/shoplint/shoplint/pkg/audit"
	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/profile"
	"github.com/shoplint/shoplint/pkg/rule"
)

func TestForecast(t *testing.T) {
	s := read(t, audit.Options{Day: law.MustDay("2024-06-01"), Seller: "BE", SellerBy: "flag", Only: []string{"odr"}, Forecast: true},
		map[string]string{"/": withLink + withMail})
	want := []struct {
		id            string
		before, after check.Outcome
	}{
		{"odr-link", check.Pass, check.NotInForce},
		{"odr-link-stale", check.NotInForce, check.Fail},
	}
	if len(s.Turns) != len(want) {
		t.Fatalf("%d turns: %+v", len(s.Turns), s.Turns)
	}
	for i, w := range want {
		x := s.Turns[i]
		if x.Rule.ID != w.id || x.Before.Outcome != w.before || x.After.Outcome != w.after || x.Day != law.MustDay("2025-07-20") || x.EUDateOnly() {
			t.Errorf("%s on %s: %s to %s (EU date only %v), want %+v", x.Rule.ID, x.Day, x.Before.Outcome, x.After.Outcome, x.EUDateOnly(), w)
		}
	}
}

// A duty that binds for one country of the case and will bind for another is
// coming there.
func TestComingInOneMoreCountry(t *testing.T) {
	s := read(t, audit.Options{
		Day: law.MustDay("2026-11-22"), Seller: "NL", SellerBy: "flag", Customers: []law.Country{"NL", "CZ"}, Only: []string{"withdrawal-function"},
	}, map[string]string{"/": withLink + withMail})
	if len(s.Coming) != 1 || s.Coming[0].Day != law.MustDay("2027-01-01") || len(s.Coming[0].States) != 1 || s.Coming[0].States[0] != "CZ" || s.Coming[0].Status != "enacted" {
		t.Errorf("coming: %+v", s.Coming)
	}
}

// Traders only: no duty towards consumers, and none to come.
func TestTradersOnly(t *testing.T) {
	s := read(t, audit.Options{
		Day: law.MustDay("2024-06-01"), Seller: "BE", SellerBy: "flag", Only: []string{"odr"}, Forecast: true,
		Profile: profile.Profile{Shop: rule.B2B, ShopBy: profile.Flag},
	}, map[string]string{"/": withLink + withMail})
	if r := outcome(s, "odr-link"); r.Outcome != check.NotApplicable || r.Why.Key != "not-bound-shop" {
		t.Errorf("odr-link: %s (%s)", r.Outcome, r.Why.Key)
	}
	if len(s.Coming) != 0 {
		t.Errorf("coming: %+v", s.Coming)
	}
}
