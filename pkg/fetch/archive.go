package fetch

import (
	"context"
	"errors"
	"net/http"
)

// ErrNotKept is the error for an address that an archive does not hold.
var ErrNotKept = errors.New("not in the archive")

// Kept is the error of a request that failed when an archive was made. Why is
// what Explain said of it then.
type Kept struct{ Why string }

func (k *Kept) Error() string { return k.Why }

// TraceOf is the trace of the request of ctx; one that nobody reads when none
// was asked for.
func TraceOf(ctx context.Context) *Trace { return traceOf(ctx) }

// network is what answers at the bottom of the stack, and the options for it:
// an archive is asked without a pause.
func (o Options) network(c *Client) (http.RoundTripper, Options) {
	if o.Network == nil {
		return c.inner, o
	}
	o.Delay = 0
	return o.Network, o
}

// watched puts the recorder in.
func (o Options) watched(rt http.RoundTripper) http.RoundTripper {
	if o.Record == nil {
		return rt
	}
	return o.Record(rt)
}
