package report

import (
	"slices"

	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/rule"
)

// GateOptions are what a pipeline lets pass.
type GateOptions struct {
	FailOn  string // fail (default), warn or never
	Unclear string // fail (default) or ok: an undecided duty gives no exit 3
}

// Exit codes of report version 1.
const (
	ExitClean   = 0
	ExitFinding = 1
	ExitUsage   = 2
	ExitUnclear = 3
)

// Decide is the exit code of a report, a pure function of it: 1 for findings
// at or above FailOn; 3 when a duty of level error could not be decided, when
// nothing was read, or, whatever else, when the audit was interrupted.
func Decide(shops []Shop, o GateOptions) Gate {
	g := gateState{}
	for i := range shops {
		g.shop(&shops[i], o)
	}
	out := Gate{Verdict: worst(shops), Because: []string{}}
	switch {
	case g.interrupted:
		out.Exit, out.Because = ExitUnclear, some(g.open)
	case len(g.findings) > 0:
		out.Exit, out.Because = ExitFinding, g.findings
	case g.nothing || len(g.open) > 0:
		out.Exit, out.Because = ExitUnclear, some(g.open)
	}
	return out
}

type gateState struct {
	findings, open       []string
	nothing, interrupted bool
}

func (g *gateState) shop(s *Shop, o GateOptions) {
	g.interrupted = g.interrupted || s.Interrupted
	g.nothing = g.nothing || !s.read()
	for i := range s.Results {
		r := &s.Results[i]
		if accepted(r) || r.Level == string(rule.Notice) {
			continue
		}
		if finding(r, o.FailOn) {
			g.findings = once(g.findings, r.Rule)
		}
		if gates(r) && o.FailOn != "never" && (o.Unclear != "ok" || r.Outcome == check.Broken) {
			g.open = once(g.open, r.Rule)
		}
	}
}

// read reports whether anything of the shop was read.
func (s *Shop) read() bool {
	for _, p := range s.Survey.Pages {
		if p.Read() {
			return true
		}
	}
	return false
}

// finding reports whether a result stands at or above the bar.
func finding(r *Result, failOn string) bool {
	switch failOn {
	case "never":
		return false
	case "warn":
		return r.Outcome == check.Fail || r.Outcome == check.Warn
	}
	return r.Outcome == check.Fail
}

func once(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// worst is the verdict of the worst shop.
func worst(shops []Shop) string {
	order := []string{"pass", "warn", "unclear", "fail"}
	at := 0
	for i := range shops {
		at = max(at, slices.Index(order, shops[i].Verdict()))
	}
	return order[at]
}
