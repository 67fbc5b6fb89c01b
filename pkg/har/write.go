package har

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"mime"
	"net/http"
	"slices"
	"strings"
	"unicode/utf8"

	lib "github.com/chromedp/cdproto/har"
)

// WriteOptions say what to write beside the exchanges.
type WriteOptions struct {
	Meta Meta
	// Keep are the e-mail addresses that stay when Meta.Redacted is set, in
	// lower case; all others are masked.
	Keep map[string]bool
}

// Write writes the archive. Exchanges stand in the order they began.
func (r *Recorder) Write(w io.Writer, o WriteOptions) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	o.Meta.Ended = r.ended(o.Meta.Ended)
	l := log{Version: "1.2", Creator: &lib.Creator{Name: "shoplint", Version: o.Meta.Version}, Meta: &o.Meta}
	l.Entries = slices.Clone(r.entries)
	slices.SortStableFunc(l.Entries, func(a, b *entry) int { return strings.Compare(a.StartedDateTime, b.StartedDateTime) })
	page := &lib.Page{ID: "shop", Title: o.Meta.Start, PageTimings: &lib.PageTimings{}}
	if len(l.Entries) > 0 {
		page.StartedDateTime = l.Entries[0].StartedDateTime
	}
	l.Pages = []*lib.Page{page}
	l.Shown = r.pages(o)
	bw := json.NewEncoder(w)
	bw.SetEscapeHTML(false)
	out := make([]json.RawMessage, len(l.Entries))
	for i, e := range l.Entries {
		raw, err := e.written(o)
		if err != nil {
			return fmt.Errorf("write %s: %w", e.Request.URL, err)
		}
		out[i] = raw
	}
	return bw.Encode(struct {
		Log any `json:"log"`
	}{struct {
		log
		Entries []json.RawMessage `json:"entries"`
	}{l, out}})
}

// ended is what was cut short, without secrets in its addresses.
func (r *Recorder) ended(e *Ended) *Ended {
	if e == nil {
		return nil
	}
	out := *e
	out.Left = slices.Clone(e.Left)
	for i, l := range out.Left {
		out.Left[i].URL = withoutTokens(r.clean(l.URL))
	}
	return &out
}

// pages are those a browser showed, in the order of their addresses: they are
// rendered in any order.
func (r *Recorder) pages(o WriteOptions) []Rendered {
	out := slices.Clone(r.shown)
	slices.SortStableFunc(out, func(a, b Rendered) int { return strings.Compare(a.URL, b.URL) })
	for i, x := range out {
		out[i].HTML = strings.ToValidUTF8(x.HTML, "\uFFFD")
		if o.Meta.Redacted {
			out[i].HTML = string(withoutPeople([]byte(out[i].HTML), o.Keep))
		}
	}
	return out
}

// body is the content of an answer as the format has it.
type body struct {
	Size     int64  `json:"size"`
	MimeType string `json:"mimeType"`
	Text     string `json:"text,omitempty"`
	Encoding string `json:"encoding,omitempty"`
}

// written is an entry as JSON. The library's type holds a body as bytes, which
// the encoder would pack; text stays text for those who read archives by eye.
func (e *entry) written(o WriteOptions) (json.RawMessage, error) {
	raw := e.Response.Content.Text
	if o.Meta.Redacted {
		raw = withoutPeople(raw, o.Keep)
	}
	b := body{Size: int64(len(raw)), MimeType: e.Response.Content.MimeType}
	if b.Text = string(raw); !isText(raw, b.MimeType) {
		b.Text, b.Encoding = base64.StdEncoding.EncodeToString(raw), "base64"
	}
	copied := *e
	copied.Pageref, copied.Hash = "shop", sum(raw)
	response := *e.Response
	response.Content = nil
	return plainJSON(struct {
		entry
		Response any `json:"response"`
	}{copied, struct {
		lib.Response
		Content body `json:"content"`
	}{response, b}})
}

// plainJSON is JSON with its angle brackets as they are: a page of HTML would
// be hard to read without.
func plainJSON(v any) (json.RawMessage, error) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSpace(out.Bytes()), err
}

// isText reports whether a body may stand as text: read back, text counts as
// UTF-8, so bytes that a page might mean otherwise are packed.
func isText(raw []byte, contentType string) bool {
	if !utf8.Valid(raw) || slices.Contains(raw, 0) {
		return false
	}
	_, params, err := mime.ParseMediaType(contentType)
	if err == nil && strings.EqualFold(params["charset"], "utf-8") {
		return true
	}
	return !slices.ContainsFunc(raw, func(b byte) bool { return b >= utf8.RuneSelf })
}

func sorted(h http.Header) []string { return slices.Sorted(maps.Keys(h)) }
