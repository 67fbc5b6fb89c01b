package batch

import (
	"maps"
	"slices"
	"sync"
	"time"
)

// Tally is how far a run is. It is safe for concurrent use.
type Tally struct {
	mu sync.Mutex
	p  Progress
}

// Progress is a moment of a run.
type Progress struct {
	Total    int            // shops of the list
	Before   int            // done by an earlier run
	Done     int            // done by this run
	Active   int            // being read now, here and on other machines
	Verdicts map[string]int // of all that are done
	Causes   map[string]int // of those that are undecided
	Requests int            // of this run
	Failing  []string       // the last hosts that could not be read, newest first
	Found    map[string]int // shops by the rule they fail
	Workers  map[string]int // jobs that other machines or this one took, by name
	Refused  map[string]int // jobs that a worker with another rule book was refused
	Started  time.Time
}

// maxFailing caps the hosts that are named.
const maxFailing = 3

// Now is a copy of how far the run is.
func (t *Tally) Now() Progress {
	t.mu.Lock()
	defer t.mu.Unlock()
	p := t.p
	p.Verdicts, p.Causes, p.Found = maps.Clone(p.Verdicts), maps.Clone(p.Causes), maps.Clone(p.Found)
	p.Workers, p.Refused, p.Failing = maps.Clone(p.Workers), maps.Clone(p.Refused), slices.Clone(p.Failing)
	return p
}

func (t *Tally) begin(total int, rows []Row) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.p = Progress{
		Total: total, Before: len(rows), Started: time.Now(), Verdicts: map[string]int{}, Causes: map[string]int{},
		Found: map[string]int{}, Workers: map[string]int{}, Refused: map[string]int{},
	}
	for i := range rows {
		t.count(&rows[i])
	}
}

func (t *Tally) count(r *Row) {
	t.p.Verdicts[r.Verdict]++
	if r.Verdict == "unclear" {
		t.p.Causes[r.Cause]++
	}
	for _, f := range r.Failing {
		t.p.Found[f.Rule]++
	}
}

// claimed notes that a worker took a job.
func (t *Tally) claimed(worker string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.p.Active++
	t.p.Workers[worker]++
}

func (t *Tally) refused(worker string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.p.Refused[worker]++
}

// done notes a shop that stands in the journal now.
func (t *Tally) done(r *Row) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.p.Done++
	t.p.Requests += r.Requests
	t.p.Active = max(t.p.Active-1, 0)
	t.count(r)
	if r.Pages == 0 || r.Verdict == "unclear" {
		t.p.Failing = slices.Insert(t.p.Failing, 0, r.Target)
		t.p.Failing = t.p.Failing[:min(len(t.p.Failing), maxFailing)]
	}
}

// gone notes that a job that was taken is open again.
func (t *Tally) gone() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.p.Active = max(t.p.Active-1, 0)
}
