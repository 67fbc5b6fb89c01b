package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
)

// Answer is a whole response.
type Answer struct {
	URL    *url.URL // after redirects
	Status int
	Header http.Header
	Body   []byte
	Trace
}

// ErrHops is the error for a redirect chain that did not end in time.
var ErrHops = errors.New("too many redirects")

// Get fetches an address and follows at most hops redirects; limit is the
// body size in bytes. It is for files beside the pages, such as sitemaps.
func (c *Client) Get(ctx context.Context, address string, limit int64, hops int) (*Answer, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, fmt.Errorf("read address: %w", err)
	}
	for ; hops >= 0; hops-- {
		a, next, err := c.hop(ctx, u, limit)
		if err != nil || next == nil {
			return a, err
		}
		u = next
	}
	return nil, fmt.Errorf("fetch %s: %w", address, ErrHops)
}

func (c *Client) hop(ctx context.Context, u *url.URL, limit int64) (*Answer, *url.URL, error) {
	a := &Answer{URL: u}
	ctx = WithLimit(WithTrace(ctx, &a.Trace), limit)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, nil, err
	}
	res, err := c.http.Do(req)
	if err != nil {
		return nil, nil, err
	}
	defer res.Body.Close()
	a.Status, a.Header = res.StatusCode, res.Header
	if to := res.Header.Get("Location"); to != "" && res.StatusCode/100 == 3 {
		if next, err := u.Parse(to); err == nil {
			return nil, next, nil
		}
	}
	a.Body, err = io.ReadAll(res.Body)
	if err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", u.Redacted(), err)
	}
	return a, nil, nil
}
