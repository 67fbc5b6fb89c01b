package batch

import (
	"context"
	"encoding/json"
	"errors"
	"time"
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
