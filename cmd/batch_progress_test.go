package cmd

import (
	"strings"
	"testing"
	"time"

	"github.com/shoplint/shoplint/pkg/batch"
)

func halfway(start time.Time) batch.Progress {
	return batch.Progress{
		Total: 300, Before: 50, Done: 100, Active: 8, Requests: 1200, Started: start,
		Verdicts: map[string]int{"fail": 20, "pass": 120, "unclear": 10}, Causes: map[string]int{"blocked": 10},
		Found: map[string]int{"odr-link-stale": 18, "contact-email": 3}, Failing: []string{"https://dead.example/"},
		Workers: map[string]int{`a"b`: 7},
	}
}

func TestProgressText(t *testing.T) {
	start := time.Now()
	got := progressText(halfway(start), start.Add(2*time.Minute))
	for _, want := range []string{"150 of 300 shops", "50 a minute", "about 3m0s left", "8 being read", "20 fail", "10 undecided", "odr-link-stale in 18", "dead.example"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
	if bar := drawBar(halfway(start), 20); bar != "[##########..........]" {
		t.Error(bar)
	}
	if text := progressText(batch.Progress{Total: 3}, start); !strings.HasPrefix(text, "0 of 3 shops · 0 being read") {
		t.Error(text)
	}
}

func TestWriteMetrics(t *testing.T) {
	var b strings.Builder
	writeMetrics(&b, halfway(time.Unix(1700000000, 0)))
	got := b.String()
	for _, want := range []string{
		"# TYPE shoplint_shops gauge\n", "shoplint_shops 300\n", "shoplint_verdicts{verdict=\"fail\"} 20\n", "shoplint_failing{rule=\"odr-link-stale\"} 18\n",
		`shoplint_worker_jobs{worker="a\"b"} 7`, "# TYPE shoplint_done counter\n", "shoplint_done_total 100\n", "shoplint_started_timestamp_seconds 1700000000\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	if !strings.HasSuffix(got, "# EOF\n") || strings.Contains(got, "dead.example") {
		t.Errorf("no end, or the name of a shop:\n%s", got)
	}
}
