package fetch

import (
	"errors"
	"io"
	"net/http"
	"testing"
	"testing/synctest"
	"time"
)

// drip is a body that gives a byte each second until its request ends.
type drip struct{ req *http.Request }

func (d drip) Read(p []byte) (int, error) {
	select {
	case <-time.After(time.Second):
		p[0] = 'x'
		return 1, nil
	case <-d.req.Context().Done():
		return 0, d.req.Context().Err()
	}
}

func (drip) Close() error { return nil }

func TestDeadline(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		silent := &deadline{fake(func(req *http.Request) (*http.Response, error) {
			<-req.Context().Done()
			return nil, req.Context().Err()
		}), 5 * time.Second}
		began := time.Now()
		_, err := silent.RoundTrip(get(t.Context(), t))
		var slow *Slow
		if !errors.As(err, &slow) || !errors.Is(err, ErrSlow) || time.Since(began) != 5*time.Second {
			t.Errorf("error %v after %v", err, time.Since(began))
		}

		endless := &deadline{fake(func(req *http.Request) (*http.Response, error) {
			return &http.Response{StatusCode: 200, Body: drip{req}}, nil
		}), 5500 * time.Millisecond}
		began = time.Now()
		res, err := endless.RoundTrip(get(t.Context(), t))
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(res.Body)
		res.Body.Close()
		if len(body) != 5 || err == nil || time.Since(began) != 5500*time.Millisecond {
			t.Errorf("%d bytes, error %v after %v", len(body), err, time.Since(began))
		}
	})
}
