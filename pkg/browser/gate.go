package browser

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"golang.org/x/net/publicsuffix"
)

// answer decides one request of the page before it leaves the browser.
func (t *tab) answer(ev *fetch.EventRequestPaused) {
	u, err := url.Parse(ev.Request.URL)
	if err != nil || !t.allows(ev, u) {
		if ev.ResourceType == network.ResourceTypeDocument && t.given() == "" {
			t.fulfil(ev, http.StatusNoContent, nil, nil) // the page stays where it is
			return
		}
		_, _ = chromedp.Call(t.ctx, fetch.FailRequest, fetch.FailRequestParams{RequestID: ev.RequestID, ErrorReason: network.ErrorReasonBlockedByClient})
		return
	}
	if t.first(ev, u) && t.src.Body != nil {
		t.fulfil(ev, http.StatusOK, kept(t.src.Header), t.src.Body)
		return
	}
	if t.beside(u) {
		if body, media, ok := t.src.Files(u); ok {
			t.fulfil(ev, http.StatusOK, http.Header{"Content-Type": {media}}, body)
		} else {
			t.fulfil(ev, http.StatusNotFound, nil, nil)
		}
		return
	}
	_, _ = chromedp.Call(t.ctx, fetch.ContinueRequest, fetch.ContinueRequestParams{RequestID: ev.RequestID, Headers: t.headers(ev.Request, u)})
}

// beside reports whether the files beside the page answer for an address.
func (t *tab) beside(u *url.URL) bool {
	return t.src.Files != nil && (u.Host == t.at.Host || t.shop.sealed)
}

// allows keeps the page to reading: no form leaves it, no film, no beacon, no
// frame of another site, and no way out for ever.
func (t *tab) allows(ev *fetch.EventRequestPaused, u *url.URL) bool {
	if !passable(ev.Request.Method) || t.given() != "" {
		return false
	}
	switch ev.ResourceType {
	case network.ResourceTypeMedia, network.ResourceTypePing, network.ResourceTypeEventSource, network.ResourceTypeCSPViolationReport:
		return false
	case network.ResourceTypeDocument:
	default:
		return true
	}
	if ev.Request.Method != http.MethodGet || u.Scheme != "http" && u.Scheme != "https" {
		return false
	}
	if ev.FrameID != t.main {
		return sameSite(t.at, u)
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.visits++
	t.loaded = false
	switch {
	case t.visits > maxVisits:
		t.refused = "the page leads on and on"
	case !sameSite(t.at, u):
		t.refused = "a script leads to another site: " + u.Host
	}
	return t.refused == ""
}

// first reports whether a request is that for the page itself.
func (t *tab) first(ev *fetch.EventRequestPaused, u *url.URL) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return ev.ResourceType == network.ResourceTypeDocument && ev.FrameID == t.main && t.visits == 1
}

func (t *tab) fulfil(ev *fetch.EventRequestPaused, status int64, h http.Header, body []byte) {
	p := fetch.FulfillRequestParams{RequestID: ev.RequestID, ResponseCode: status, Body: body}
	for k, list := range h {
		for _, v := range list {
			p.ResponseHeaders = append(p.ResponseHeaders, &fetch.HeaderEntry{Name: k, Value: v})
		}
	}
	_, _ = chromedp.Call(t.ctx, fetch.FulfillRequest, p) // the page may be gone
}

// kept are the headers that decide how a page is read.
func kept(h http.Header) http.Header {
	out := http.Header{}
	for _, k := range []string{"Content-Type", "Content-Security-Policy", "Content-Language", "Referrer-Policy"} {
		if v := h.Values(k); len(v) > 0 {
			out[k] = v
		}
	}
	if out.Get("Content-Type") == "" {
		out.Set("Content-Type", "text/html")
	}
	return out
}

// headers are those of a request with the shop's secrets; nil changes nothing.
func (t *tab) headers(r *network.Request, u *url.URL) []*fetch.HeaderEntry {
	secret := t.shop.secrets(u)
	if len(secret) == 0 {
		return nil
	}
	var out []*fetch.HeaderEntry
	for k, v := range r.Headers {
		if secret.Get(k) == "" {
			out = append(out, &fetch.HeaderEntry{Name: k, Value: fmt.Sprint(v)})
		}
	}
	for k, list := range secret {
		if k == "Cookie" {
			list = []string{strings.Join(append(t.cookies(u), list...), "; ")}
		}
		for _, v := range list {
			out = append(out, &fetch.HeaderEntry{Name: k, Value: v})
		}
	}
	return out
}

// cookies are those the shop itself has set, as pairs: a request that is given
// a cookie header loses them.
func (t *tab) cookies(u *url.URL) []string {
	got, err := chromedp.Call(t.ctx, network.GetCookies, network.GetCookiesParams{URLs: []string{u.String()}})
	if err != nil {
		return nil // the page goes on without
	}
	var out []string
	for _, c := range got.Cookies {
		out = append(out, c.Name+"="+c.Value)
	}
	return out
}

// given is why the page was given up, "" while it is not.
func (t *tab) given() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.refused
}

// sameSite reports whether two addresses belong to one registrable domain, or
// to one host where there is none.
func sameSite(a, b *url.URL) bool {
	x, y := strings.ToLower(a.Hostname()), strings.ToLower(b.Hostname())
	if x == y {
		return true
	}
	dx, errX := publicsuffix.EffectiveTLDPlusOne(x)
	dy, errY := publicsuffix.EffectiveTLDPlusOne(y)
	return errX == nil && errY == nil && dx == dy && strings.Trim(x, "0123456789.") != ""
}
