package crawl

import (
	"bytes"
	"context"
	"errors"
	"mime"
	"net/http"
	"strings"

	"github.com/gocolly/colly/v2"

	"github.com/shoplint/shoplint/pkg/fetch"
	"github.com/shoplint/shoplint/pkg/page"
)

// hand is one worker: a collector of its own, so that the context, and with it
// the trace of the one request under way, is its own too.
type hand struct {
	collector *colly.Collector
	answer    *answer
}

// answer is one response as it came: the body raw, in the shop's own charset.
type answer struct {
	status int
	header http.Header
	body   []byte
	trace  fetch.Trace
	papers bool // a PDF is wanted
	media  bool // not read: its type can be no page
}

// newHand makes a collector of which every feature is off that our own stack
// does better: its robots, limits, redirects, charset and visited set. All
// hands of a crawl share one client.
func newHand(client *http.Client, others []*hand) *hand {
	h := &hand{}
	if len(others) > 0 {
		h.collector = others[0].collector.Clone()
	} else {
		h.collector = new(colly.Collector)
		h.collector.Init()
		h.collector.Async = false
		h.collector.AllowURLRevisit = true
		h.collector.ParseHTTPErrorResponse = true
		h.collector.IgnoreRobotsTxt = true
		h.collector.MaxBodySize = 0
		h.collector.MaxDepth = 0
		h.collector.MaxRequests = 0
		h.collector.CacheDir = ""
		h.collector.CheckHead = false
		h.collector.DetectCharset = false
		h.collector.TraceHTTP = false
		h.collector.SetClient(client)
	}
	h.collector.OnResponseHeaders(h.headers)
	h.collector.OnResponse(h.body)
	return h
}

// get fetches one address with one request; it follows no redirect. A PDF is
// read only where papers says so.
func (h *hand) get(ctx context.Context, address string, papers bool) (*answer, error) {
	h.answer = &answer{papers: papers}
	if papers && strings.HasSuffix(strings.ToLower(address), ".pdf") {
		ctx = fetch.WithLimit(ctx, page.PaperBytes)
	}
	h.collector.Context = fetch.WithTrace(ctx, &h.answer.trace)
	err := h.collector.Request(http.MethodGet, address, nil, nil, nil)
	a := h.answer
	h.answer = nil
	if errors.Is(err, colly.ErrAbortedAfterHeaders) {
		return a, nil
	}
	if err == nil && a.status == 0 {
		err = errors.New("no answer")
	}
	return a, err
}

// headers keeps the header as it came and hides the type from colly, which
// would recode the body by it: the page reader also knows the meta tag.
func (h *hand) headers(r *colly.Response) {
	h.answer.status = r.StatusCode
	h.answer.header = r.Headers.Clone()
	r.Headers.Set("Content-Type", "application/octet-stream")
	if t := h.answer.header.Get("Content-Type"); r.StatusCode == http.StatusOK && media(t) && !(h.answer.papers && paperType(t)) {
		h.answer.media = true
		r.Request.Abort()
	}
}

func (h *hand) body(r *colly.Response) { h.answer.body = r.Body }

// media reports whether a type is certainly no page, so that its body need
// not be read. Types that servers send for anything are not among them.
func media(contentType string) bool {
	t, _, err := mime.ParseMediaType(contentType)
	if err != nil {
		return false
	}
	for _, p := range []string{"image/", "video/", "audio/", "font/"} {
		if strings.HasPrefix(t, p) {
			return true
		}
	}
	return t == "application/pdf" || t == "application/zip"
}

// paperType reports whether a type is that of a PDF.
func paperType(contentType string) bool {
	t, _, err := mime.ParseMediaType(contentType)
	return err == nil && (t == "application/pdf" || t == "application/x-pdf")
}

// title is the text of the title tag, found without a parse.
func title(body []byte) string {
	head := bytes.ToLower(body[:min(len(body), 4<<10)])
	_, rest, ok := bytes.Cut(head, []byte("<title"))
	if !ok {
		return ""
	}
	_, rest, _ = bytes.Cut(rest, []byte(">"))
	text, _, _ := bytes.Cut(rest, []byte("<"))
	return strings.TrimSpace(string(text))
}
