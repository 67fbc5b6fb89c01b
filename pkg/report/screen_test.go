package report

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func TestScreen(t *testing.T) {
	long := strings.Repeat("very long ", 12)
	s := &Screen{
		Name: "clients.csv", Shops: 300, AsOf: "2026-11-22", Rulebook: "2026-11-22", Elapsed: 372 * time.Second, Link: "out/summary.csv",
		Verdicts: map[string]int{"fail": 41, "warn": 118, "pass": 127, "unclear": 14},
		Causes:   map[string]int{"blocked": 9, "needs-javascript": 3, "unreachable": 2}, Exit: 1, Retry: "shoplint batch clients.csv -o out --retry-unclear",
		Coming: []ScreenComing{{"2027-01-01", "Withdrawal function", 7}}, Unsure: 6, Profiles: "out/profile.csv",
		Last: &ScreenLast{Day: "2026-10-24", Verdicts: map[string]int{"fail": 58}, Mended: 22, New: 5, File: "out/summary.csv"},
	}
	for i := range 8 {
		s.Fails = append(s.Fails, ScreenRule{long, 23 - i, 1})
		s.Last.Fresh = append(s.Last.Fresh, [2]string{"muellers-teeladen.example\x1b[31m", long})
	}
	for _, lang := range Languages() {
		var b strings.Builder
		if err := WriteScreen(&b, s, lang, false); err != nil {
			t.Fatal(err)
		}
		got := b.String()
		if n := strings.Count(got, "\n"); n > 30 {
			t.Errorf("%s: %d lines are no screen\n%s", lang, n, got)
		}
		for line := range strings.Lines(got) {
			if utf8.RuneCountInString(line) > 80 {
				t.Errorf("%s: %q is longer than 80", lang, line)
			}
		}
		if strings.Contains(got, "screen.") || strings.Contains(got, "\x1b") || strings.Contains(got, "<no value>") {
			t.Errorf("%s: a text is missing or raw:\n%s", lang, got)
		}
		for _, want := range []string{" 41 ", "(  58)", "300", s.Retry} {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %q is not there\n%s", lang, want, got)
			}
		}
	}
}
