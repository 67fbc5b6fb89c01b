package batch

import "slices"

// Last is what is kept in mind of an earlier run.
type Last struct {
	Day      string
	Verdicts map[string]int
	fails    map[string][]string // rules, by the key of the shop
}

// Failed reports whether a shop failed a rule; any rule for "".
func (l *Last) Failed(target, rule string) bool {
	rules := l.fails[homeKey(target)]
	return rule == "" && len(rules) > 0 || slices.Contains(rules, rule)
}

// Had reports whether a shop was in the earlier run.
func (l *Last) Had(target string) bool { _, ok := l.fails[homeKey(target)]; return ok }

// LastRun reads the newest journal of a folder's history; nil when there is
// none that can be read.
func LastRun(dir string) *Last {
	for _, name := range slices.Backward(kept(dir)) {
		l := &Last{Verdicts: map[string]int{}, fails: map[string][]string{}}
		err := eachLine(name, func(_ int64, raw []byte) error {
			row, err := rowOf(raw)
			if err == nil {
				l.Verdicts[row.Verdict]++
				l.Day = max(l.Day, row.AsOf)
				var rules []string
				for _, f := range row.Failing {
					rules = append(rules, f.Rule)
				}
				l.fails[homeKey(row.Target)] = rules
			}
			return err
		})
		if err == nil && l.Day != "" {
			return l
		}
	}
	return nil
}
