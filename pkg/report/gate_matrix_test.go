package report

import (
	"slices"
	"testing"

	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/survey"
)

// The causes of CONTRACT 2: the first ten leave a duty open, the last four
// never do.
var (
	opening  = []survey.Cause{survey.Unreachable, survey.Blocked, survey.Maintenance, survey.Robots, survey.Budget, survey.Truncated, survey.Interrupted, survey.NeedsJavaScript, survey.Style, survey.Unreadable}
	harmless = []survey.Cause{survey.LoginWall, survey.NotPublic, survey.NoSource, survey.Profile}
)

// exitOf says by the words of the contract what one result gives: a finding
// at or above the limit is 1, an open duty of level error 3, all else 0.
func exitOf(level string, o check.Outcome, c survey.Cause, state, failOn, unclear string) int {
	switch {
	case state == "known" || state == "ignored":
		return 0
	case o == check.Fail && failOn != "never", o == check.Warn && failOn == "warn":
		if level == "notice" {
			return 0
		}
		return 1
	case failOn == "never" || level != "error":
		return 0
	case o == check.Broken:
		return 3
	case o == check.Unclear && unclear != "ok" && slices.Contains(opening, c):
		return 3
	}
	return 0
}

// everyResult gives each result that a shop may have: outcome, level, cause
// and state, but for those that the level or the state rules out.
func everyResult(yield func(Result) bool) {
	for _, o := range []check.Outcome{check.Pass, check.Warn, check.Fail, check.Unclear, check.Broken, check.NotInForce, check.NotApplicable} {
		causes := []survey.Cause{""}
		if o == check.Unclear {
			causes = slices.Concat(opening, harmless)
		}
		for _, level := range []string{"error", "warning", "notice"} {
			for _, state := range []string{"new", "known", "ignored"} {
				if o == check.Fail && level != "error" || state != "new" && o != check.Fail && o != check.Warn {
					continue
				}
				for _, cause := range causes {
					if !yield(Result{Rule: "r", Level: level, Outcome: o, Cause: cause, State: state}) {
						return
					}
				}
			}
		}
	}
}

// TestExitCodes goes through every outcome, level, cause, state, --fail-on and
// --unclear: alone, beside a pass and beside an open duty, of a shop that was
// interrupted, and of one of which nothing was read.
func TestExitCodes(t *testing.T) {
	read := Survey{Pages: []survey.Page{{URL: "/", Status: 200, Linked: true}}}
	pass := Result{Rule: "p", Level: "error", Outcome: check.Pass, State: "new"}
	open := Result{Rule: "o", Level: "error", Outcome: check.Unclear, Cause: survey.Blocked, State: "new"}
	count := 0
	for r := range everyResult {
		for _, failOn := range []string{"", "fail", "warn", "never"} {
			for _, unclear := range []string{"", "fail", "ok"} {
				count++
				want := exitOf(r.Level, r.Outcome, r.Cause, r.State, failOn, unclear)
				besideOpen, nothing := want, max(want, ExitUnclear)
				switch want {
				case 0:
					besideOpen = exitOf("error", check.Unclear, survey.Blocked, "new", failOn, unclear)
				case ExitFinding:
					nothing = ExitFinding
				}
				for name, c := range map[string]struct {
					shop Shop
					want int
				}{
					"alone":               {Shop{Survey: read, Results: []Result{r}}, want},
					"beside a pass":       {Shop{Survey: read, Results: []Result{pass, r}}, want},
					"beside an open duty": {Shop{Survey: read, Results: []Result{open, r}}, besideOpen},
					"interrupted":         {Shop{Survey: read, Interrupted: true, Results: []Result{r}}, ExitUnclear},
					"nothing read":        {Shop{Results: []Result{r}}, nothing},
				} {
					if got := Decide([]Shop{c.shop}, GateOptions{FailOn: failOn, Unclear: unclear}).Exit; got != c.want {
						t.Errorf("%s of level %s, %s, cause %q, --fail-on %q, --unclear %q, %s: exit %d, want %d",
							r.Outcome, r.Level, r.State, r.Cause, failOn, unclear, name, got, c.want)
					}
				}
			}
		}
	}
	if count < 600 {
		t.Errorf("only %d cases", count)
	}
}
