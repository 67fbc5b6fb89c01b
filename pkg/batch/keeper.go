package batch

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"sync"

	"github.com/nats-io/nats.go"
)

// keepers is how many outcomes are written at once.
const keepers = 8

// keeper answers the workers of a run and writes what they bring: the reports
// first, then the line. It alone says what is done.
type keeper struct {
	folder  *folder
	entries []Entry
	version string
	tally   *Tally
	fail    func(error)   // ends the run
	finish  func()        // all is done
	slots   chan struct{} // outcomes being written

	mu       sync.Mutex // below: what is done and what is being written
	journal  *journal
	left     int
	keeping  map[int]bool
	claimed  map[int]string // by whom
	closed   bool
	writings sync.WaitGroup

	parts parts         // of the goroutine that receives
	deaf  func()        // ends that goroutine
	heard chan struct{} // closed when it has ended
}

func newKeeper(f *folder, j *journal, list *List, o *Options) *keeper {
	return &keeper{
		folder: f, journal: j, entries: list.Entries, version: o.Version, tally: o.Tally,
		slots: make(chan struct{}, keepers), keeping: map[int]bool{}, claimed: map[int]string{},
		parts: parts{under: map[string]*pile{}},
	}
}

// listen answers until close.
func (k *keeper) listen(nc *nats.Conn) error {
	in := make(chan *nats.Msg, 1024)
	sub, err := nc.ChanSubscribe(runSubject+k.folder.run.ID+".*", in)
	if err != nil {
		return fmt.Errorf("open the queue: %w", err)
	}
	ctx, deaf := context.WithCancel(context.Background())
	k.deaf, k.heard = deaf, make(chan struct{})
	go func() {
		defer close(k.heard)
		defer sub.Unsubscribe() //nolint:errcheck // the connection is closed next
		for {
			select {
			case m := <-in:
				k.answer(m)
			case <-ctx.Done():
				return
			}
		}
	}()
	return nc.Flush()
}

func (k *keeper) answer(m *nats.Msg) {
	switch m.Subject[len(runSubject)+len(k.folder.run.ID)+1:] {
	case askClaim:
		say(m, k.claim(m.Data))
	case askKeep:
		n, data, whole, ok := k.parts.take(m)
		switch {
		case !ok || n < 0 || n >= len(k.entries):
			say(m, sayAgain)
		case !whole:
			say(m, sayMore)
		default:
			k.slots <- struct{}{}
			k.writings.Add(1)
			go func() {
				defer func() { <-k.slots; k.writings.Done() }()
				say(m, k.keep(n, data))
			}()
		}
	}
}

// say answers; a worker that hears nothing asks again.
func say(m *nats.Msg, answer string) { _ = m.Respond([]byte(answer)) }

// claim says whether a job is still to be done, and by this worker.
func (k *keeper) claim(data []byte) string {
	var c claim
	if json.Unmarshal(data, &c) != nil || c.N < 0 || c.N >= len(k.entries) {
		return sayDone
	}
	if c.Version != k.version {
		k.tally.refused(c.Worker)
		return sayRefuse
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.journal.has(k.entries[c.N].Key()) {
		return sayDone
	}
	if k.closed {
		return sayFailed
	}
	if _, again := k.claimed[c.N]; again {
		k.tally.gone()
	}
	k.claimed[c.N] = c.Worker
	k.tally.claimed(c.Worker)
	return sayGo
}

// keep writes one outcome. Whoever comes second with a shop is told that it is
// done.
func (k *keeper) keep(n int, data []byte) string {
	key := k.entries[n].Key()
	k.mu.Lock()
	switch {
	case k.journal.has(key):
		k.mu.Unlock()
		return sayDone
	case k.closed:
		k.mu.Unlock()
		return sayFailed
	case k.keeping[n]:
		k.mu.Unlock()
		return sayAgain
	}
	k.keeping[n] = true
	k.mu.Unlock()
	err := k.write(n, data)
	k.mu.Lock()
	defer k.mu.Unlock()
	delete(k.keeping, n)
	if err != nil {
		k.closed = true
		k.fail(err)
		return sayFailed
	}
	if k.left--; k.left == 0 {
		k.finish()
	}
	return sayDone
}

// write puts the reports of a shop onto the disk, and then its line.
func (k *keeper) write(n int, data []byte) error {
	o, err := decodeOutcome(data)
	if err != nil {
		return err
	}
	e := &k.entries[n]
	for _, format := range slices.Sorted(maps.Keys(o.Files)) {
		if err := writeFile(k.folder.path(filepath.FromSlash(ReportPath(e.Target, format))), o.Files[format]); err != nil {
			return err
		}
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.closed {
		return ErrInterrupted
	}
	row, err := k.journal.add(o.Line)
	if err != nil {
		return err
	}
	if homeKey(row.Target) != e.Key() {
		return fmt.Errorf("a worker sent %s for %s", row.Target, e.Target)
	}
	k.tally.done(&row)
	return nil
}

// close keeps nothing more, and returns when nobody asks for or writes anything
// any more: the journal is the caller's alone then. It may be called again.
func (k *keeper) close() {
	k.mu.Lock()
	k.closed = true
	k.mu.Unlock()
	if k.deaf != nil {
		k.deaf()
		<-k.heard
	}
	k.writings.Wait()
}
