package fetch

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"sync"
	"time"
)

// Limits for robots.txt: RFC 9309 section 2.5 asks for 500 KiB at least, 2.3.1.2
// for five redirects.
const (
	robotsBytes = 500 << 10
	robotsHops  = 5
	maxDelay    = 5 * time.Second // the longest Crawl-delay that is kept in full
)

// Forbidden is the error for an address that robots.txt keeps closed.
type Forbidden struct {
	Origin string
	Why    string // "Disallow: /private", or "robots.txt answered HTTP 503"
}

func (f *Forbidden) Error() string { return "robots.txt of " + f.Origin + ": " + f.Why }

// Robots knows the robots.txt of every origin that was asked for, each fetched
// once however many requests wait for it.
type Robots struct {
	next   http.RoundTripper
	pace   *pace
	ignore bool

	mu    sync.Mutex
	files map[string]*robotsFile
}

type robotsFile struct {
	ready chan struct{}
	rules *Rules
	err   error // the file could not be fetched: everything is closed
}

func newRobots(next http.RoundTripper, p *pace, ignore bool) *Robots {
	return &Robots{next: next, pace: p, ignore: ignore, files: map[string]*robotsFile{}}
}

// Check is nil when u may be fetched, a *Forbidden when robots.txt says no,
// and the network's error when the file cannot be had.
func (r *Robots) Check(ctx context.Context, u *url.URL) error {
	if r.ignore {
		return nil
	}
	f, err := r.file(ctx, u)
	if err != nil {
		return err
	}
	if f.err != nil {
		return f.err
	}
	if ok, why := f.rules.Allow(u); !ok {
		return &Forbidden{u.Host, why}
	}
	return nil
}

// Sitemaps are the Sitemap lines of u's origin.
func (r *Robots) Sitemaps(ctx context.Context, u *url.URL) []string {
	f, err := r.file(ctx, u)
	if err != nil || f.rules == nil {
		return nil
	}
	return f.rules.Sitemaps
}

// file waits for the file of u's origin; the first to ask fetches it. A fetch
// that ended because its caller gave up is not kept: the next one asks again.
func (r *Robots) file(ctx context.Context, u *url.URL) (*robotsFile, error) {
	origin := u.Scheme + "://" + HostPort(u)
	for {
		r.mu.Lock()
		f := r.files[origin]
		if f == nil {
			f = &robotsFile{ready: make(chan struct{})}
			r.files[origin] = f
			r.mu.Unlock()
			r.fetch(ctx, u, f)
			if ctx.Err() != nil {
				r.mu.Lock()
				delete(r.files, origin)
				r.mu.Unlock()
			}
			close(f.ready)
			return f, context.Cause(ctx)
		}
		r.mu.Unlock()
		select {
		case <-f.ready:
		case <-ctx.Done():
			return nil, context.Cause(ctx)
		}
		r.mu.Lock()
		kept := r.files[origin] == f
		r.mu.Unlock()
		if kept {
			return f, nil
		}
	}
}

func (r *Robots) fetch(ctx context.Context, u *url.URL, f *robotsFile) {
	at := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	for hop := 0; ; hop++ {
		status, body, next, err := r.get(ctx, at)
		switch {
		case err != nil:
			f.err = fmt.Errorf("fetch robots.txt of %s: %w", u.Host, err)
		case next != nil && hop < robotsHops:
			at = next
			continue
		case status >= 500:
			f.err = &Forbidden{u.Host, fmt.Sprintf("it answered HTTP %d, which closes the whole site", status)}
		case status >= 200 && status < 300:
			f.rules = ParseRobots(body)
			r.keep(at, u, f)
		default: // 4xx, and redirects without end: no rules (RFC 9309, 2.3.1)
			f.rules = &Rules{}
		}
		if f.rules != nil && f.rules.Delay > 0 {
			r.pace.slower(HostPort(u), min(f.rules.Delay, maxDelay))
		}
		return
	}
}

// keep lets the origin a robots.txt was redirected to use the same answer.
func (r *Robots) keep(at, asked *url.URL, f *robotsFile) {
	if at.Path != "/robots.txt" || HostPort(at) == HostPort(asked) && at.Scheme == asked.Scheme {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	origin := at.Scheme + "://" + HostPort(at)
	if r.files[origin] == nil {
		done := make(chan struct{})
		close(done)
		r.files[origin] = &robotsFile{ready: done, rules: f.rules}
	}
}

func (r *Robots) get(ctx context.Context, u *url.URL) (int, []byte, *url.URL, error) {
	req, err := http.NewRequestWithContext(WithLimit(WithTrace(ctx, &Trace{}), robotsBytes), http.MethodGet, u.String(), nil)
	if err != nil {
		return 0, nil, nil, err
	}
	res, err := r.next.RoundTrip(req)
	if err != nil {
		return 0, nil, nil, err
	}
	defer res.Body.Close()
	if res.StatusCode >= 300 && res.StatusCode < 400 {
		if next, err := u.Parse(res.Header.Get("Location")); err == nil && res.Header.Get("Location") != "" {
			return res.StatusCode, nil, next, nil
		}
	}
	body, err := io.ReadAll(res.Body)
	return res.StatusCode, body, nil, err
}

// gate asks robots.txt before every request, redirect targets included,
// because each hop of a redirect is a request of its own here.
type gate struct {
	next   http.RoundTripper
	robots *Robots
}

func (g *gate) RoundTrip(req *http.Request) (*http.Response, error) {
	if err := g.robots.Check(req.Context(), req.URL); err != nil {
		return nil, err
	}
	return g.next.RoundTrip(req)
}
