package fetch

import "context"

type key int

const (
	traceKey key = iota
	limitKey
)

// Trace is what a reader of a body must know beside it. It is complete once
// the body was read to its end.
type Trace struct {
	Truncated bool   // the body goes on after what was handed out
	Why       string // "size limit", "time limit", "compression ratio", "connection cut"
}

// WithTrace makes the request of ctx fill t.
func WithTrace(ctx context.Context, t *Trace) context.Context {
	return context.WithValue(ctx, traceKey, t)
}

// WithLimit sets the body limit, in bytes, of the request of ctx.
func WithLimit(ctx context.Context, bytes int64) context.Context {
	return context.WithValue(ctx, limitKey, bytes)
}

func traceOf(ctx context.Context) *Trace {
	if t, ok := ctx.Value(traceKey).(*Trace); ok {
		return t
	}
	return &Trace{}
}
