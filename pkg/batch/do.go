package batch

import (
	"context"
	"fmt"
	"time"

	"github.com/nats-io/nats.go/jetstream"
)

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
