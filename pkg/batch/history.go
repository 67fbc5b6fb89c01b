package batch

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/shoplint/shoplint/pkg/report"
)

// outcomes are those of one run: by shop, then by rule.
type outcomes map[string]map[string]string

// History tells the runs of a folder, the oldest first: those that --again
// kept, and the one that stands there now. Of two neighbours it says what is
// new and what is mended. Only two runs are in memory at a time. A folder
// without a run is an error, and so is a journal that cannot be read.
func History(dir string) ([]report.HistoryRun, error) {
	names := kept(dir)
	now := filepath.Join(dir, JournalName)
	if _, err := os.Stat(now); err == nil {
		names = append(names, now)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("read the journal: %w", err)
	}
	var out []report.HistoryRun
	var before outcomes
	for _, name := range names {
		run, is, targets, err := outcomesOf(name)
		if err != nil {
			return nil, err
		}
		if run.Shops == 0 {
			continue
		}
		if rel, err := filepath.Rel(dir, name); err == nil {
			run.File = filepath.ToSlash(rel)
		}
		if len(out) > 0 {
			changes(&run, before, is, targets)
		}
		out, before = append(out, run), is
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s holds no run of a batch: there is no %s", dir, JournalName)
	}
	return out, nil
}

// outcomesOf reads a journal; targets are its shops in their order.
func outcomesOf(name string) (run report.HistoryRun, is outcomes, targets []string, err error) {
	is = outcomes{}
	var count report.Run
	err = eachLine(name, func(_ int64, raw []byte) error {
		var l struct {
			Target  string      `json:"target"`
			AsOf    string      `json:"as_of"`
			Gate    report.Gate `json:"gate"`
			Results []struct {
				Rule    string `json:"rule"`
				Outcome string `json:"outcome"`
				State   string `json:"state"`
			} `json:"results"`
		}
		if err := json.Unmarshal(raw, &l); err != nil {
			return err
		}
		rules := map[string]string{}
		for _, r := range l.Results {
			if r.State == "ignored" {
				r.Outcome = r.State
			}
			rules[r.Rule] = r.Outcome
		}
		key := homeKey(l.Target)
		if is[key] == nil {
			targets = append(targets, l.Target)
		}
		is[key] = rules
		run.Day = max(run.Day, l.AsOf)
		run.Shops++
		count.Count(l.Gate.Verdict)
		return nil
	})
	run.Fail, run.Warn, run.Pass, run.Unclear = count.Fail, count.Warn, count.Pass, count.Unclear
	return run, is, targets, err
}

// changes compares a run with the one before it. What either did not decide is
// neither new nor mended.
func changes(run *report.HistoryRun, before, now outcomes, targets []string) {
	for _, t := range targets {
		then, both := before[homeKey(t)]
		if !both {
			run.Joined++
			continue
		}
		is := now[homeKey(t)]
		var rules []string
		for r := range is {
			rules = append(rules, r)
		}
		slices.Sort(rules)
		for _, r := range rules {
			switch was := then[r]; {
			case is[r] == "fail" && was != "fail" && decided(was):
				run.New = append(run.New, report.HistoryChange{Target: t, Rule: r})
			case was == "fail" && is[r] != "fail" && decided(is[r]):
				run.Mended = append(run.Mended, report.HistoryChange{Target: t, Rule: r})
			}
		}
	}
	for key := range before {
		if now[key] == nil {
			run.Left++
		}
	}
}

// decided reports whether an outcome says something of the shop. A rule that
// the other run did not know is none.
func decided(outcome string) bool {
	switch outcome {
	case "", "unclear", "error", "ignored":
		return false
	}
	return true
}
