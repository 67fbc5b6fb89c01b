package browser

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/chromedp/cdproto/network"

	"github.com/shoplint/shoplint/pkg/page"
)

// sheets are the style sheets a page asked for and, so far, did not get: what
// one of them may hide, the browser shows.
type sheets map[network.RequestID]*lostSheet

type lostSheet struct {
	address string
	why     string
}

// maxSheets is how many are kept in mind of one page.
const maxSheets = 500

func (s sheets) ask(ev *network.EventRequestWillBeSent) {
	if ev.Type == network.ResourceTypeStylesheet && strings.HasPrefix(ev.Request.URL, "http") && len(s) < maxSheets {
		s[ev.RequestID] = &lostSheet{ev.Request.URL, "time-out"}
	}
}

// answer notes a refusal. A sheet that does not exist hides nothing.
func (s sheets) answer(ev *network.EventResponseReceived) {
	l := s[ev.RequestID]
	if l == nil || ev.Response.Status < 400 {
		return
	}
	l.why = "HTTP " + strconv.FormatInt(ev.Response.Status, 10)
	if ev.Response.Status == http.StatusNotFound || ev.Response.Status == http.StatusGone {
		l.why = notThere
	}
}

// notThere is the answer of a server that has no such sheet.
const notThere = "not there"

// end strikes out what came whole.
func (s sheets) end(id network.RequestID) {
	if l := s[id]; l != nil && l.why == "time-out" {
		delete(s, id)
	}
}

// fail notes what did not come. What the page itself broke off it does not use.
func (s sheets) fail(ev *network.EventLoadingFailed) {
	switch l := s[ev.RequestID]; {
	case l == nil || l.why != "time-out": // refused already
	case ev.Canceled:
		delete(s, ev.RequestID)
	default:
		l.why = strings.TrimPrefix(ev.ErrorText, "net::")
	}
}

// missing are the sheets that did not come, in order of their addresses. Of a shop
// on disk every sheet that is not beside it is: where it lies is not known.
func (t *tab) missing() []page.LostSheet {
	t.mu.Lock()
	defer t.mu.Unlock()
	var out []page.LostSheet
	for _, l := range t.sheets {
		x := page.LostSheet{Address: l.address, Why: l.why}
		u, err := url.Parse(l.address)
		switch {
		case err != nil:
			continue
		case t.beside(u):
			x.Why = ""
		case l.why == notThere:
			continue
		default:
			x.Own = t.src.Files == nil && sameSite(t.at, u)
		}
		out = append(out, x)
	}
	slices.SortFunc(out, func(a, b page.LostSheet) int { return strings.Compare(a.Address, b.Address) })
	return out
}
