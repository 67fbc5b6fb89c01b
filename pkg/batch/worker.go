package batch

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// WorkerOptions are those of a process that takes jobs.
type WorkerOptions struct {
	Conn    *nats.Conn
	Name    string // by which a run knows it
	Jobs    int    // at once
	Version string // of program and rule book
	// Open makes ready for the jobs of a run. It is asked once for each setup.
	Open func(setup json.RawMessage, leases Leases) (Judge, *Manners, error)
	// Drain lets jobs that were begun end when the context does; else they are
	// given back at once.
	Drain bool
	Note  func(string) // something people should know; nil: nobody listens

	// Replicas are the servers that keep the queue, when it is not there yet.
	Replicas int

	alone  bool // of an embedded queue: nobody else has leases
	broken func(error)
}

// worker is one process that takes jobs.
type worker struct {
	WorkerOptions
	queue  *queue
	leases Leases

	mu    sync.Mutex
	ready map[string]*opened // by setup
	told  map[string]bool
}

type opened struct {
	once    sync.Once
	judge   Judge
	manners *Manners
	err     error
}

// Work takes jobs until ctx ends.
func Work(ctx context.Context, o WorkerOptions) error {
	w := &worker{WorkerOptions: o, ready: map[string]*opened{}, told: map[string]bool{}}
	var err error
	if w.queue, err = openQueue(ctx, o.Conn, max(o.Replicas, 1)); err != nil {
		return err
	}
	if !o.alone {
		if w.leases, err = openLeases(ctx, w.queue.js, o.Name, max(o.Replicas, 1)); err != nil {
			return err
		}
	}
	var g sync.WaitGroup
	for i := range max(o.Jobs, 1) {
		g.Go(func() { w.loop(ctx, i) })
	}
	g.Wait()
	return nil
}

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

// crowdStep and crowdMost are how long a shop waits for others on its host or
// address: longer, the more often it was in vain.
const (
	crowdStep = 200 * time.Millisecond
	crowdMost = 15 * time.Second
	strange   = 10 * time.Second // until a job is offered again that this worker cannot do
)

func (w *worker) do(ctx context.Context, slot int, m jetstream.Msg, j *job) (again time.Duration, done bool) {
	if j.Version != w.Version {
		w.note("refused a job for "+j.Version, "a batch needs "+j.Version+", and this worker has "+w.Version+": install the same program and rules")
		_, _ = askToClaim(ctx, w.Conn, j.Run, claim{j.N, w.Name, w.Version}) // so that the run can tell
		return strange, false
	}
	run := w.open(ctx, j)
	if run.err != nil {
		w.note("open "+j.Setup, "a batch cannot be served: "+run.err.Error())
		return strange, false
	}
	stay, ok, err := run.manners.Shop(ctx, j.Entry.Target)
	if err != nil || !ok {
		return w.crowded(m), false
	}
	defer stay.Leave()
	answer, err := askToClaim(ctx, w.Conn, j.Run, claim{j.N, w.Name, w.Version})
	switch {
	case err != nil, answer == sayFailed:
		return 2 * time.Second, false
	case answer == sayDone:
		return 0, true
	case answer != sayGo:
		return strange, false
	}
	return w.audit(ctx, slot, m, j, run, stay)
}

func (w *worker) crowded(m jetstream.Msg) time.Duration {
	n := uint64(1)
	if meta, err := m.Metadata(); err == nil {
		n = meta.NumDelivered
	}
	return min(time.Duration(min(n, 1000))*crowdStep, crowdMost)
}

// audit judges a shop and hands the outcome over. It tells the queue meanwhile
// that the job is alive.
func (w *worker) audit(ctx context.Context, slot int, m jetstream.Msg, j *job, run *opened, stay *Stay) (time.Duration, bool) {
	stop := alive(m)
	defer stop()
	told := ctx
	if w.Drain {
		ctx = context.WithoutCancel(ctx)
	}
	limited, cancel := context.WithTimeout(ctx, j.Timeout)
	defer cancel()
	lost := make(chan struct{})
	go func() {
		select {
		case <-stay.Lost:
			close(lost)
			cancel()
		case <-limited.Done():
		}
	}()
	o, err := safely(run.judge, limited, &j.Entry)
	select {
	case <-lost:
		return 0, false // another may be reading the shop: what was read is not kept
	default:
	}
	switch {
	case ctx.Err() != nil:
		return 0, false
	case err != nil:
		w.note("judge "+err.Error(), err.Error())
		if w.broken != nil {
			w.broken(err)
		}
		return strange, false
	}
	data, err := o.encode()
	if err != nil {
		return strange, false
	}
	return w.handOver(ctx, told, fmt.Sprintf("%s-%d", w.Name, slot), j, data)
}

// safely is judge, with a panic as its error.
func safely(judge Judge, ctx context.Context, e *Entry) (o *Outcome, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("%s: the audit broke: %v", e.Target, v)
		}
	}()
	return judge(ctx, e)
}

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
