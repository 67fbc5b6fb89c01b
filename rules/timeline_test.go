package rules_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/shoplint/shoplint/pkg/law"
)

// timeline is the history of the Union's law on what a webshop shows, written
// down apart from acts.yaml: a day that is changed there by mistake is seen.
var timeline = []struct{ day, act, event string }{
	{"2000-03-18", "dir-1998-6", "applies"},
	{"2002-01-17", "dir-2000-31", "applies"},
	{"2007-12-12", "dir-2005-29", "applies"},
	{"2011-05-25", "dir-2002-58", "event"},
	{"2013-07-08", "reg-2013-524", "in-force"},
	{"2014-06-13", "dir-2011-83", "applies"},
	{"2015-07-09", "dir-2013-11", "applies"},
	{"2016-01-09", "reg-2013-524", "applies"},
	{"2016-02-15", "reg-2013-524", "event"},
	{"2018-02-06", "reg-2013-524", "event"},
	{"2018-05-25", "reg-2016-679", "applies"},
	{"2018-12-03", "reg-2018-302", "applies"},
	{"2020-07-12", "reg-2019-1150", "applies"},
	{"2021-05-01", "reg-2020-740", "applies"},
	{"2022-05-28", "dir-2019-2161", "applies"},
	{"2024-02-17", "reg-2022-2065", "applies"},
	{"2024-12-13", "reg-2023-988", "applies"},
	{"2025-01-19", "reg-2024-3228", "in-force"},
	{"2025-03-20", "reg-2013-524", "event"},
	{"2025-06-20", "reg-2023-1669", "applies"},
	{"2025-06-28", "dir-2019-882", "applies"},
	{"2025-07-01", "reg-2023-2534", "applies"},
	{"2025-07-20", "reg-2013-524", "ended"},
	{"2025-07-20", "reg-2024-3228", "applies"},
	{"2025-08-18", "reg-2023-1542", "event"},
	{"2025-11-20", "dir-2023-2225", "transpose"},
	{"2025-12-19", "dir-2023-2673", "transpose"},
	{"2026-01-19", "dir-2025-2647", "in-force"},
	{"2026-03-27", "dir-2024-825", "transpose"},
	{"2026-06-19", "dir-2023-2673", "applies"},
	{"2026-07-31", "dir-2024-1799", "applies"},
	{"2026-08-02", "reg-2024-1689", "applies"},
	{"2026-09-27", "dir-2024-825", "applies"},
	{"2026-09-27", "reg-2025-1960", "applies"},
	{"2026-11-20", "dir-2023-2225", "applies"},
	{"2026-12-02", "reg-2024-1689", "event"},
	{"2028-01-01", "reg-2024-2865", "applies"},
	{"2028-03-20", "dir-2025-2647", "transpose"},
	{"2028-09-20", "dir-2025-2647", "applies"},
}

// daysOf are the days of an act by the word for what happens on them.
func daysOf(a law.Act) map[string][]string {
	out := map[string][]string{
		"in-force": {a.InForce.String()}, "applies": {a.Applies.String()},
		"ended": {a.Ended.String()}, "transpose": {a.Transpose.String()},
	}
	for _, e := range a.Events {
		out["event"] = append(out["event"], e.Day.String())
	}
	return out
}

func TestTimeline(t *testing.T) {
	acts := book(t).Acts
	for _, x := range timeline {
		a, ok := acts[x.act]
		if !ok {
			t.Errorf("no act %s in acts.yaml", x.act)
			continue
		}
		if got := daysOf(a)[x.event]; !slices.Contains(got, x.day) {
			t.Errorf("%s %s: %v, want %s", x.act, x.event, got, x.day)
		}
	}
}

// Every act of the Union from the timeline on is in it with the day from which
// it binds, so that no new one goes unwatched.
func TestTimelineIsWhole(t *testing.T) {
	listed := map[string]bool{}
	for _, x := range timeline {
		listed[x.act+" "+x.day] = true
	}
	first := law.MustDay("2015-01-01")
	for id, a := range book(t).Acts {
		if a.Country != "" || a.Applies.IsZero() || a.Applies.Before(first) {
			continue
		}
		if !listed[fmt.Sprintf("%s %s", id, a.Applies)] && !later(a) {
			t.Errorf("%s applies from %s and is not in the timeline of this test", id, a.Applies)
		}
	}
}

// later are acts whose own first day binds no shop; another day of theirs is
// in the timeline.
func later(a law.Act) bool { return a.ID == "reg-2023-1542" || a.ID == "reg-2017-1369" }
