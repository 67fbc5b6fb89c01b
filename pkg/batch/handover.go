package batch

import (
	"context"
	"encoding/json"
	"time"

	"github.com/nats-io/nats.go/jetstream"
)

// handTime is how long a worker keeps an outcome that it cannot hand over, and
// drainTime once it was told to stop.
const (
	handTime  = 10 * time.Minute
	drainTime = 20 * time.Second
)

// handOver brings an outcome to its run, through cuts of the net. told ends
// when the worker is to stop.
func (w *worker) handOver(ctx, told context.Context, sender string, j *job, data []byte) (time.Duration, bool) {
	until, draining := time.Now().Add(handTime), false
	for pause := 100 * time.Millisecond; ; pause = min(2*pause, 5*time.Second) {
		answer, err := send(ctx, w.Conn, j, sender, data)
		switch {
		case err == nil && answer == sayDone:
			return 0, true
		case err == nil && answer == sayFailed, time.Now().After(until):
			return 2 * time.Second, false
		}
		if told.Err() != nil && !draining { // from the first time on
			draining, until = true, minTime(until, time.Now().Add(drainTime))
		}
		if !pauseFor(ctx, pause) {
			return 0, false
		}
	}
}

func minTime(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}

// alive tells the queue that a job is being worked on.
func alive(m jetstream.Msg) (stop func()) {
	done := make(chan struct{})
	go func() {
		t := time.NewTicker(ackWait / 3)
		defer t.Stop()
		for {
			select {
			case <-t.C:
				_ = m.InProgress()
			case <-done:
				return
			}
		}
	}()
	return func() { close(done) }
}

// open makes ready for a run, once.
func (w *worker) open(ctx context.Context, j *job) *opened {
	w.mu.Lock()
	x := w.ready[j.Setup]
	if x == nil {
		x = &opened{}
		w.ready[j.Setup] = x
	}
	w.mu.Unlock()
	x.once.Do(func() {
		var setup json.RawMessage
		if setup, x.err = w.queue.setup(ctx, j.Setup); x.err == nil {
			x.judge, x.manners, x.err = w.Open(setup, w.leases)
		}
	})
	if x.err != nil { // the cluster may be cut, or a secret be set later
		w.mu.Lock()
		delete(w.ready, j.Setup)
		w.mu.Unlock()
	}
	return x
}

// note says something once.
func (w *worker) note(key, text string) {
	w.mu.Lock()
	told := w.told[key]
	w.told[key] = true
	w.mu.Unlock()
	if !told && w.Note != nil {
		w.Note(text)
	}
}
