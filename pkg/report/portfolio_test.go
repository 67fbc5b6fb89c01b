package report

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

func TestPortfolio(t *testing.T) {
	f := &Portfolio{}
	for i, would := range []string{"fail", "warn", "pass", "not-applicable", "fail", "fail", "fail", "fail", "fail", "unclear"} {
		f.Add(&Line{AsOf: "2026-11-22", Shop: Shop{Target: fmt.Sprintf("https://s%d.be/", i), Coming: []Coming{
			{Rule: "later", Title: "Later", Day: "2027-06-01", Status: "enacted", WouldBe: would},
			{Rule: "nobody", Title: "Nobody", Day: "2027-01-01", WouldBe: "not-applicable"},
		}}})
	}
	f.Add(&Line{AsOf: "2026-11-22", Shop: Shop{Target: "https://x.be/", Coming: []Coming{{Rule: "soon", Title: "Soon\x1b[2J", Day: "2027-02-01", Status: "pending", WouldBe: "warn"}}}})
	for _, c := range []struct{ format, want, not string }{
		{"text", "2027-06-01    Later (later)\n              begins for 9 shops · FAIL 6 · CHECK 1 · UNDECIDED 1 · PASS 1\n              FAIL: s0.be, s4.be, s5.be, s6.be, s7.be +1\n", "\x1b"},
		{"json", `"fail": [
        "https://s0.be/",`, "nobody"},
		{"markdown", "- FAIL `s8.be`", "s3.be"},
	} {
		var out bytes.Buffer
		if err := WritePortfolio(&out, f, c.format, "en"); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(out.String(), c.want) || strings.Contains(out.String(), c.not) {
			t.Errorf("%s:\n%s", c.format, out.String())
		}
	}
	for _, lang := range Languages() {
		var out bytes.Buffer
		if err := WritePortfolio(&out, f, "text", lang); err != nil || strings.Contains(out.String(), "portfolio.") {
			t.Errorf("%s: %v\n%s", lang, err, out.String())
		}
		if strings.Index(out.String(), "2027-02-01") > strings.Index(out.String(), "2027-06-01") {
			t.Errorf("%s: not by day", lang)
		}
	}
	if WritePortfolio(&bytes.Buffer{}, f, "html", "en") == nil {
		t.Error("html is written")
	}
}

func TestHistoryForPeople(t *testing.T) {
	change := func(n int) (out []HistoryChange) {
		for i := range n {
			out = append(out, HistoryChange{fmt.Sprintf("https://s%d.be/", i), "odr"})
		}
		return out
	}
	runs := []HistoryRun{
		{Day: "2026-09-01", Shops: 9, Fail: 5, Warn: 1, Pass: 2, Unclear: 1},
		{Day: "2026-10-01", Shops: 9, Fail: 4, Pass: 5, New: change(1), Mended: change(5), Joined: 1, Left: 1},
		{Day: "2026-11-01", Shops: 9, Fail: 4, Pass: 5},
	}
	for lang, want := range map[string]string{"en": "nothing changed", "nl": "5 hersteld", "fr": "1 de plus", "de": "nichts hat sich"} {
		var out bytes.Buffer
		if err := WriteHistory(&out, runs, "text", lang); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(out.String(), want) || !strings.Contains(out.String(), "    +2\n") || strings.Contains(out.String(), "history.") {
			t.Errorf("%s:\n%s", lang, out.String())
		}
	}
	var out bytes.Buffer
	if err := WriteHistory(&out, runs, "json", "en"); err != nil || strings.Contains(out.String(), "null") {
		t.Errorf("%v\n%s", err, out.String())
	}
}
