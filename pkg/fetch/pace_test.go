package fetch

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"sync"
	"syscall"
	"testing"
	"testing/synctest"
	"time"
)

func answerWith(status int, header ...string) *http.Response {
	h := http.Header{}
	for i := 0; i+1 < len(header); i += 2 {
		h.Set(header[i], header[i+1])
	}
	return &http.Response{StatusCode: status, Header: h, Body: io.NopCloser(strings.NewReader("x"))}
}

func get(ctx context.Context, t *testing.T) *http.Request {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://shop.example/", nil)
	if err != nil {
		t.Fatal(err)
	}
	return req
}

func TestLimiterSpacesStartsAndBoundsFlight(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		var starts []time.Time
		flight, peak := 0, 0
		rt := &limiter{fake(func(*http.Request) (*http.Response, error) {
			mu.Lock()
			starts = append(starts, time.Now())
			flight++
			peak = max(peak, flight)
			mu.Unlock()
			time.Sleep(time.Second)
			mu.Lock()
			flight--
			mu.Unlock()
			return answerWith(200), nil
		}), newPace(3, 100*time.Millisecond)}
		var wg sync.WaitGroup
		for range 9 {
			wg.Go(func() {
				res, err := rt.RoundTrip(get(t.Context(), t))
				if err != nil {
					t.Error(err)
					return
				}
				res.Body.Close()
			})
		}
		wg.Wait()
		if peak != 3 {
			t.Errorf("%d requests were in flight, want 3", peak)
		}
		for i := 1; i < len(starts); i++ {
			if gap := starts[i].Sub(starts[i-1]); gap < 100*time.Millisecond {
				t.Errorf("start %d came %v after the one before", i, gap)
			}
		}
	})
}

func TestLimiterLeavesQueueWithContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		rt := &limiter{fake(func(*http.Request) (*http.Response, error) { return answerWith(200), nil }), newPace(1, time.Hour)}
		res, err := rt.RoundTrip(get(t.Context(), t))
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		began := time.Now()
		if _, err := rt.RoundTrip(get(ctx, t)); err == nil || time.Since(began) != time.Second {
			t.Errorf("error %v after %v", err, time.Since(began))
		}
		if len(rt.pace.of("shop.example:80").slots) != 0 {
			t.Error("the slot was kept")
		}
	})
}

func TestRetries(t *testing.T) {
	tests := []struct {
		name    string
		answers []*http.Response
		errs    []error
		status  int
		tries   int
		took    time.Duration
	}{
		{"good at once", []*http.Response{answerWith(200)}, nil, 200, 1, 0},
		{"429 with seconds", []*http.Response{answerWith(429, "Retry-After", "2"), answerWith(200)}, nil, 200, 2, 2 * time.Second},
		{"0 seconds are soon", []*http.Response{answerWith(429, "Retry-After", "0"), answerWith(200)}, nil, 200, 2, minPause},
		{"503 twice", []*http.Response{answerWith(503, "Retry-After", "1"), answerWith(503, "Retry-After", "1"), answerWith(200)}, nil, 200, 3, 2 * time.Second},
		{"for ever 429", []*http.Response{answerWith(429), answerWith(429), answerWith(429)}, nil, 429, 3, 2 * time.Second},
		{"503 without a time is asked once more", []*http.Response{answerWith(503), answerWith(503)}, nil, 503, 2, time.Second},
		{"too long a wait is an answer", []*http.Response{answerWith(429, "Retry-After", "60")}, nil, 429, 1, 0},
		{"500 is an answer", []*http.Response{answerWith(500)}, nil, 500, 1, 0},
		{"reset once", []*http.Response{nil, answerWith(200)}, []error{syscall.ECONNRESET}, 200, 2, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				tries := 0
				rt := &retry{fake(func(*http.Request) (*http.Response, error) {
					tries++
					if tries <= len(tt.errs) {
						return nil, tt.errs[tries-1]
					}
					return tt.answers[tries-1], nil
				}), newPace(4, 0)}
				began := time.Now()
				res, err := rt.RoundTrip(get(t.Context(), t))
				if err != nil {
					t.Fatal(err)
				}
				if res.StatusCode != tt.status || tries != tt.tries || time.Since(began) != tt.took {
					t.Errorf("status %d after %d tries and %v", res.StatusCode, tries, time.Since(began))
				}
			})
		})
	}
}

func TestRetryAfterADate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		at := time.Now().Add(3 * time.Second)
		rt := &retry{fake(func(*http.Request) (*http.Response, error) {
			if time.Now().Before(at) {
				return answerWith(503, "Retry-After", at.UTC().Format(http.TimeFormat)), nil
			}
			return answerWith(200), nil
		}), newPace(4, 0)}
		res, err := rt.RoundTrip(get(t.Context(), t))
		if err != nil || res.StatusCode != 200 || !time.Now().Equal(at) {
			t.Errorf("answer %v, error %v, at %v", res, err, time.Now())
		}
	})
}

func TestRetryEndsWithContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		rt := &retry{fake(func(*http.Request) (*http.Response, error) { return answerWith(429, "Retry-After", "5"), nil }), newPace(4, 0)}
		time.AfterFunc(time.Second, cancel)
		began := time.Now()
		if _, err := rt.RoundTrip(get(ctx, t)); !errors.Is(err, context.Canceled) || time.Since(began) != time.Second {
			t.Errorf("error %v after %v", err, time.Since(began))
		}
	})
}

func TestRetryAfterForms(t *testing.T) {
	soon := time.Now().Add(time.Hour).UTC().Format(http.TimeFormat)
	for v, named := range map[string]bool{"3": true, "0": true, "": false, "-1": false, "soon": false, soon: true, "99999999999999999999": false} {
		if d, ok := retryAfter(v); ok != named || d < 0 {
			t.Errorf("retryAfter(%q) = %v, %v", v, d, ok)
		}
	}
}
