package rule

import (
	"slices"
	"testing"

	"github.com/shoplint/shoplint/pkg/law"
)

// clock is a rule on a directive: law in NL and CZ on days of their own, not
// known elsewhere.
func clock() *Rule {
	return &Rule{
		ID: "clock", BindsBy: ByConsumer, Confidence: law.Primary,
		Law: []Entry{{Act: "dir", Article: "Art. 1", Interval: law.Interval{From: law.MustDay("2026-06-19")}}},
		Countries: map[string]CountryLaw{
			"NL": {Status: law.InForce, Interval: law.Interval{From: law.MustDay("2026-06-19")}},
			"CZ": {Status: law.Enacted, Interval: law.Interval{From: law.MustDay("2027-01-01")}},
			"*":  {Status: law.Unknown},
		},
		acts: map[string]law.Act{"dir": {ID: "dir", CELEX: "32023L2673"}},
	}
}

func TestTurns(t *testing.T) {
	for _, tt := range []struct {
		customers []law.Country
		want      []string
	}{
		{[]law.Country{"NL"}, []string{"2026-06-19"}},
		{[]law.Country{"CZ"}, []string{"2026-06-19", "2027-01-01"}},
		{[]law.Country{"BE", "CZ"}, []string{"2026-06-19", "2027-01-01"}},
		{[]law.Country{"CH"}, nil},
	} {
		var got []string
		for _, d := range clock().Turns("DE", tt.customers) {
			got = append(got, d.String())
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("customers %v: %v, want %v", tt.customers, got, tt.want)
		}
	}
}

func TestStandings(t *testing.T) {
	for day, want := range map[string][]string{
		"2026-06-18": {NotYet},
		"2026-06-19": {"in-force", "enacted", "unknown"},
		"2027-01-01": {"in-force", "unknown"},
	} {
		var got []string
		n := 0
		for _, s := range clock().Standings(law.MustDay(day)) {
			got = append(got, s.State)
			n += len(s.States)
		}
		if !slices.Equal(got, want) || n != 27 {
			t.Errorf("%s: %v over %d states, want %v", day, got, n, want)
		}
	}
}

func TestDiff(t *testing.T) {
	b := &Book{Rules: []Rule{*clock()}}
	if d := b.Diff(law.MustDay("2026-06-19"), law.MustDay("2026-06-19")); len(d) != 0 {
		t.Errorf("a day differs from itself: %v", d)
	}
	d := b.Diff(law.MustDay("2026-11-22"), law.MustDay("2027-01-01"))
	if len(d) != 1 || d[0].From != "enacted" || d[0].To != "in-force" || !slices.Equal(d[0].States, []law.Country{"CZ"}) {
		t.Errorf("%+v", d)
	}
}
