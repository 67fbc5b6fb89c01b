package har

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/shoplint/shoplint/pkg/fetch"
)

// shop answers as a table of addresses says.
type shop map[string]func() (*http.Response, error)

func (s shop) RoundTrip(req *http.Request) (*http.Response, error) {
	if f := s[req.URL.Path]; f != nil {
		res, err := f()
		if res != nil {
			res.Request = req
		}
		return res, err
	}
	return gives(404, "", "")()
}

func gives(status int, contentType, body string, header ...string) func() (*http.Response, error) {
	return func() (*http.Response, error) {
		h := http.Header{}
		if contentType != "" {
			h.Set("Content-Type", contentType)
		}
		for i := 0; i+1 < len(header); i += 2 {
			h.Add(header[i], header[i+1])
		}
		return &http.Response{StatusCode: status, Header: h, Body: io.NopCloser(strings.NewReader(body)), ContentLength: -1}, nil
	}
}

// client is a stack over a network, with or without a recorder.
func client(network http.RoundTripper, r *Recorder) *fetch.Client {
	o := fetch.Options{Network: network, AllowPrivate: true, BodyLimit: 1000, IgnoreRobots: true}
	if r != nil {
		o.Record = r.Wrap
	}
	return fetch.New(o)
}

// seen is what a reader gets of an address.
func seen(c *fetch.Client, address string) string {
	a, err := c.Get(context.Background(), address, 1000, 0)
	if err != nil {
		return "error: " + fetch.Explain(err)
	}
	return strings.Join([]string{
		http.StatusText(a.Status), a.Header.Get("X-Mark"), a.Header.Get("Set-Cookie"), a.Why, string(a.Body),
	}, "|")
}

// TestRoundTrip keeps what a shop answers and reads it back.
func TestRoundTrip(t *testing.T) {
	live := shop{
		"/":          gives(200, "text/html; charset=utf-8", "<p>Déjà vu</p>", "X-Mark", "a"),
		"/latin":     gives(200, "text/html; charset=iso-8859-1", "D\xe9j\xe0 vu"),
		"/undecided": gives(200, "text/html", "<meta charset=iso-8859-1>Ã©"),
		"/zero":      gives(200, "text/html", "a\x00b"),
		"/long":      gives(200, "text/html", strings.Repeat("x", 2000)),
		"/gone":      gives(410, "text/html", "gone"),
		"/down":      func() (*http.Response, error) { return nil, &fetch.Slow{Limit: 1e9} },
		"/packed":    gives(200, "text/html", "no gzip", "Content-Encoding", "gzip"),
		"/empty":     gives(204, "", ""),
	}
	r := NewRecorder(nil, nil)
	before := client(live, r)
	want := map[string]string{}
	for path := range live {
		want[path] = seen(before, "http://shop.be"+path)
	}
	var file bytes.Buffer
	if err := r.Write(&file, WriteOptions{Meta: Meta{Start: "http://shop.be/"}}); err != nil {
		t.Fatal(err)
	}
	a, err := Read(&file)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Notes) > 0 {
		t.Errorf("notes of an archive that nobody touched: %v", a.Notes)
	}
	after := client(a.Network(), nil)
	for path := range live {
		if got := seen(after, "http://shop.be"+path); got != want[path] {
			t.Errorf("%s: %q, was %q", path, got, want[path])
		}
	}
	if got := seen(after, "http://shop.be/elsewhere"); got != "error: not in the archive" {
		t.Errorf("an address that was not kept: %q", got)
	}
}

func TestSecretsStayOut(t *testing.T) {
	live := shop{"/": gives(200, "text/html", "you sent opensesame and pass-word",
		"Set-Cookie", "sid=verysecret; Path=/; HttpOnly", "X-Auth-Token", "verysecret", "Location", "/x?token=verysecret&page=2")}
	r := NewRecorder(http.Header{"X-Preview": {"opensesame"}}, url.UserPassword("me", "pass-word"))
	c := fetch.New(fetch.Options{
		Network: live, Record: r.Wrap, AllowPrivate: true, IgnoreRobots: true,
		Shop: &url.URL{Scheme: "http", Host: "shop.be"}, Headers: http.Header{"X-Preview": {"opensesame"}}, BasicAuth: url.UserPassword("me", "pass-word"),
	})
	seen(c, "http://shop.be/?session=verysecret&a=1")
	var file bytes.Buffer
	if err := r.Write(&file, WriteOptions{Meta: Meta{Start: "http://shop.be/"}}); err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{"opensesame", "pass-word", "verysecret", "bWU6"} {
		if strings.Contains(file.String(), s) {
			t.Errorf("%q is in the archive", s)
		}
	}
	for _, s := range []string{"sid=redacted; Path=/; HttpOnly", "?session=redacted&a=1", "token=redacted&page=2"} {
		if !strings.Contains(file.String(), s) {
			t.Errorf("%q is not in the archive: %s", s, file.String())
		}
	}
	a, err := Read(&file)
	if err != nil {
		t.Fatal(err)
	}
	if got := seen(client(a.Network(), nil), "http://shop.be/?session=another&a=1"); strings.HasPrefix(got, "error") {
		t.Errorf("an address with another token is not found: %s", got)
	}
}

func TestSecretsStayOutOfWhatWasLeft(t *testing.T) {
	r := NewRecorder(http.Header{"X-Preview": {"opensesame"}}, nil)
	left := []Left{{URL: "http://shop.be/?token=verysecret&p=opensesame", Cause: "interrupted"}}
	var file bytes.Buffer
	if err := r.Write(&file, WriteOptions{Meta: Meta{Start: "http://shop.be/", Ended: &Ended{By: "interrupted", Left: left}}}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(file.String(), "verysecret") || strings.Contains(file.String(), "opensesame") {
		t.Error(file.String())
	}
	if left[0].URL != "http://shop.be/?token=verysecret&p=opensesame" {
		t.Error("the caller's list was changed")
	}
}

func TestRedact(t *testing.T) {
	r := NewRecorder(nil, nil)
	seen(client(shop{"/": gives(200, "text/html", "jan@klant.be of Info@shop.be")}, r), "http://shop.be/")
	r.Rendered(Rendered{URL: "http://shop.be/", HTML: "an@klant.be"})
	var file bytes.Buffer
	if err := r.Write(&file, WriteOptions{Meta: Meta{Start: "http://shop.be/", Redacted: true}, Keep: map[string]bool{"info@shop.be": true}}); err != nil {
		t.Fatal(err)
	}
	a, err := Read(bytes.NewReader(file.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if got := seen(client(a.Network(), nil), "http://shop.be/"); !strings.HasSuffix(got, "|redacted@klant.be of Info@shop.be") {
		t.Errorf("body: %q", got)
	}
	if x, _ := a.Rendered("http://shop.be/"); x.HTML != "redacted@klant.be" {
		t.Errorf("as shown: %q", x.HTML)
	}
	if len(a.Notes) != 1 {
		t.Errorf("notes: %v", a.Notes)
	}
}

func TestChanged(t *testing.T) {
	r := NewRecorder(nil, nil)
	seen(client(shop{"/": gives(200, "text/html", "the old text")}, r), "http://shop.be/")
	var file bytes.Buffer
	if err := r.Write(&file, WriteOptions{Meta: Meta{Start: "http://shop.be/"}}); err != nil {
		t.Fatal(err)
	}
	a, err := Read(strings.NewReader(strings.ReplaceAll(file.String(), "the old text", "the new text")))
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Notes) != 1 || !strings.Contains(a.Notes[0], "changed") {
		t.Errorf("notes: %v", a.Notes)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"log":{"version":"1.2","entries":[{"request":{"method":"GET","url":"http://shop.be/"},"response":{"status":200,"content":{"mimeType":"text/html","text":"x"}}}]}}`))
	f.Add([]byte(`{"log":{"entries":[null,{"request":null},{"request":{"url":"::"},"response":{}}],"_shoplint":{"start":"http://a/"},"_rendered":[{"url":"x"}]}}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		a, err := Read(bytes.NewReader(b))
		if err != nil {
			if !errors.Is(err, ErrNoArchive) {
				t.Fatalf("error of another kind: %v", err)
			}
			return
		}
		c := client(a.Network(), nil)
		for _, p := range append(a.Pages, a.Start) {
			seen(c, p)
			a.File(p)
		}
	})
}
