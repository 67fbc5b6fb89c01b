package batch

import "slices"

// Last is what is kept in mind of an earlier run.
type Last struct {
	Day      string
	Verdicts map[string]int // shops by verdict
	was      outcomes
}

// Failed reports whether a shop failed a rule; any rule for "".
func (l *Last) Failed(target, rule string) bool {
	rules := l.was[homeKey(target)]
	if rule != "" {
		return rules[rule] == "fail"
	}
	for _, o := range rules {
		if o == "fail" {
			return true
		}
	}
	return false
}

// New reports whether a rule that a shop fails now is new, as History means
// it: the shop was in the earlier run, and was found to meet the rule.
func (l *Last) New(target, rule string) bool {
	was := l.was[homeKey(target)][rule]
	return decided(was) && was != "fail"
}

// Had reports whether a shop was in the earlier run.
func (l *Last) Had(target string) bool { return l.was[homeKey(target)] != nil }

// LastRun reads the newest journal of a folder's history; nil when there is
// none that can be read.
func LastRun(dir string) *Last {
	for _, name := range slices.Backward(kept(dir)) {
		run, was, _, err := outcomesOf(name)
		if err == nil && run.Day != "" {
			return &Last{run.Day, map[string]int{"fail": run.Fail, "warn": run.Warn, "pass": run.Pass, "unclear": run.Unclear}, was}
		}
	}
	return nil
}
