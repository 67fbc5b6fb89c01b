package fetch

import (
	"net/http"
	"sync/atomic"
)

// Meter counts what went over the wire for one shop.
type Meter struct {
	requests atomic.Int64
	bytes    atomic.Int64
}

// Requests is the number of requests sent, retries and robots.txt included.
func (m *Meter) Requests() int { return int(m.requests.Load()) }

// Bytes is the size of all bodies after unpacking.
func (m *Meter) Bytes() int64 { return m.bytes.Load() }

// counter sits right above the transport, so it sees every attempt.
type counter struct {
	next  http.RoundTripper
	meter *Meter
}

func (c *counter) RoundTrip(req *http.Request) (*http.Response, error) {
	c.meter.requests.Add(1)
	return c.next.RoundTrip(req)
}
