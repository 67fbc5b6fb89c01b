package batch

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"github.com/nats-io/nats.go"
)

// audit puts the jobs into the queue and works on them until all are done or
// the run is ended; ended says why. The error means that nothing was begun.
func (r *running) audit(ctx context.Context, todo []int) (ended, err error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	if r.Deadline > 0 {
		var stop context.CancelFunc
		ctx, stop = context.WithTimeoutCause(ctx, r.Deadline, ErrDeadline)
		defer stop()
	}
	nc, replicas, stop, err := r.connect()
	if err != nil {
		return nil, err
	}
	defer stop()
	q, err := openQueue(ctx, nc, replicas)
	if err != nil {
		return nil, err
	}
	k := newKeeper(r.folder, r.journal, r.List, &r.Options)
	k.left = len(todo)
	k.fail, k.finish = func(err error) { cancel(err) }, func() { cancel(errAllDone) }
	defer k.close()
	if err := k.listen(nc); err != nil {
		return nil, err
	}
	if err := q.clear(ctx, r.folder.run.ID); err != nil {
		return nil, fmt.Errorf("clear the queue: %w", err)
	}
	if r.Cluster != nil && len(r.Setup) > 0 {
		if r.setup, err = q.keepSetup(ctx, r.Setup, replicas); err != nil {
			return nil, err
		}
	}
	worked := make(chan error, 1)
	go func() { worked <- r.work(ctx, nc, replicas, cancel) }()
	if err := r.fill(ctx, q, todo, 0); err != nil {
		cancel(err)
	}
	r.watch(ctx, q, k)
	<-ctx.Done()
	err = <-worked
	k.close()
	if r.Cluster != nil {
		_ = q.clear(context.WithoutCancel(ctx), r.folder.run.ID) // what is left there is refused when it comes
	}
	return why(ctx, err), nil
}

var errAllDone = errors.New("all is done")

// why is why a run ended, nil when its list did.
func why(ctx context.Context, err error) error {
	switch cause := context.Cause(ctx); {
	case errors.Is(cause, errAllDone):
		return nil
	case errors.Is(cause, context.Canceled) && err != nil:
		return err
	case errors.Is(cause, context.Canceled):
		return ErrInterrupted
	default:
		return cause
	}
}

// connect opens the queue: in this process, or in a cluster.
func (r *running) connect() (nc *nats.Conn, replicas int, stop func(), err error) {
	if r.Cluster != nil {
		if nc, err = r.Cluster.Connect("shoplint batch"); err != nil {
			return nil, 0, nil, err
		}
		return nc, r.Cluster.Servers(nc), nc.Close, nil
	}
	e, err := startEmbedded(filepath.Join(r.folder.dir, ownDir, queueDir))
	if err != nil {
		return nil, 0, nil, err
	}
	if nc, err = e.connect(); err != nil {
		e.stop()
		return nil, 0, nil, err
	}
	return nc, 1, func() { nc.Close(); e.stop() }, nil
}

// Servers is how many servers of a cluster keep the queue: those asked for,
// else three where there are as many.
func (c *Cluster) Servers(nc *nats.Conn) int {
	if c.Replicas > 0 {
		return c.Replicas
	}
	if len(nc.Servers()) >= 3 {
		return 3
	}
	return 1
}

// work takes jobs in this process.
func (r *running) work(ctx context.Context, nc *nats.Conn, replicas int, cancel context.CancelCauseFunc) error {
	if r.Cluster != nil && r.Jobs == 0 {
		<-ctx.Done()
		return nil
	}
	err := Work(ctx, WorkerOptions{
		Conn: nc, Name: "here", Jobs: r.Jobs, Version: r.Version, Open: r.Open, Note: r.Note,
		Replicas: replicas, alone: r.Cluster == nil, broken: func(err error) { cancel(err) },
	})
	if err != nil {
		cancel(err)
	}
	return err
}

// fill puts jobs into the queue.
func (r *running) fill(ctx context.Context, q *queue, todo []int, round int) error {
	for _, i := range todo {
		j := &job{Run: r.folder.run.ID, N: i, Entry: r.List.Entries[i], Version: r.Version, Setup: r.setup, Timeout: r.Timeout}
		if err := q.put(ctx, j, round); err != nil {
			return fmt.Errorf("fill the queue: %w", err)
		}
	}
	return nil
}

// watchEvery is how often the queue is compared with the journal.
const watchEvery = 20 * time.Second

// watch puts jobs that a cluster lost back into the queue: the journal is the
// truth, the queue only its shadow.
func (r *running) watch(ctx context.Context, q *queue, k *keeper) {
	if r.Cluster == nil {
		return
	}
	for round := 1; pauseFor(ctx, watchEvery); round++ {
		n, err := q.left(ctx, r.folder.run.ID)
		if err != nil || n > 0 {
			continue
		}
		k.mu.Lock()
		todo := r.todo()
		k.mu.Unlock()
		_ = r.fill(ctx, q, todo, round) // what fails is tried again
	}
}
