package browser

import (
	"context"
	_ "embed"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/inspector"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/security"
	"github.com/chromedp/chromedp"

	ours "github.com/shoplint/shoplint/pkg/page"
)

//go:embed before.js
var before string

// tab is one page being rendered. Its events come on the goroutine that reads
// the browser's messages; all they touch is under mu.
type tab struct {
	shop *Shop
	ctx  context.Context // of the tab; ends with the page's time
	end  context.CancelFunc
	src  ours.Source
	at   *url.URL

	mu       sync.Mutex
	main     cdp.FrameID
	flying   map[network.RequestID]bool
	moved    time.Time // when the last request began or ended
	loaded   bool
	visits   int // documents the main frame has asked for
	status   int64
	received int64
	refused  string // why the page was given up
	document network.RequestID
	cut      bool // the document did not come to its end
	sheets   sheets
}

// Limits of one page.
const (
	maxVisits   = 8        // documents in the main frame, one after the other
	maxReceived = 30 << 20 // bytes of all answers, unpacked
)

// newTab opens a tab with everything switched off that could leave the page.
func newTab(ctx context.Context, end context.CancelFunc, s *Shop, src ours.Source, at *url.URL) (*tab, error) {
	t := &tab{shop: s, ctx: ctx, end: end, src: src, at: at, flying: map[network.RequestID]bool{}, sheets: sheets{}, moved: time.Now()}
	if err := chromedp.Listen(ctx, t.hear); err != nil {
		return t, err
	}
	tree, err := chromedp.Call(ctx, page.GetFrameTree, cdp.Empty{})
	if err != nil {
		return t, err
	}
	t.mu.Lock()
	t.main = tree.FrameTree.Frame.ID
	t.mu.Unlock()
	return t, t.setUp()
}

func (t *tab) setUp() error {
	every := fetch.EnableParams{Patterns: []*fetch.RequestPattern{{URLPattern: "*"}}}
	if _, err := chromedp.Call(t.ctx, fetch.Enable, every); err != nil {
		return err
	}
	if _, err := chromedp.Call(t.ctx, network.SetBypassServiceWorker, network.SetBypassServiceWorkerParams{Bypass: true}); err != nil {
		return err
	}
	if _, err := chromedp.Call(t.ctx, emulation.SetUserAgentOverride, emulation.SetUserAgentOverrideParams{UserAgent: t.shop.browser.agent}); err != nil {
		return err
	}
	if _, err := chromedp.Call(t.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: before}); err != nil {
		return err
	}
	if t.shop.fetch.Insecure {
		if _, err := chromedp.Call(t.ctx, security.SetIgnoreCertificateErrors, security.SetIgnoreCertificateErrorsParams{Ignore: true}); err != nil {
			return err
		}
	}
	return t.size(desktop)
}

// view is the size of a window in CSS pixels.
type view struct {
	name          string
	width, height int64
	phone         bool
}

var (
	desktop = view{"desktop", 1280, 800, false}
	phone   = view{"phone", 390, 844, true}
)

func (t *tab) size(v view) error {
	_, err := chromedp.Call(t.ctx, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: v.width, Height: v.height, DeviceScaleFactor: 1, Mobile: v.phone,
	})
	return err
}

// hear takes an event. It must not wait: answers are given elsewhere.
func (t *tab) hear(ev any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	switch ev := ev.(type) {
	case *fetch.EventRequestPaused:
		go t.answer(ev)
	case *page.EventJavascriptDialogOpening:
		go t.dismiss()
	case *inspector.EventTargetCrashed:
		t.refused = errCrashed
		t.end()
	case *page.EventLoadEventFired:
		t.loaded = true
		t.moved = time.Now()
	case *network.EventRequestWillBeSent:
		if !strings.HasPrefix(ev.Request.URL, "data:") {
			t.flying[ev.RequestID] = true
			t.moved = time.Now()
		}
		if ev.Type == network.ResourceTypeDocument && ev.FrameID == t.main {
			t.document, t.sheets = ev.RequestID, sheets{}
		}
		t.sheets.ask(ev)
	case *network.EventLoadingFinished:
		t.land(ev.RequestID)
		t.sheets.end(ev.RequestID)
	case *network.EventLoadingFailed:
		t.land(ev.RequestID)
		t.sheets.fail(ev)
		t.cut = t.cut || ev.RequestID == t.document && t.status != 0 && ev.ErrorText != "net::ERR_ABORTED" // a download is let go
	case *network.EventResponseReceived:
		if ev.Type == network.ResourceTypeDocument && ev.FrameID == t.main {
			t.status = ev.Response.Status
		}
		t.sheets.answer(ev)
	case *network.EventDataReceived:
		if t.received += ev.DataLength; t.received > maxReceived && t.refused == "" {
			t.refused = "the page loads more than 30 MB"
		}
	}
}

// land notes the end of a request. mu is held.
func (t *tab) land(id network.RequestID) {
	if t.flying[id] {
		delete(t.flying, id)
		t.moved = time.Now()
	}
}

// dismiss answers a dialog with no.
func (t *tab) dismiss() {
	_, _ = chromedp.Call(t.ctx, page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{Accept: false}) // it may be gone
}
