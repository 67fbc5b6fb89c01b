package fetch

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func packed(t *testing.T, enc string, body []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	var w io.WriteCloser
	switch enc {
	case "gzip":
		w = gzip.NewWriter(&b)
	case "deflate":
		w = zlib.NewWriter(&b)
	default:
		return body
	}
	if _, err := w.Write(body); err != nil {
		t.Fatal(err)
	}
	w.Close()
	return b.Bytes()
}

func TestBodies(t *testing.T) {
	text := []byte(strings.Repeat("A lamp that stands firm. ", 40))
	const limit = 4096
	tests := []struct {
		name, enc string
		wire      []byte
		want      int // bytes handed out
		why       string
	}{
		{"plain", "", text, len(text), ""},
		{"gzip", "gzip", packed(t, "gzip", text), len(text), ""},
		{"deflate", "deflate", packed(t, "deflate", text), len(text), ""},
		{"gzip in capitals", "GZIP", packed(t, "gzip", text), len(text), ""},
		{"identity", "identity", text, len(text), ""},
		{"empty body that claims gzip", "gzip", nil, 0, ""},
		{"exactly the limit", "", bytes.Repeat([]byte("x"), limit), limit, ""},
		{"one more than the limit", "", bytes.Repeat([]byte("x"), limit+1), limit, "size limit"},
		{"unpacked over the limit", "gzip", packed(t, "gzip", bytes.Repeat([]byte("x"), limit*9)), limit, "size limit"},
		{"gzip cut short", "gzip", packed(t, "gzip", text)[:60], -1, "connection cut"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				if tt.enc != "" {
					w.Header().Set("Content-Encoding", tt.enc)
				}
				w.Write(tt.wire)
			}))
			defer srv.Close()
			a, err := client(t, srv.URL, Options{IgnoreRobots: true}).Get(t.Context(), srv.URL, limit, 0)
			if err != nil {
				t.Fatal(err)
			}
			if tt.want >= 0 && len(a.Body) != tt.want || a.Truncated != (tt.why != "") || a.Why != tt.why {
				t.Errorf("%d bytes, truncated %v (%s)", len(a.Body), a.Truncated, a.Why)
			}
		})
	}
}

func TestBadPacking(t *testing.T) {
	for _, enc := range []string{"gzip", "deflate", "br", "zstd"} {
		srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", enc)
			io.WriteString(w, "<p>no such thing</p>")
		}))
		_, err := client(t, srv.URL, Options{IgnoreRobots: true}).Get(t.Context(), srv.URL, 1<<20, 0)
		srv.Close()
		var bad *BadEncoding
		if !errors.As(err, &bad) {
			t.Errorf("%s: error %v", enc, err)
		}
	}
}

func TestBombStopsByRatio(t *testing.T) {
	bomb := packed(t, "gzip", make([]byte, 8<<20))
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(bomb)
	}))
	defer srv.Close()
	a, err := client(t, srv.URL, Options{IgnoreRobots: true}).Get(t.Context(), srv.URL, 6<<20, 0)
	if err != nil {
		t.Fatal(err)
	}
	if !a.Truncated || a.Why != "compression ratio" || len(a.Body) > 2<<20 {
		t.Errorf("%d bytes, %+v", len(a.Body), a.Trace)
	}
}

// A body that never ends is cut in time, and what came is kept.
func TestSlowBodyIsCut(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, "<p>first")
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	}))
	defer srv.Close()
	a, err := client(t, srv.URL, Options{IgnoreRobots: true, BodyTimeout: 80 * time.Millisecond}).Get(t.Context(), srv.URL, 1<<20, 0)
	if err != nil {
		t.Fatal(err)
	}
	if string(a.Body) != "<p>first" || !a.Truncated || a.Why != "time limit" {
		t.Errorf("body %q, %+v", a.Body, a.Trace)
	}
}

func TestSlowHeaderFails(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }))
	defer srv.Close()
	for _, o := range []Options{{HeaderTimeout: 50 * time.Millisecond}, {BodyTimeout: 50 * time.Millisecond}} {
		o.IgnoreRobots = true
		_, err := client(t, srv.URL, o).Get(t.Context(), srv.URL, 1<<20, 0)
		if err == nil || !strings.HasPrefix(Explain(err), "time-out") {
			t.Errorf("error %v: %q", err, Explain(err))
		}
	}
}

func TestCutConnectionKeepsWhatCame(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "5000")
		io.WriteString(w, "<p>cut")
		w.(http.Flusher).Flush()
		panic(http.ErrAbortHandler)
	}))
	defer srv.Close()
	a, err := client(t, srv.URL, Options{IgnoreRobots: true}).Get(t.Context(), srv.URL, 1<<20, 0)
	if err != nil || string(a.Body) != "<p>cut" || a.Why != "connection cut" {
		t.Errorf("error %v, answer %+v", err, a)
	}
}

func TestHeadersAreBounded(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		for range 100 {
			w.Header().Add("X-Pad", strings.Repeat("p", 8000))
		}
	}))
	defer srv.Close()
	_, err := client(t, srv.URL, Options{IgnoreRobots: true}).Get(t.Context(), srv.URL, 1<<20, 0)
	if err == nil || Explain(err) != "response headers are too large" {
		t.Errorf("error %v: %q", err, Explain(err))
	}
}

func FuzzUnpack(f *testing.F) {
	f.Add([]byte("plain"), "gzip")
	f.Add([]byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2}, "gzip")
	f.Add([]byte{0x78, 0x9c, 3, 0}, "deflate")
	f.Fuzz(func(t *testing.T, wire []byte, enc string) {
		u := &unpack{fake(func(req *http.Request) (*http.Response, error) {
			return &http.Response{StatusCode: 200, Header: http.Header{"Content-Encoding": {enc}}, Body: io.NopCloser(bytes.NewReader(wire)), Request: req}, nil
		}), 1000, &Meter{}}
		req, _ := http.NewRequest(http.MethodGet, "http://shop.example/", nil)
		res, err := u.RoundTrip(req)
		if err != nil {
			t.Fatal(err)
		}
		out, _ := io.ReadAll(res.Body)
		if len(out) > 1000 {
			t.Errorf("%d bytes came through a limit of 1000", len(out))
		}
	})
}

// fake is a round tripper made of a function.
type fake func(*http.Request) (*http.Response, error)

func (f fake) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }
