package batch

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestKeptRunsComeInTheirOrder(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, HistoryDir), 0o755); err != nil {
		t.Fatal(err)
	}
	want := "2026-09-30-12 2026-11-22-1 2026-11-22-2 2026-11-22-9 2026-11-22-10"
	for _, n := range append(strings.Fields(want), "notes.txt") {
		if !strings.HasSuffix(n, ".txt") {
			n += ".jsonl"
		}
		if err := os.WriteFile(filepath.Join(dir, HistoryDir, n), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	for _, n := range kept(dir) {
		got = append(got, strings.TrimSuffix(filepath.Base(n), ".jsonl"))
	}
	if s := strings.Join(got, " "); s != want {
		t.Errorf("%s, want %s", s, want)
	}
}
