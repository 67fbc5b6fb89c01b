package batch

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Last is what is kept in mind of an earlier run.
type Last struct {
	Day      string
	Verdicts map[string]int
}

// LastRun reads the newest journal of a folder's history; nil when there is
// none that can be read.
func LastRun(dir string) *Last {
	names, err := os.ReadDir(filepath.Join(dir, HistoryDir))
	if err != nil {
		return nil
	}
	slices.Reverse(names)
	for _, n := range names {
		if !strings.HasSuffix(n.Name(), ".jsonl") {
			continue
		}
		l := &Last{Verdicts: map[string]int{}}
		err := eachLine(filepath.Join(dir, HistoryDir, n.Name()), func(_ int64, raw []byte) error {
			row, err := rowOf(raw)
			if err == nil {
				l.Verdicts[row.Verdict]++
				l.Day = max(l.Day, row.AsOf)
			}
			return err
		})
		if err == nil && l.Day != "" {
			return l
		}
	}
	return nil
}
