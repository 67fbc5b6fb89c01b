package batch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/nats-io/nats.go/jetstream"
)

// setupBucket holds what workers must know of the runs that they serve.
const setupBucket = "SHOPLINT_RUNS"

// setupTime is how long a setup is kept.
const setupTime = 30 * 24 * time.Hour

// keepSetup puts a setup into the cluster, under a name that its content gives.
func (q *queue) keepSetup(ctx context.Context, setup json.RawMessage, replicas int) (string, error) {
	sum := sha256.Sum256(setup)
	name := hex.EncodeToString(sum[:16])
	err := try(ctx, func(ctx context.Context) error {
		kv, err := q.js.CreateKeyValue(ctx, jetstream.KeyValueConfig{Bucket: setupBucket, TTL: setupTime, Replicas: replicas})
		if errors.Is(err, jetstream.ErrBucketExists) {
			kv, err = q.js.KeyValue(ctx, setupBucket)
		}
		if err == nil {
			_, err = kv.Put(ctx, name, setup)
		}
		return err
	})
	if err != nil {
		return "", fmt.Errorf("tell the cluster of the run: %w", err)
	}
	return name, nil
}

// setup is what a run left under a name.
func (q *queue) setup(ctx context.Context, name string) (setup json.RawMessage, err error) {
	if name == "" {
		return nil, nil
	}
	err = try(ctx, func(ctx context.Context) error {
		kv, err := q.js.KeyValue(ctx, setupBucket)
		if err != nil {
			return err
		}
		e, err := kv.Get(ctx, name)
		if err == nil {
			setup = e.Value()
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read what the cluster knows of the run: %w", err)
	}
	return setup, nil
}
