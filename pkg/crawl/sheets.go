package crawl

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"

	"golang.org/x/net/publicsuffix"

	"github.com/shoplint/shoplint/pkg/fetch"
	"github.com/shoplint/shoplint/pkg/page"
)

// sheetHops is how many redirects a style sheet may stand behind.
const sheetHops = 3

// sheets fetches the style sheets of a shop. Pages ask while they are looked
// at, which has no context of its own: that of the crawl ends the waiting.
type sheets struct {
	ctx     context.Context
	crawl   *crawl
	strange *http.Client // for others' hosts: it keeps and sends no cookies
}

// newSheets are the sheets of the shop of c. While a page waits for one, its
// place among the parsers is free.
func newSheets(ctx context.Context, c *crawl) *page.Sheets {
	out := page.NewSheets(&sheets{ctx, c, &http.Client{
		Transport:     c.client.HTTP().Transport,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}})
	out.Library = c.o.Library
	out.Pause = func() func() {
		<-c.o.Parsers
		return func() { c.o.Parsers <- struct{}{} }
	}
	return out
}

// Own reports whether a sheet lies on a host of the shop's own domain.
func (s *sheets) Own(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	if s.crawl.site.same(tidy(u)) {
		return true
	}
	reg, err := publicsuffix.EffectiveTLDPlusOne(u.Hostname())
	return err == nil && reg == s.crawl.site.reg
}

// Sheet fetches a sheet. One that is not there, or is no style sheet, is
// empty, as it is for a browser.
func (s *sheets) Sheet(address string) (string, error) {
	at, err := url.Parse(address)
	if err != nil || at.Scheme != "http" && at.Scheme != "https" {
		return "", errors.New("not an address of the web")
	}
	for range sheetHops + 1 {
		text, next, err := s.get(at)
		if err != nil || next == nil {
			return text, err
		}
		at = next
	}
	return "", fetch.ErrHops
}

// get makes one request.
func (s *sheets) get(at *url.URL) (text string, next *url.URL, err error) {
	var trace fetch.Trace
	ctx := fetch.WithLimit(fetch.WithTrace(s.ctx, &trace), page.MaxSheet)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, at.String(), nil)
	if err != nil {
		return "", nil, err
	}
	client := s.strange
	if s.crawl.site.same(tidy(at)) {
		client = s.crawl.client.HTTP()
	}
	res, err := client.Do(req)
	if err != nil {
		return "", nil, errors.New(fetch.Explain(err))
	}
	defer res.Body.Close()
	switch {
	case res.StatusCode/100 == 3 && res.Header.Get("Location") != "":
		next, err = at.Parse(res.Header.Get("Location"))
		return "", next, err
	case gone(res.StatusCode):
		return "", nil, nil
	case res.StatusCode != http.StatusOK:
		return "", nil, fmt.Errorf("HTTP %d", res.StatusCode)
	}
	if t, _, err := mime.ParseMediaType(res.Header.Get("Content-Type")); err == nil && t != "text/css" {
		return "", nil, nil // browsers take nothing else for a style sheet
	}
	body, err := io.ReadAll(res.Body)
	switch {
	case err != nil:
		return "", nil, errors.New(fetch.Explain(err))
	case trace.Truncated:
		return "", nil, errors.New(trace.Why)
	}
	return string(body), nil, nil
}
