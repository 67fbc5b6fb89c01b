package cmd

import (
	"strings"
	"testing"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/report"
)

func TestBookAge(t *testing.T) {
	book := law.MustDay("2026-01-01")
	for days, want := range map[int]string{0: "", 90: "", 91: "the rule book is of", 180: "the rule book is of", 181: "WARNING"} {
		got := bookAge(book, book.Add(days))
		if want == "" && got != "" || !strings.HasPrefix(got, want) {
			t.Errorf("%d days: %q, want %q", days, got, want)
		}
	}
}

func TestNearNamesEachDutyOnce(t *testing.T) {
	coming := []report.Coming{{Rule: "far", Day: "2027-04-01"}, {Rule: "b", Day: "2027-03-31"}, {Rule: "a", Day: "2027-01-02"}}
	rep := &report.Report{AsOf: "2026-12-31", Shops: []report.Shop{{Coming: coming}, {Coming: coming}}}
	if got := near(rep); got != "duties that begin within 90 days: 2027-01-02 a, 2027-03-31 b" {
		t.Errorf("%q", got)
	}
	rep.AsOf = "2026-06-01"
	if got := near(rep); got != "" {
		t.Errorf("%q", got)
	}
}
