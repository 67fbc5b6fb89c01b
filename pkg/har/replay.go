package har

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"strings"
	"sync"

	"github.com/shoplint/shoplint/pkg/fetch"
)

// Network answers requests from the archive: for fetch.Options.Network. The
// second request of one address gets the second answer, and so on, the last
// one again for ever. robots.txt counts as missing when it was not kept.
func (a *Archive) Network() http.RoundTripper {
	return &replay{archive: a, given: map[string]int{}}
}

type replay struct {
	archive *Archive
	mu      sync.Mutex
	given   map[string]int
}

func (r *replay) RoundTrip(req *http.Request) (*http.Response, error) {
	if err := req.Context().Err(); err != nil {
		return nil, err
	}
	e := r.next(key(req.URL.String()))
	switch {
	case e == nil && req.URL.Path == "/robots.txt":
		return missing(req), nil
	case e == nil:
		return nil, fetch.ErrNotKept
	case e.Coding != "":
		return nil, &fetch.BadEncoding{Encoding: e.Coding, Err: errors.New("as it was when the archive was made")}
	case e.Failure != "":
		return nil, &fetch.Kept{Why: e.Failure}
	case e.Response.Status < 100 || e.Response.Status > 999:
		return nil, &fetch.Kept{Why: "no answer was kept"}
	}
	return r.answer(req, e), nil
}

func (r *replay) next(k string) *entry {
	list := r.archive.answers[k]
	if len(list) == 0 {
		return nil
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	n := min(r.given[k], len(list)-1)
	r.given[k]++
	return list[n]
}

func missing(req *http.Request) *http.Response {
	return &http.Response{
		StatusCode: http.StatusNotFound, Status: "404 Not Found", Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: http.Header{}, Body: http.NoBody, Request: req,
	}
}

// answer gives an exchange back as it came, with its body unpacked.
func (r *replay) answer(req *http.Request, e *entry) *http.Response {
	h := http.Header{}
	for _, p := range e.Response.Headers {
		if p != nil && !strings.HasPrefix(p.Name, ":") { // HTTP/2's own
			h.Add(p.Name, p.Value)
		}
	}
	h.Del("Content-Encoding")
	h.Del("Content-Length")
	h.Del("Transfer-Encoding")
	body := e.body()
	if c := e.Response.Content; c != nil && c.Encoding == "" && len(body) > 0 {
		h.Set("Content-Type", utf8Type(h.Get("Content-Type"), c.MimeType))
	}
	if h.Get("Location") == "" && e.Response.RedirectURL != "" && e.Response.Status/100 == 3 {
		h.Set("Location", e.Response.RedirectURL)
	}
	if e.Cut != "" {
		t := fetch.TraceOf(req.Context())
		t.Truncated, t.Why = true, e.Cut
	}
	return &http.Response{
		StatusCode: int(e.Response.Status), Status: e.Response.StatusText, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: h, Body: io.NopCloser(bytes.NewReader(body)), ContentLength: int64(len(body)), Request: req,
	}
}

// utf8Type says of a body that stands in the archive as text what it is now;
// ASCII is left as it was.
func utf8Type(header, mimeType string) string {
	t := header
	if t == "" {
		t = mimeType
	}
	kind, params, ok := strings.Cut(t, ";")
	if ok && strings.Contains(strings.ToLower(params), "utf-8") {
		return t
	}
	return strings.TrimSpace(kind) + "; charset=utf-8"
}
