package batch

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// brokenAfter is how long an embedded queue may fail before the run gives up.
const brokenAfter = 10 * time.Second

// loop takes one job after the other.
func (w *worker) loop(ctx context.Context, slot int) {
	var since time.Time
	for ctx.Err() == nil {
		taken, err := w.next(ctx, slot)
		switch {
		case taken || err == nil:
			since = time.Time{}
			continue
		case since.IsZero():
			since = time.Now()
		case w.broken != nil && time.Since(since) > brokenAfter:
			w.broken(fmt.Errorf("the queue fails: %w", err))
			return
		}
		pauseFor(ctx, 200*time.Millisecond)
	}
}

// next waits a while for a job and does it.
func (w *worker) next(ctx context.Context, slot int) (taken bool, err error) {
	wait, cancel := context.WithTimeout(ctx, 3*time.Second)
	defer cancel()
	b, err := w.queue.jobs.Fetch(1, jetstream.FetchContext(wait))
	if err != nil {
		return false, err
	}
	for m := range b.Messages() {
		taken = true
		if ctx.Err() != nil {
			_ = m.Nak()
			continue
		}
		w.one(ctx, slot, m)
	}
	err = b.Error()
	if errors.Is(err, nats.ErrTimeout) || errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) || errors.Is(err, jetstream.ErrNoMessages) {
		err = nil
	}
	return taken, err
}

// one does a job, or gives it back.
func (w *worker) one(ctx context.Context, slot int, m jetstream.Msg) {
	var j job
	if err := json.Unmarshal(m.Data(), &j); err != nil {
		_ = m.Term() // no job of ours
		return
	}
	again, done := w.do(ctx, slot, m, &j)
	if done {
		_ = m.Ack() // one that gets lost comes again, and the run says that it is done
		return
	}
	_ = m.NakWithDelay(again)
}
