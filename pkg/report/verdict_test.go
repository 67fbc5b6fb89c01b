package report

import (
	"testing"

	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/survey"
)

func TestVerdict(t *testing.T) {
	read := Survey{Pages: []survey.Page{{URL: "/", Status: 200, Linked: true}}}
	result := func(level string, o check.Outcome, c survey.Cause) Result {
		return Result{Level: level, Outcome: o, Cause: c, State: "new"}
	}
	known := result("error", check.Fail, "")
	known.State = "known"
	tests := []struct {
		name string
		shop Shop
		want string
	}{
		{"nothing read", Shop{}, "unclear"},
		{"nothing found", Shop{Survey: read}, "pass"},
		{"fail wins", Shop{Survey: read, Interrupted: true, Results: []Result{result("error", check.Unclear, survey.Blocked), result("error", check.Fail, "")}}, "fail"},
		{"interrupted", Shop{Survey: read, Interrupted: true}, "unclear"},
		{"open before warn", Shop{Survey: read, Results: []Result{result("error", check.Warn, ""), result("error", check.Unclear, survey.Budget)}}, "unclear"},
		{"warn before what does not gate", Shop{Survey: read, Results: []Result{result("error", check.Warn, ""), result("error", check.Unclear, survey.NoSource)}}, "warn"},
		{"open is no pass", Shop{Survey: read, Results: []Result{result("error", check.Pass, ""), result("error", check.Unclear, survey.Profile)}}, "unclear"},
		{"open advice", Shop{Survey: read, Results: []Result{result("notice", check.Unclear, survey.Blocked), result("notice", check.Warn, "")}}, "pass"},
		{"known", Shop{Survey: read, Results: []Result{known}}, "pass"},
		{"broken", Shop{Survey: read, Results: []Result{result("error", check.Broken, "")}}, "unclear"},
	}
	for _, tt := range tests {
		if got := tt.shop.Verdict(); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestOrderOfFindings(t *testing.T) {
	named := func(id, level string, o check.Outcome, minutes int, sure check.Certain) Result {
		return Result{Rule: id, Level: level, Outcome: o, Fix: Fix{Minutes: minutes}, Certain: sure, State: "new"}
	}
	vague := check.Certain{Fact: true}
	s := Shop{Results: []Result{
		named("other-open", "warning", check.Unclear, 0, yes),
		named("vague", "error", check.Warn, 1, vague),
		named("slow-warn", "error", check.Warn, 30, yes),
		named("notice", "notice", check.Warn, 1, yes),
		named("slow-fail", "error", check.Fail, 30, yes),
		named("quick-fail", "error", check.Fail, 5, yes),
		named("quick-warn", "error", check.Warn, 5, yes),
		named("should", "warning", check.Warn, 1, yes),
		named("open", "error", check.Broken, 0, yes),
		named("vague-2", "warning", check.Warn, 1, vague),
		named("vague-3", "warning", check.Warn, 2, vague),
	}}
	got := arrange(&s, "2026-11-22", false)
	want := []string{"quick-fail", "slow-fail", "open", "quick-warn", "slow-warn", "should", "vague", "vague-2"}
	if len(got.full) != len(want) || got.folded != 3 {
		t.Fatalf("%d in full, %d folded", len(got.full), got.folded)
	}
	for i, r := range got.full {
		if r.Rule != want[i] {
			t.Errorf("%d is %s, want %s", i, r.Rule, want[i])
		}
	}
	if all := arrange(&s, "2026-11-22", true); len(all.full) != len(s.Results) || all.folded != 0 {
		t.Errorf("--all shows %d and folds %d", len(all.full), all.folded)
	}
}
