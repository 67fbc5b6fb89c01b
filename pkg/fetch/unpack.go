package fetch

import (
	"bufio"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
)

// Above ratioFloor unpacked bytes, a body that unpacks more than ratioCap to
// one is a bomb: no page of text compresses like that.
const (
	ratioCap   = 200
	ratioFloor = 256 << 10
)

// BadEncoding is the error for a body that is not packed the way it says.
type BadEncoding struct {
	Encoding string
	Err      error
}

func (b *BadEncoding) Error() string {
	return fmt.Sprintf("body is not valid %s: %v", b.Encoding, b.Err)
}
func (b *BadEncoding) Unwrap() error { return b.Err }

// unpack unpacks bodies itself, so that the limit counts what comes out, and
// marks those that were cut in the Trace of the request.
type unpack struct {
	next  http.RoundTripper
	limit int64
	meter *Meter
}

func (u *unpack) RoundTrip(req *http.Request) (*http.Response, error) {
	res, err := u.next.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	b := &body{raw: &tally{r: res.Body}, closer: res.Body, left: u.limit, meter: u.meter, req: req, trace: traceOf(req.Context())}
	if n, ok := req.Context().Value(limitKey).(int64); ok {
		b.left = n
	}
	b.out = b.raw
	enc := strings.ToLower(strings.TrimSpace(res.Header.Get("Content-Encoding")))
	if enc != "" && enc != "identity" && res.StatusCode != http.StatusNoContent && req.Method != http.MethodHead {
		b.encoding = enc
		res.ContentLength = -1
		res.Header.Del("Content-Length")
	}
	res.Header.Del("Content-Encoding")
	res.Uncompressed = true // colly must not unpack again by its own rules
	res.Body = b
	return res, nil
}

// body hands out at most left bytes of an unpacked answer.
type body struct {
	raw      *tally
	out      io.Reader
	closer   io.Closer
	encoding string // still to be opened
	left     int64
	got      int64
	meter    *Meter
	req      *http.Request
	trace    *Trace
}

func (b *body) Close() error { return b.closer.Close() }

func (b *body) Read(p []byte) (int, error) {
	if b.encoding != "" {
		if err := b.open(); err != nil {
			return 0, err
		}
	}
	if b.left <= 0 {
		return b.overrun()
	}
	if int64(len(p)) > b.left {
		p = p[:b.left]
	}
	n, err := b.out.Read(p)
	b.left -= int64(n)
	b.got += int64(n)
	b.meter.bytes.Add(int64(n))
	if b.out != io.Reader(b.raw) && b.got > ratioFloor && b.got/ratioCap > b.raw.n {
		return n, b.cut("compression ratio")
	}
	if err != nil && err != io.EOF {
		err = b.broken(err)
	}
	return n, err
}

// open starts the decoder at the first read: gzip waits for its header.
func (b *body) open() error {
	enc := b.encoding
	b.encoding = ""
	var err error
	switch enc {
	case "gzip", "x-gzip":
		b.out, err = gzip.NewReader(bufio.NewReader(b.raw))
	case "deflate":
		b.out, err = zlib.NewReader(bufio.NewReader(b.raw))
	default:
		err = errors.New("encoding was not asked for")
	}
	if err == io.EOF && b.raw.n == 0 { // an empty body is an empty body
		b.out, err = b.raw, nil
	}
	if err == nil {
		return nil
	}
	if b.raw.err != nil && b.raw.err != io.EOF {
		return b.raw.err
	}
	return &BadEncoding{enc, err}
}

// overrun tells a body of exactly the limit from a longer one.
func (b *body) overrun() (int, error) {
	var one [1]byte
	for range 16 { // a reader may answer nothing a few times
		n, err := b.out.Read(one[:])
		if n > 0 {
			return 0, b.cut("size limit")
		}
		if err != nil {
			return 0, io.EOF
		}
	}
	return 0, b.cut("size limit")
}

// broken decides what an error in mid-body means: what came before it is a
// page that was cut, unless the caller itself gave up.
func (b *body) broken(err error) error {
	if b.got == 0 || b.req.Context().Err() != nil && !ownDeadline(b.req.Context()) {
		return err
	}
	if ownDeadline(b.req.Context()) {
		return b.cut("time limit")
	}
	return b.cut("connection cut")
}

func (b *body) cut(why string) error {
	b.trace.Truncated, b.trace.Why = true, why
	return io.EOF
}

// tally counts the bytes on the wire.
type tally struct {
	r   io.Reader
	n   int64
	err error
}

func (t *tally) Read(p []byte) (int, error) {
	n, err := t.r.Read(p)
	t.n += int64(n)
	if err != nil {
		t.err = err
	}
	return n, err
}
