package batch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/nats-io/nats.go/jetstream"
)

// leaseTime is how long a lease outlives its holder; a holder renews it three
// times as often. Tests wait less.
var leaseTime = 30 * time.Second

const leaseBucket = "SHOPLINT_LEASES"

// clusterLeases are kept in a bucket of the cluster, so that no two machines
// read at one host or address.
type clusterLeases struct {
	kv   jetstream.KeyValue
	name string
}

func openLeases(ctx context.Context, js jetstream.JetStream, name string, replicas int) (*clusterLeases, error) {
	l := &clusterLeases{name: name}
	err := try(ctx, func(ctx context.Context) (err error) {
		if l.kv, err = js.KeyValue(ctx, leaseBucket); err == nil {
			return nil
		}
		l.kv, err = js.CreateKeyValue(ctx, jetstream.KeyValueConfig{
			Bucket: leaseBucket, TTL: leaseTime, Storage: jetstream.MemoryStorage, Replicas: replicas,
		})
		if errors.Is(err, jetstream.ErrBucketExists) {
			l.kv, err = js.KeyValue(ctx, leaseBucket)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("open the leases: %w", err)
	}
	return l, nil
}

// Try is that of Leases.
func (c *clusterLeases) Try(ctx context.Context, key string) (*Lease, bool, error) {
	sum := sha256.Sum256([]byte(key))
	key = hex.EncodeToString(sum[:16])
	once, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	rev, err := c.kv.Create(once, key, []byte(c.name))
	if errors.Is(err, jetstream.ErrKeyExists) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	lost, done := make(chan struct{}), make(chan struct{})
	var ended sync.WaitGroup
	ended.Go(func() { rev = c.renew(key, rev, lost, done) })
	return &Lease{Lost: lost, Release: sync.OnceFunc(func() {
		close(done)
		ended.Wait()
		once, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = c.kv.Delete(once, key, jetstream.LastRevision(rev)) // else it ends by itself
	})}, true, nil
}

// renew keeps a lease until it is given back or cannot be kept. It counts as
// lost before another can have it.
func (c *clusterLeases) renew(key string, rev uint64, lost, done chan struct{}) uint64 {
	t := time.NewTicker(leaseTime / 6)
	defer t.Stop()
	kept := time.Now()
	for {
		select {
		case <-done:
			return rev
		case <-t.C:
		}
		begun := time.Now()
		once, cancel := context.WithTimeout(context.Background(), leaseTime/6)
		next, err := c.kv.Update(once, key, []byte(c.name), rev)
		cancel()
		if err == nil {
			rev, kept = next, begun
			continue
		}
		var api *jetstream.APIError
		if time.Since(kept) > leaseTime*2/3 || errors.As(err, &api) && api.ErrorCode == jetstream.JSErrCodeStreamWrongLastSequence {
			close(lost)
			<-done
			return rev
		}
	}
}
