package har

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"net/http"
	"net/url"
	"sync"
	"time"

	lib "github.com/chromedp/cdproto/har"

	"github.com/shoplint/shoplint/pkg/fetch"
)

// Recorder keeps every exchange of one shop until Write. It is safe for
// concurrent use.
type Recorder struct {
	secrets []string

	mu      sync.Mutex
	entries []*entry
	shown   []Rendered
	left    int64
}

// NewRecorder keeps exchanges; the headers and the password the user gave are
// never written, nor what repeats them.
func NewRecorder(headers http.Header, auth *url.Userinfo) *Recorder {
	return &Recorder{secrets: secretsOf(headers, auth), left: maxBodies}
}

// Wrap is for fetch.Options.Record.
func (r *Recorder) Wrap(next http.RoundTripper) http.RoundTripper {
	return &watcher{next, r}
}

type watcher struct {
	next     http.RoundTripper
	recorder *Recorder
}

func (w *watcher) RoundTrip(req *http.Request) (*http.Response, error) {
	began := time.Now()
	e := w.recorder.begin(req, began)
	res, err := w.next.RoundTrip(req)
	if errors.Is(err, context.Canceled) {
		return nil, err // nobody waited for the answer: there is none to keep
	}
	if err != nil {
		e.failed(err)
		w.recorder.keep(e, nil, began)
		return nil, err
	}
	e.Response = w.recorder.response(res)
	res.Body = &kept{ReadCloser: res.Body, done: func(body []byte, err error) {
		if errors.Is(err, context.Canceled) {
			return
		}
		if err != nil && err != io.EOF {
			e.failed(err)
		}
		if t := fetch.TraceOf(req.Context()); t.Truncated {
			e.Cut = t.Why
		}
		w.recorder.keep(e, body, began)
	}}
	return res, nil
}

// failed notes why there was no answer.
func (e *entry) failed(err error) {
	var packed *fetch.BadEncoding
	if errors.As(err, &packed) {
		e.Coding = packed.Encoding
	}
	e.Failure = fetch.Explain(err)
}

// kept hands a body on and keeps what was read of it.
type kept struct {
	io.ReadCloser
	body bytes.Buffer
	err  error
	done func([]byte, error)
}

func (k *kept) Read(p []byte) (int, error) {
	n, err := k.ReadCloser.Read(p)
	k.body.Write(p[:n])
	if err != nil {
		k.err = err
	}
	return n, err
}

func (k *kept) Close() error {
	err := k.ReadCloser.Close()
	if k.done != nil {
		k.done(k.body.Bytes(), k.err)
		k.done = nil
	}
	return err
}

func (r *Recorder) begin(req *http.Request, at time.Time) *entry {
	e := &entry{}
	e.StartedDateTime = at.UTC().Format(time.RFC3339Nano)
	e.Cache, e.Timings = &lib.Cache{}, &lib.Timings{Send: -1, Receive: -1}
	e.Request = &lib.Request{
		Method: req.Method, URL: withoutTokens(req.URL.String()), HTTPVersion: "HTTP/1.1",
		Cookies: []*lib.Cookie{}, Headers: []*lib.NameValuePair{}, QueryString: []*lib.NameValuePair{}, HeadersSize: -1, BodySize: 0,
	}
	for _, name := range asked {
		if v := req.Header.Get(name); v != "" {
			e.Request.Headers = append(e.Request.Headers, &lib.NameValuePair{Name: name, Value: r.clean(v)})
		}
	}
	// A request that never gets an answer has one of status 0, as browsers write it.
	e.Response = &lib.Response{
		Cookies: []*lib.Cookie{}, Headers: []*lib.NameValuePair{}, Content: &lib.Content{}, HeadersSize: -1, BodySize: -1,
	}
	return e
}

func (r *Recorder) response(res *http.Response) *lib.Response {
	out := &lib.Response{
		Status: int64(res.StatusCode), StatusText: http.StatusText(res.StatusCode), HTTPVersion: res.Proto,
		Cookies: []*lib.Cookie{}, Headers: []*lib.NameValuePair{}, HeadersSize: -1, BodySize: -1,
		Content:     &lib.Content{MimeType: res.Header.Get("Content-Type")},
		RedirectURL: withoutTokens(r.clean(res.Header.Get("Location"))),
	}
	for _, name := range sorted(res.Header) {
		for _, v := range res.Header[name] {
			out.Headers = append(out.Headers, &lib.NameValuePair{Name: name, Value: r.clean(answered(name, v))})
		}
	}
	return out
}

// Rendered keeps a page as a browser shows it.
func (r *Recorder) Rendered(x Rendered) {
	x.HTML = r.clean(x.HTML)
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.left -= int64(len(x.HTML)); r.left >= 0 {
		r.shown = append(r.shown, x)
	}
}

// clean takes out what the user gave for the shop.
func (r *Recorder) clean(text string) string {
	return string(r.cleanBytes([]byte(text)))
}

func (r *Recorder) cleanBytes(b []byte) []byte {
	for _, s := range r.secrets {
		b = bytes.ReplaceAll(b, []byte(s), []byte(redacted))
	}
	return b
}

func (r *Recorder) keep(e *entry, body []byte, began time.Time) {
	e.Time = float64(time.Since(began).Microseconds()) / 1000
	e.Timings.Wait = e.Time
	body = r.cleanBytes(bytes.Clone(body))
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.left -= int64(len(body)); r.left < 0 {
		body, e.Cut = nil, "limit of the archive"
	}
	e.Response.Content.Text = body
	r.entries = append(r.entries, e)
}

// sum is the hash of a body.
func sum(body []byte) string {
	h := sha256.Sum256(body)
	return hex.EncodeToString(h[:])
}
