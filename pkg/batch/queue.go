package batch

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// Names in NATS.
const (
	streamName   = "SHOPLINT_JOBS"
	consumerName = "workers"
	jobSubject   = "shoplint.jobs."
	runSubject   = "shoplint.run."
)

// ackWait is how long a worker may be silent before another takes its job; a
// worker tells of itself three times as often. Tests wait less.
var ackWait = 30 * time.Second

// job is one message of the queue.
type job struct {
	Run     string        `json:"run"`
	N       int           `json:"n"` // of the entry in its list, from 0
	Entry   Entry         `json:"entry"`
	Version string        `json:"version"`         // of program and rule book
	Setup   string        `json:"setup,omitempty"` // name of the run's setup; "": there is none
	Timeout time.Duration `json:"timeout"`
}

// queue is the stream of jobs and the consumer that all workers share.
type queue struct {
	js   jetstream.JetStream
	jobs jetstream.Consumer
}

// openQueue makes the stream and its consumer where they are not there yet.
func openQueue(ctx context.Context, nc *nats.Conn, replicas int) (*queue, error) {
	js, err := jetstream.New(nc)
	if err != nil {
		return nil, fmt.Errorf("open JetStream: %w", err)
	}
	q := &queue{js: js}
	err = try(ctx, func(ctx context.Context) (err error) {
		_, err = js.Stream(ctx, streamName) // of another run, with replicas of its own
		if errors.Is(err, jetstream.ErrStreamNotFound) {
			_, err = js.CreateStream(ctx, jetstream.StreamConfig{
				Name: streamName, Subjects: []string{jobSubject + ">"}, Retention: jetstream.WorkQueuePolicy,
				Storage: jetstream.FileStorage, Replicas: replicas, Duplicates: time.Minute,
			})
		}
		if err != nil && !errors.Is(err, jetstream.ErrStreamNameAlreadyInUse) {
			return err
		}
		q.jobs, err = js.CreateOrUpdateConsumer(ctx, streamName, jetstream.ConsumerConfig{
			Durable: consumerName, AckPolicy: jetstream.AckExplicitPolicy, AckWait: ackWait, MaxDeliver: -1, MaxAckPending: -1, MaxWaiting: 4096,
		})
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("open the queue: %w", err)
	}
	return q, nil
}

// patience is how long a cluster may take to answer, as while it elects a
// leader.
const patience = 30 * time.Second

// noPeers is the server's code for a cluster that cannot place something now,
// for nodes are yet to join or one is away: a refusal that passes.
const noPeers jetstream.ErrorCode = 10005

// passes reports whether what a cluster answered may change by waiting: it has
// no leader, or too few nodes. What it says no to for good is final.
func passes(err error) bool {
	var api *jetstream.APIError
	return !errors.As(err, &api) || api.Code == 503 || api.Code == 500 || api.ErrorCode == noPeers
}

// try asks again what may pass, for as long as patience lasts.
func try(ctx context.Context, f func(context.Context) error) error {
	until := time.Now().Add(patience)
	for {
		once, cancel := context.WithTimeout(ctx, 5*time.Second)
		err := f(once)
		cancel()
		if err == nil || ctx.Err() != nil || time.Now().After(until) || !passes(err) {
			return err
		}
		if !pauseFor(ctx, 300*time.Millisecond) {
			return err
		}
	}
}

// pauseFor waits for d; false when ctx ends before.
func pauseFor(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// put publishes the jobs of a run; an id keeps one from standing there twice
// when an answer of the cluster was lost.
func (q *queue) put(ctx context.Context, j *job, round int) error {
	data, err := json.Marshal(j)
	if err != nil {
		return err
	}
	msg := &nats.Msg{Subject: jobSubject + j.Run, Data: data, Header: nats.Header{}}
	id := j.Run + "-" + strconv.Itoa(round) + "-" + strconv.Itoa(j.N)
	return try(ctx, func(ctx context.Context) error {
		_, err := q.js.PublishMsg(ctx, msg, jetstream.WithMsgID(id))
		return err
	})
}

// clear takes the jobs of a run out of the queue.
func (q *queue) clear(ctx context.Context, run string) error {
	return try(ctx, func(ctx context.Context) error {
		s, err := q.js.Stream(ctx, streamName)
		if err != nil {
			return err
		}
		return s.Purge(ctx, jetstream.WithPurgeSubject(jobSubject+run))
	})
}

// left is how many jobs of a run are waiting or being worked on.
func (q *queue) left(ctx context.Context, run string) (n uint64, err error) {
	err = try(ctx, func(ctx context.Context) error {
		s, err := q.js.Stream(ctx, streamName)
		if err != nil {
			return err
		}
		info, err := s.Info(ctx, jetstream.WithSubjectFilter(jobSubject+run))
		if err != nil {
			return err
		}
		n = info.State.Subjects[jobSubject+run]
		return nil
	})
	return n, err
}
