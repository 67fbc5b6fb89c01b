package report

import (
	"slices"
	"testing"

	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/survey"
)

func TestDecide(t *testing.T) {
	read := Survey{Pages: []survey.Page{{URL: "/", Status: 200}}}
	one := func(level string, o check.Outcome, c survey.Cause) Shop {
		return Shop{Survey: read, Results: []Result{{Rule: "r", Level: level, Outcome: o, Cause: c, State: "new"}}}
	}
	known := one("error", check.Fail, "")
	known.Results[0].State = "known"
	interrupted := one("error", check.Fail, "")
	interrupted.Interrupted = true
	nothing := one("error", check.Unclear, survey.Unreachable)
	nothing.Survey = Survey{}
	fail, warn := one("error", check.Fail, ""), one("warning", check.Warn, "")
	blocked, alone := one("error", check.Unclear, survey.Blocked), one("error", check.Unclear, survey.NoSource)
	for _, c := range []struct {
		name    string
		shops   []Shop
		o       GateOptions
		exit    int
		verdict string
	}{
		{"nothing to mend", []Shop{one("error", check.Pass, "")}, GateOptions{}, 0, "pass"},
		{"a failure", []Shop{fail}, GateOptions{}, 1, "fail"},
		{"a failure that was accepted", []Shop{known}, GateOptions{}, 0, "pass"},
		{"a failure, never", []Shop{fail}, GateOptions{FailOn: "never"}, 0, "fail"},
		{"a warning", []Shop{warn}, GateOptions{}, 0, "warn"},
		{"a warning on warn", []Shop{warn}, GateOptions{FailOn: "warn"}, 1, "warn"},
		{"a notice on warn", []Shop{one("notice", check.Warn, "")}, GateOptions{FailOn: "warn"}, 0, "pass"},
		{"undecided", []Shop{blocked}, GateOptions{}, 3, "unclear"},
		{"undecided, ok", []Shop{blocked}, GateOptions{Unclear: "ok"}, 0, "unclear"},
		{"undecided, never", []Shop{blocked}, GateOptions{FailOn: "never"}, 0, "unclear"},
		{"undecided of a lone file", []Shop{alone}, GateOptions{}, 0, "unclear"},
		{"undecided of level warning", []Shop{one("warning", check.Unclear, survey.Blocked)}, GateOptions{}, 0, "pass"},
		{"a broken check", []Shop{one("error", check.Broken, "")}, GateOptions{Unclear: "ok"}, 3, "unclear"},
		{"one fails, one is undecided", []Shop{blocked, fail}, GateOptions{}, 1, "fail"},
		{"nothing read", []Shop{nothing}, GateOptions{Unclear: "ok"}, 3, "unclear"},
		{"nothing read, never", []Shop{nothing}, GateOptions{FailOn: "never", Unclear: "ok"}, 3, "unclear"},
		{"interrupted", []Shop{interrupted}, GateOptions{}, 3, "fail"},
		{"interrupted, never", []Shop{interrupted}, GateOptions{FailOn: "never"}, 3, "fail"},
	} {
		g := Decide(c.shops, c.o)
		if g.Exit != c.exit || g.Verdict != c.verdict {
			t.Errorf("%s: exit %d, %s; want %d, %s", c.name, g.Exit, g.Verdict, c.exit, c.verdict)
		}
		if g.Exit == ExitFinding && !slices.Contains(g.Because, "r") {
			t.Errorf("%s: because %v", c.name, g.Because)
		}
	}
}
