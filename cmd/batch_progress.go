package cmd

import (
	"fmt"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/shoplint/shoplint/pkg/batch"
	"github.com/shoplint/shoplint/pkg/report"
)

// How often progress is shown: on a terminal, and as a line of a log.
const (
	barEvery  = 250 * time.Millisecond
	lineEvery = 30 * time.Second
)

// showProgress shows how far a run is: a bar on a terminal, else a line now and
// then. The function it returns ends that.
func (b *batchRun) showProgress(tally *batch.Tally) (stop func()) {
	o := b.opts
	bar := terminal(b.app.err) && os.Getenv("CI") == ""
	if o.quiet || o.noProgress {
		return func() {}
	}
	every := lineEvery
	if bar {
		every = barEvery
	}
	done, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		t := time.NewTicker(every)
		defer t.Stop()
		for {
			select {
			case <-t.C:
				b.showOnce(tally.Now(), bar)
			case <-done:
				return
			}
		}
	}()
	return func() {
		close(done)
		<-ended
		if bar {
			fmt.Fprint(b.app.err, "\r\x1b[K")
		}
	}
}

func (b *batchRun) showOnce(p batch.Progress, bar bool) {
	if p.Total == 0 {
		return // it has not begun
	}
	text := report.Clean(progressText(p, time.Now()))
	if !bar {
		fmt.Fprintln(b.app.err, "shoplint: "+text)
		return
	}
	fmt.Fprint(b.app.err, "\r\x1b[K"+fit(drawBar(p, 20)+" "+text, columns(b.app.err)-1))
}

// drawBar is how much is done, in cells.
func drawBar(p batch.Progress, cells int) string {
	full := cells * (p.Before + p.Done) / max(p.Total, 1)
	return "[" + strings.Repeat("#", full) + strings.Repeat(".", cells-full) + "]"
}

// progressText says how far a run is, how fast, and how long it will take; then
// what was found and which hosts fail.
func progressText(p batch.Progress, now time.Time) string {
	did := p.Before + p.Done
	parts := []string{fmt.Sprintf("%d of %d shops", did, p.Total)}
	if took := now.Sub(p.Started); p.Done > 0 && took > 0 {
		rate := float64(p.Done) / took.Minutes()
		left := time.Duration(float64(took) / float64(p.Done) * float64(p.Total-did))
		parts = append(parts, fmt.Sprintf("%.0f a minute", rate), "about "+left.Round(time.Second).String()+" left")
	}
	parts = append(parts, fmt.Sprintf("%d being read", p.Active), fmt.Sprintf("%d fail", p.Verdicts["fail"]), fmt.Sprintf("%d undecided", p.Verdicts["unclear"]))
	if rule, n := most(p.Found); n > 0 {
		parts = append(parts, fmt.Sprintf("%s in %d", rule, n))
	}
	if len(p.Failing) > 0 {
		parts = append(parts, "last without an answer: "+strings.Join(hosts(p.Failing), " "))
	}
	return strings.Join(parts, " · ")
}

// most is the rule that most shops fail.
func most(found map[string]int) (rule string, n int) {
	for r, k := range found {
		if k > n || k == n && r < rule {
			rule, n = r, k
		}
	}
	return rule, n
}

func hosts(targets []string) []string {
	var out []string
	for _, t := range targets {
		if u, err := url.Parse(t); err == nil {
			t = u.Host
		}
		out = append(out, t)
	}
	return out
}
