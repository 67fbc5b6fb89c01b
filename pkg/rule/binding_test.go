package rule

import (
	"testing"

	"github.com/shoplint/shoplint/pkg/law"
)

func day(s string) law.Day { return law.MustDay(s) }

func between(from, until string) law.Interval {
	var i law.Interval
	if from != "" {
		i.From = day(from)
	}
	if until != "" {
		i.Until = day(until)
	}
	return i
}

var testActs = map[string]law.Act{
	"reg":  {ID: "reg", CELEX: "32013R0524"},
	"dir":  {ID: "dir", CELEX: "32011L0083"},
	"dir2": {ID: "dir2", CELEX: "32000L0031"},
	"be-a": {ID: "be-a", Country: "BE"},
	"de-a": {ID: "de-a", Country: "DE"},
	"de-b": {ID: "de-b", Country: "DE"},
	"cz-a": {ID: "cz-a", Country: "CZ"},
}

func regulation() *Rule {
	return &Rule{ID: "r", BindsBy: BySeller, Basis: Duty, Confidence: law.Primary, acts: testActs,
		Law: []Entry{{Act: "reg", Article: "14", Interval: between("2016-01-09", "2025-07-20")}}}
}

func byDirective() *Rule {
	return &Rule{ID: "r", BindsBy: ByConsumer, Basis: Duty, Confidence: law.Secondary, acts: testActs,
		Law: []Entry{{Act: "dir", Article: "11a", Interval: between("2026-06-19", "")}},
		Countries: map[string]CountryLaw{
			"DE": {Status: law.InForce, Act: "de-a", Article: "356a", Confidence: law.Primary},
			"AT": {Status: law.InForce, Interval: between("2026-10-01", "")},
			"DK": {Status: law.InForce, Confidence: law.Unverified},
			"CZ": {Status: law.Enacted, Interval: between("2027-01-01", ""), Act: "cz-a", Article: "1830a"},
			"BE": {Status: law.Pending},
			"*":  {Status: law.Unknown},
		}}
}

func TestAtRegulation(t *testing.T) {
	for _, c := range []struct {
		day       string
		seller    law.Country
		customers []law.Country
		state     string
	}{
		{"2016-01-08", "BE", nil, NotYet},
		{"2016-01-09", "BE", nil, "in-force"},
		{"2025-07-19", "EU", nil, "in-force"},
		{"2025-07-20", "BE", nil, Ended},
		{"2020-01-01", "US", []law.Country{"BE"}, NotBound},
		{"2020-01-01", "BE", []law.Country{"US"}, "in-force"},
	} {
		b := regulation().At(day(c.day), c.seller, c.customers)
		if b.State != c.state {
			t.Errorf("%s, seller %s: %s, want %s", c.day, c.seller, b.State, c.state)
		}
		if b.Certain != (c.state == "in-force") {
			t.Errorf("%s: certain is %v", c.day, b.Certain)
		}
		if c.state != NotBound && (b.From != day("2016-01-09") || b.Until != day("2025-07-20")) {
			t.Errorf("%s: stretch %s to %s", c.day, b.From, b.Until)
		}
	}
}

func TestAtDirective(t *testing.T) {
	for _, c := range []struct {
		day       string
		seller    law.Country
		customers []law.Country
		state     string
		from      string
		entries   int
		certain   bool
	}{
		{"2026-11-22", "DE", nil, "in-force", "2026-06-19", 2, true},
		{"2026-11-22", "US", []law.Country{"DE"}, "in-force", "2026-06-19", 2, true},
		{"2026-11-22", "DE", []law.Country{"US"}, NotBound, "", 0, false},
		{"2026-11-22", "DK", nil, "in-force", "2026-06-19", 1, false},
		{"2026-08-01", "AT", nil, NotYet, "2026-10-01", 0, false},
		{"2026-10-01", "AT", nil, "in-force", "2026-10-01", 1, true},
		{"2026-11-22", "CZ", nil, "enacted", "2027-01-01", 1, false},
		{"2027-01-01", "CZ", nil, "in-force", "2027-01-01", 2, true},
		{"2026-01-01", "CZ", nil, NotYet, "2027-01-01", 0, false},
		{"2026-11-22", "BE", nil, "pending", "2026-06-19", 1, false},
		{"2026-11-22", "BE", []law.Country{"BE", "DE"}, "in-force", "2026-06-19", 2, true},
		{"2026-11-22", "EU", nil, "unknown", "2026-06-19", 1, false},
		{"2026-06-18", "PT", nil, NotYet, "2026-06-19", 0, false},
	} {
		b := byDirective().At(day(c.day), c.seller, c.customers)
		if b.State != c.state || b.From.String() != c.from || len(b.Entries) != c.entries || b.Certain != c.certain {
			t.Errorf("%s %s %v: %s from %s, %d entries, certain %v; want %s from %s, %d, %v",
				c.day, c.seller, c.customers, b.State, b.From, len(b.Entries), b.Certain, c.state, c.from, c.entries, c.certain)
		}
	}
}

func TestAtJoinsNationalActs(t *testing.T) {
	r := &Rule{BindsBy: ByBoth, Basis: Duty, Confidence: law.Secondary, acts: testActs, Law: []Entry{
		{Act: "de-a", Article: "5", Interval: between("2007-03-01", "2024-05-14"), Countries: []law.Country{"DE"}, BindsBy: BySeller},
		{Act: "de-b", Article: "5", Interval: between("2024-05-14", ""), Countries: []law.Country{"DE"}, BindsBy: BySeller},
		{Act: "be-a", Article: "VI.45", Interval: between("2022-05-28", ""), BindsBy: ByConsumer},
	}}
	b := r.At(day("2024-05-13"), "DE", nil)
	if len(b.Entries) != 1 || b.Entries[0].Act != "de-a" || b.From != day("2007-03-01") || !b.Until.IsZero() {
		t.Errorf("the day before the change: %+v", b)
	}
	if b = r.At(day("2024-05-14"), "DE", nil); len(b.Entries) != 1 || b.Entries[0].Act != "de-b" {
		t.Errorf("the day of the change: %+v", b)
	}
	if b = r.At(day("2020-01-01"), "CH", []law.Country{"BE"}); b.State != NotYet || b.From != day("2022-05-28") {
		t.Errorf("a Swiss seller to Belgium in 2020: %+v", b)
	}
	if b = r.At(day("2026-01-01"), "DE", []law.Country{"DE", "BE"}); len(b.Entries) != 2 {
		t.Errorf("a German seller to Belgium: %+v", b.Entries)
	}
	if b = r.At(day("2026-01-01"), "FR", nil); b.State != NotBound {
		t.Errorf("nobody binds a French seller here: %+v", b)
	}
}

// A risk needs no act above unverified: what misleads is seen word for word.
func TestAtRiskIsCertain(t *testing.T) {
	r := byDirective()
	r.Basis = Risk
	if b := r.At(day("2026-11-22"), "DK", nil); !b.Certain {
		t.Error("a risk in force must be certain")
	}
	if b := r.At(day("2026-11-22"), "BE", nil); b.Certain {
		t.Error("a pending act must not be certain, also for a risk")
	}
}

func TestAtGap(t *testing.T) {
	r := regulation()
	r.Law = append(r.Law, Entry{Act: "reg", Article: "15", Interval: between("2026-01-01", "2026-02-01")})
	b := r.At(day("2025-10-01"), "BE", nil)
	if b.State != NotYet || b.From != day("2026-01-01") || b.Until != day("2026-02-01") {
		t.Errorf("between two stretches: %+v", b)
	}
	if b = r.At(day("2026-02-01"), "BE", nil); b.State != Ended || b.From != day("2026-01-01") {
		t.Errorf("after the last stretch: %+v", b)
	}
}
