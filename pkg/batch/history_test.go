package batch

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shoplint/shoplint/pkg/report"
)

// keep writes a journal of shops with one outcome each of the rule "odr".
func keep(t *testing.T, name, day string, shops ...string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	var all string
	for i := 0; i < len(shops); i += 2 {
		all += fmt.Sprintf(`{"version":1,"target":"https://%s/","as_of":%q,"gate":{"verdict":%q},"results":[{"rule":"odr","outcome":%[3]q}],"coming":[{"rule":"later","title":"Later","day":"2027-01-01","status":"enacted","would_be":%[3]q}]}`+"\n", shops[i], day, shops[i+1])
	}
	if err := os.WriteFile(name, []byte(all), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestHistory(t *testing.T) {
	dir := t.TempDir()
	keep(t, filepath.Join(dir, HistoryDir, "2026-10-01-2.jsonl"), "2026-10-01", "a.be", "fail", "b.be", "pass", "c.be", "fail", "gone.be", "warn")
	keep(t, filepath.Join(dir, HistoryDir, "2026-10-01-10.jsonl"), "2026-10-01", "a.be", "pass", "b.be", "fail", "c.be", "unclear", "new.be", "fail")
	keep(t, filepath.Join(dir, JournalName), "2026-11-01", "a.be", "pass", "b.be", "fail", "c.be", "fail", "new.be", "fail")
	got, err := History(dir)
	if err != nil {
		t.Fatal(err)
	}
	change := func(target string) []report.HistoryChange {
		return []report.HistoryChange{{Target: "https://" + target + "/", Rule: "odr"}}
	}
	want := []report.HistoryRun{
		{Day: "2026-10-01", File: "history/2026-10-01-2.jsonl", Shops: 4, Fail: 2, Warn: 1, Pass: 1},
		{Day: "2026-10-01", File: "history/2026-10-01-10.jsonl", Shops: 4, Fail: 2, Pass: 1, Unclear: 1, New: change("b.be"), Mended: change("a.be"), Joined: 1, Left: 1},
		{Day: "2026-11-01", File: "results.jsonl", Shops: 4, Fail: 3, Pass: 1},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if _, err := History(t.TempDir()); err == nil {
		t.Error("a folder without a run has a history")
	}
}

// TestOneMeaningOfNew holds the overview and the screen to what history says:
// a duty is new when it was met in the last run, not when nobody knew.
func TestOneMeaningOfNew(t *testing.T) {
	dir := t.TempDir()
	keep(t, filepath.Join(dir, HistoryDir, "2026-10-01-1.jsonl"), "2026-10-01", "met.be", "pass", "open.be", "unclear", "failed.be", "fail")
	last := LastRun(dir)
	if last == nil || last.Day != "2026-10-01" || last.Verdicts["pass"] != 1 {
		t.Fatalf("%+v", last)
	}
	for shop, want := range map[string]bool{"met.be": true, "open.be": false, "failed.be": false, "joined.be": false} {
		if got := last.New("https://"+shop+"/", "odr"); got != want {
			t.Errorf("%s: new is %v", shop, got)
		}
	}
	if last.New("https://met.be/", "another") {
		t.Error("a rule that the last run did not judge is new")
	}
}
