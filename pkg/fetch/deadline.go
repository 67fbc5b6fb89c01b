package fetch

import (
	"context"
	"errors"
	"io"
	"net/http"
	"time"
)

// ErrSlow is the cause of a request given up because its answer did not end.
var ErrSlow = errors.New("answer took too long")

// deadline bounds a request from its start to the end of its body. The wait
// for a place in the queue is not counted: that is ours.
type deadline struct {
	next  http.RoundTripper
	limit time.Duration
}

func (d *deadline) RoundTrip(req *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithTimeoutCause(req.Context(), d.limit, ErrSlow)
	res, err := d.next.RoundTrip(req.WithContext(ctx))
	if err != nil {
		if ownDeadline(ctx) {
			err = &Slow{d.limit}
		}
		cancel()
		return nil, err
	}
	res.Body = &closing{res.Body, cancel}
	return res, nil
}

// Slow is the error for an answer that did not come within its time.
type Slow struct{ Limit time.Duration }

func (s *Slow) Error() string { return "time-out after " + s.Limit.String() }

// Unwrap makes errors.Is(err, ErrSlow) true.
func (s *Slow) Unwrap() error { return ErrSlow }

func ownDeadline(ctx context.Context) bool {
	return ctx.Err() != nil && errors.Is(context.Cause(ctx), ErrSlow)
}

// closing runs a function when the body is closed, once.
type closing struct {
	io.ReadCloser
	done func()
}

func (c *closing) Close() error {
	err := c.ReadCloser.Close()
	if c.done != nil {
		c.done()
		c.done = nil
	}
	return err
}
