package fetch

import (
	"errors"
	"io"
	"net/http"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Retries are few and short: a shop that wants more quiet than this is
// reported as blocked or in maintenance.
const (
	retries   = 2
	maxPause  = 5 * time.Second
	ownPause  = time.Second            // where the shop names no time
	minPause  = 250 * time.Millisecond // a shop that says 0 seconds means soon, not at once
	crowded   = 100 * time.Millisecond // the gap between starts once a shop said they are too many
	drainSize = 4 << 10
)

// retry asks again after 429 and 503, from then on with a gap between starts
// (all that waited would else start at one instant and be refused), and once after a connection that was
// reset before an answer. Only GET and HEAD come here.
type retry struct {
	next http.RoundTripper
	pace *pace
}

func (r *retry) RoundTrip(req *http.Request) (*http.Response, error) {
	for try := 0; ; try++ {
		res, err := r.next.RoundTrip(req)
		if err != nil {
			if try == 0 && dropped(err) && req.Context().Err() == nil {
				continue
			}
			return nil, err
		}
		wait, again := pause(res, try)
		if !again {
			return res, nil
		}
		io.CopyN(io.Discard, res.Body, drainSize) // so that the connection can be used again
		res.Body.Close()
		if r.pace.archive {
			continue
		}
		r.pace.hold(HostPort(req.URL), wait)
		r.pace.slower(HostPort(req.URL), crowded<<try)
		if err := sleep(req.Context(), wait); err != nil {
			return nil, err
		}
	}
}

// pause says how long to wait before asking again, and whether to.
func pause(res *http.Response, try int) (time.Duration, bool) {
	if try >= retries || res.StatusCode != http.StatusTooManyRequests && res.StatusCode != http.StatusServiceUnavailable {
		return 0, false
	}
	d, named := retryAfter(res.Header.Get("Retry-After"))
	if !named {
		d = ownPause
		if try > 0 && res.StatusCode == http.StatusServiceUnavailable {
			return 0, false
		}
	}
	return max(d, minPause), d <= maxPause
}

// retryAfter reads the header's two forms, seconds and date (RFC 9110, 10.2.3).
func retryAfter(v string) (time.Duration, bool) {
	v = strings.TrimSpace(v)
	if n, err := strconv.Atoi(v); err == nil && n >= 0 {
		return time.Duration(min(n, 1<<20)) * time.Second, true
	}
	if t, err := http.ParseTime(v); err == nil {
		return max(0, time.Until(t)), true
	}
	return 0, false
}

func dropped(err error) bool {
	return errors.Is(err, syscall.ECONNRESET) || errors.Is(err, io.EOF) || errors.Is(err, syscall.EPIPE)
}
