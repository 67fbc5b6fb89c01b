package browser

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"sync"

	devtools "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"

	"github.com/shoplint/shoplint/pkg/fetch"
)

// Shop is the browser as one shop gets it: a profile of its own, behind a
// proxy of its own with the guard's exemptions of that shop alone. It renders
// pages and is safe for concurrent use.
type Shop struct {
	browser *Browser
	fetch   fetch.Options
	sealed  bool

	mu    sync.Mutex
	root  context.Context
	stop  context.CancelFunc
	proxy *proxy
	fault error
}

// Shop prepares for one shop. Of the options only those of the guard, of
// certificates and of secrets count. Nothing is started before a page needs it.
func (b *Browser) Shop(o fetch.Options) *Shop { return &Shop{browser: b, fetch: o} }

// Seal keeps every page of the shop off the net: its Files answer for all
// hosts, and what they do not hold is not there. It goes before the first page.
func (s *Shop) Seal() { s.sealed = true }

// Traffic is what the shop's pages have asked for, and the bytes that came.
func (s *Shop) Traffic() (requests int, bytes int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.proxy == nil {
		return 0, 0
	}
	return int(s.proxy.requests.Load()), s.proxy.bytes.Load()
}

// Close ends the shop's profile and its proxy; the browser goes on.
func (s *Shop) Close() {
	s.mu.Lock()
	stop, p := s.stop, s.proxy
	s.stop, s.fault = nil, ErrClosed
	s.mu.Unlock()
	if stop != nil {
		stop()
	}
	if p != nil {
		p.close()
	}
}

// open makes the profile, and another one when the browser has died.
func (s *Shop) open() (context.Context, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.fault != nil {
		return nil, s.fault
	}
	if alive(s.root) {
		return s.root, nil
	}
	root, err := s.browser.start()
	if err != nil {
		return nil, err
	}
	s.fault = s.profile(root)
	return s.root, s.fault
}

func (s *Shop) profile(root context.Context) error {
	if s.stop != nil {
		s.stop() // of a browser that died
	}
	if err := s.listen(); err != nil {
		return err
	}
	own := func(c *target.CreateBrowserContextParams) {
		c.ProxyServer, c.ProxyBypassList = s.proxy.address(), "<-loopback>"
	}
	ctx, stop := chromedp.NewContext(root, chromedp.WithNewBrowserContext(own))
	s.root, s.stop = ctx, stop
	err := chromedp.Do(ctx)
	if !alive(root) {
		return nil // it died just now: whoever uses the profile is told
	}
	if err != nil {
		return fmt.Errorf("the browser did not start: open a profile: %w", err)
	}
	_, err = chromedp.CallBrowser(ctx, devtools.SetDownloadBehavior, devtools.SetDownloadBehaviorParams{
		Behavior: devtools.SetDownloadBehaviorBehaviorDeny, BrowserContextID: chromedp.FromContext(ctx).BrowserContextID,
	})
	if !alive(root) {
		return nil
	}
	return err
}

// listen starts the shop's proxy, once: its counts outlive a browser.
func (s *Shop) listen() error {
	if s.proxy != nil {
		return nil
	}
	dial := fetch.Dialer(s.fetch)
	if s.fetch.Proxy != nil {
		dial = upstream(s.fetch)
	}
	if s.sealed {
		dial = nil
	}
	p, err := listen(dial)
	if err != nil {
		return err
	}
	if !s.sealed {
		p.through(s.fetch)
	}
	s.proxy = p
	return nil
}

// secrets are the headers that go to the shop's own origin only.
func (s *Shop) secrets(u *url.URL) http.Header {
	o := s.fetch
	if o.Shop == nil || u.Scheme != o.Shop.Scheme || fetch.HostPort(u) != fetch.HostPort(o.Shop) {
		return nil
	}
	out := o.Headers.Clone()
	if o.BasicAuth != nil {
		if out == nil {
			out = http.Header{}
		}
		password, _ := o.BasicAuth.Password()
		r := http.Request{Header: out}
		r.SetBasicAuth(o.BasicAuth.Username(), password)
	}
	return out
}
