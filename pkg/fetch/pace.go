package fetch

import (
	"context"
	"net/http"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// pace holds, for each host, how many requests may be open and when the next
// one may start.
type pace struct {
	parallel int
	delay    time.Duration
	archive  bool // answers were kept: nobody needs quiet

	mu    sync.Mutex
	hosts map[string]*hostPace
}

type hostPace struct {
	slots chan struct{}
	rate  *rate.Limiter

	mu    sync.Mutex
	until time.Time // the host asked for quiet until then
}

func newPace(parallel int, delay time.Duration) *pace {
	return &pace{parallel: parallel, delay: delay, hosts: map[string]*hostPace{}}
}

func (p *pace) of(host string) *hostPace {
	p.mu.Lock()
	defer p.mu.Unlock()
	h := p.hosts[host]
	if h == nil {
		h = &hostPace{slots: make(chan struct{}, p.parallel), rate: rate.NewLimiter(every(p.delay), 1)}
		p.hosts[host] = h
	}
	return h
}

// slack is added to a pause, a twentieth of it and this at most: a request that
// first had to connect arrives late, and the next one must not seem early.
const slack = 10 * time.Millisecond

func every(d time.Duration) rate.Limit {
	if d <= 0 {
		return rate.Inf
	}
	return rate.Every(d + min(d/20, slack))
}

// slower widens the gap between starts on host to d; it never narrows it.
func (p *pace) slower(host string, d time.Duration) {
	if h := p.of(host); !p.archive && every(d) < h.rate.Limit() {
		h.rate.SetLimit(every(d))
	}
}

// hold keeps host quiet for d.
func (p *pace) hold(host string, d time.Duration) {
	h := p.of(host)
	h.mu.Lock()
	defer h.mu.Unlock()
	if t := time.Now().Add(d); t.After(h.until) {
		h.until = t
	}
}

// enter waits for a slot and for the moment to start; leave gives it back.
func (h *hostPace) enter(ctx context.Context) error {
	select {
	case h.slots <- struct{}{}:
	case <-ctx.Done():
		return context.Cause(ctx)
	}
	h.mu.Lock()
	quiet := time.Until(h.until)
	h.mu.Unlock()
	err := sleep(ctx, quiet)
	if err == nil {
		r := h.rate.Reserve()
		err = sleep(ctx, r.Delay())
	}
	if err != nil {
		h.leave()
	}
	return err
}

func (h *hostPace) leave() { <-h.slots }

// sleep waits for d or the end of ctx.
func sleep(ctx context.Context, d time.Duration) error {
	if err := ctx.Err(); err != nil {
		return context.Cause(ctx)
	}
	if d <= 0 {
		return nil
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

// limiter keeps a request out until its host's turn, and its slot taken until
// its body is closed.
type limiter struct {
	next http.RoundTripper
	pace *pace
}

func (l *limiter) RoundTrip(req *http.Request) (*http.Response, error) {
	h := l.pace.of(HostPort(req.URL))
	if err := h.enter(req.Context()); err != nil {
		return nil, err
	}
	res, err := l.next.RoundTrip(req)
	if err != nil {
		h.leave()
		return nil, err
	}
	res.Body = &closing{res.Body, h.leave}
	return res, nil
}
