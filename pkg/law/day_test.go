package law

import (
	"testing"
	"time"
)

func TestDayRoundTrip(t *testing.T) {
	for _, s := range []string{"0001-01-01", "1969-12-31", "1970-01-01", "2016-02-29", "2025-07-20", "9999-12-31"} {
		d, err := ParseDay(s)
		if err != nil || d.String() != s {
			t.Errorf("ParseDay(%q) = %q, %v", s, d, err)
		}
	}
	for _, s := range []string{"", "2025-02-29", "20-07-2025", "2025-7-2", "today", "2025-07-20T00:00:00Z"} {
		if _, err := ParseDay(s); err == nil {
			t.Errorf("ParseDay(%q) took a text that is no day", s)
		}
	}
}

func TestIntervalBounds(t *testing.T) {
	odr := Interval{From: MustDay("2016-01-09"), Until: MustDay("2025-07-20")}
	for day, want := range map[string]bool{"2016-01-08": false, "2016-01-09": true, "2025-07-19": true, "2025-07-20": false} {
		if got := odr.Contains(MustDay(day)); got != want {
			t.Errorf("Contains(%s) = %v", day, got)
		}
	}
	if !(Interval{}).Contains(MustDay("2016-01-09")) {
		t.Error("the open interval must contain every day")
	}
	if (Interval{From: MustDay("2020-01-02"), Until: MustDay("2020-01-02")}).Valid() == nil {
		t.Error("an empty interval must be refused")
	}
	if !odr.Within(Interval{From: odr.From}) || (Interval{}).Within(odr) {
		t.Error("Within is wrong about open ends")
	}
}

func TestTodayIsTheSellersDay(t *testing.T) {
	// One minute before midnight UTC it is already tomorrow in Athens.
	now := time.Date(2025, 7, 19, 23, 59, 0, 0, time.UTC)
	if got := Country("GR").Today(now).String(); got != "2025-07-20" {
		t.Errorf("Athens has %s", got)
	}
	winter := time.Date(2025, 1, 19, 23, 59, 0, 0, time.UTC)
	if got := Country("PT").Today(winter).String(); got != "2025-01-19" {
		t.Errorf("Lisbon has %s", got)
	}
}

func TestParseCountry(t *testing.T) {
	for in, want := range map[string]Country{"be": "BE", "EL": "GR", "uk": "GB", "ch": "CH", "US": "US"} {
		if got, err := ParseCountry(in); err != nil || got != want {
			t.Errorf("ParseCountry(%q) = %q, %v", in, got, err)
		}
	}
	for _, in := range []string{"", "B", "BEL", "ZZ", "XX", "EU", "belgium"} {
		if got, err := ParseCountry(in); err == nil {
			t.Errorf("ParseCountry(%q) = %q, want an error", in, got)
		}
	}
	if len(States()) != 27 {
		t.Errorf("%d states", len(States()))
	}
}
