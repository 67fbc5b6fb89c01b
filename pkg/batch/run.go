package batch

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"github.com/nats-io/nats.go"
)

// Options are those of one run.
type Options struct {
	Dir     string // the folder; made where there is none
	List    *List
	Formats []string // of the reports that Judge renders; the first is linked

	// Open gives what judges the shops, here and on other machines, for a Setup.
	Open  func(setup json.RawMessage, leases Leases) (Judge, *Manners, error)
	Setup json.RawMessage

	// Settings are what must be the same for a run to go on in its folder, by
	// name. They are shown when they differ.
	Settings map[string]string
	Version  string // of program and rule book: a worker of another is refused

	Jobs         int           // shops at once in this process; 0 with a Cluster: none
	Timeout      time.Duration // for one shop, after which it is kept as interrupted; 0: 15 min
	Deadline     time.Duration // for the whole run; 0: none
	RetryUnclear bool          // judge again what could not be decided
	Again        bool          // begin anew; the last run becomes history

	Cluster *Cluster     // nil: the queue is in this process
	Tally   *Tally       // nil: nobody watches
	Note    func(string) // something people should know; nil: nobody listens
}

// shopTime is how long one shop may take when nobody says.
const shopTime = 15 * time.Minute

// Result is how a run ended.
type Result struct {
	Rows    []Row    // of finished shops, in the order of the list
	Left    []string // targets that are not done
	Before  int      // shops that an earlier run had done
	Ended   error    // why the run ended before its list did; nil when all is done
	Elapsed time.Duration
	Last    *Last // the run before this one, of the history; nil: none
}

// Exit is the code of a whole run: that of the worst shop, a finding before
// what could not be decided; 3 when the run did not come to its end.
func (r *Result) Exit() int {
	if r.Ended != nil || len(r.Left) > 0 {
		return 3
	}
	exit := 0
	for i := range r.Rows {
		switch e := r.Rows[i].Exit; {
		case e == 1:
			return 1
		case e != 0:
			exit = 3
		}
	}
	return exit
}

// Run audits what of a list is not done yet, and goes on where an earlier run
// in the folder was ended, however that happened. The error means that nothing
// was audited; a run that was ended later tells so in its Result.
func Run(ctx context.Context, o Options) (*Result, error) {
	start := time.Now()
	if o.Tally == nil {
		o.Tally = &Tally{}
	}
	if o.Timeout <= 0 {
		o.Timeout = shopTime
	}
	f, err := openFolder(o.Dir)
	if err != nil {
		return nil, err
	}
	defer f.close()
	if err := f.settle(o.Settings, false); err != nil && !o.Again {
		return nil, err
	}
	if o.Again {
		if err := errors.Join(archive(f.dir), f.settle(o.Settings, true)); err != nil {
			return nil, err
		}
	}
	j, err := openJournal(f.dir)
	if err != nil {
		return nil, err
	}
	r := &running{Options: o, folder: f, journal: j}
	defer func() { r.journal.close() }()
	if o.RetryUnclear {
		if err := r.dropUnclear(); err != nil {
			return nil, err
		}
	}
	if err := r.dropStale(); err != nil {
		return nil, err
	}
	todo := r.todo()
	before := len(o.List.Entries) - len(todo)
	o.Tally.begin(len(o.List.Entries), r.rows())
	var ended error
	if len(todo) > 0 {
		if ended, err = r.audit(ctx, todo); err != nil {
			return nil, err
		}
	}
	out := &Result{Rows: r.rows(), Left: r.open(), Before: before, Ended: ended, Last: LastRun(f.dir)}
	if err := r.write(out); err != nil && out.Ended == nil {
		out.Ended = err
	}
	out.Elapsed = time.Since(start)
	return out, nil
}

// running is one run in its folder.
type running struct {
	Options
	folder  *folder
	journal *journal
	setup   string // name under which the cluster has Setup
}

// todo is the list less the journal: indices of entries.
func (r *running) todo() []int {
	var out []int
	for i := range r.List.Entries {
		if !r.journal.has(r.List.Entries[i].Key()) {
			out = append(out, i)
		}
	}
	return out
}

// rows are those of the shops that are done, in the order of the list.
func (r *running) rows() []Row {
	var out []Row
	for i := range r.List.Entries {
		if row, ok := r.journal.rows[r.List.Entries[i].Key()]; ok {
			out = append(out, row)
		}
	}
	return out
}

// open are the targets that are not done.
func (r *running) open() []string {
	var out []string
	for _, i := range r.todo() {
		out = append(out, r.List.Entries[i].Target)
	}
	return out
}

// dropUnclear takes what could not be decided out of the journal. Until a new
// line stands there the shop counts as not done, so nothing can get lost.
func (r *running) dropUnclear() error {
	var keep []string
	for _, key := range r.journal.keys(r.List) {
		if r.journal.rows[key].Verdict != "unclear" {
			keep = append(keep, key)
		}
	}
	return r.journal.rewrite(keep)
}

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
	listening, deaf := context.WithCancel(context.Background())
	defer deaf()
	if err := k.listen(listening, nc); err != nil {
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
