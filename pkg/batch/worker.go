package batch

import (
	"context"
	"encoding/json"
	"sync"

	"github.com/nats-io/nats.go"
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
