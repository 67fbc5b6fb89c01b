package browser

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"

	"github.com/chromedp/chromedp"

	"github.com/shoplint/shoplint/pkg/page"
)

//go:embed walk.js
var walk string

// resized is how long a page may take to arrange itself in another view.
const resized = "new Promise(r => { setTimeout(r, 60); })"

// errTime is the cause of a page given up because its time was over.
var errTime = errors.New("the page did not come to rest in time")

// errCrashed is the cause of a page whose process died; the browser lives on.
const errCrashed = "the page broke the browser's tab"

// Render opens a page, lets its scripts run, and writes out what a reader then
// has before them in both views. The error says in a few words why it could
// not be had; a cancelled ctx ends it at once.
func (s *Shop) Render(ctx context.Context, src page.Source) (page.Rendering, error) {
	var out page.Rendering
	err := s.use(ctx, src, func(t *tab) error {
		if err := t.visit(); err != nil {
			return err
		}
		stopped := t.wake()
		r, err := t.write()
		r.Truncated = r.Truncated || stopped || t.brokenOff()
		r.Lost = t.missing()
		out = r
		return err
	})
	return out, err
}

// brokenOff reports whether the document broke off, or is still coming.
func (t *tab) brokenOff() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.cut || t.flying[t.document]
}

// use runs f on a tab of its own, within the page's time; once more when the
// browser died meanwhile, for another page may have brought it down.
func (s *Shop) use(ctx context.Context, src page.Source, f func(*tab) error) error {
	err := s.try(ctx, src, f)
	if errors.Is(err, ErrClosed) {
		err = s.try(ctx, src, f)
	}
	return err
}

func (s *Shop) try(ctx context.Context, src page.Source, f func(*tab) error) error {
	at, err := url.Parse(src.Address)
	if err != nil || at.Scheme != "http" && at.Scheme != "https" || at.Host == "" {
		return fmt.Errorf("%q is no address to render", src.Address)
	}
	select {
	case s.browser.tabs <- struct{}{}:
	case <-ctx.Done():
		return context.Cause(ctx)
	}
	root, err := s.open()
	if err != nil {
		<-s.browser.tabs
		return err
	}
	tabCtx, closeTab := chromedp.NewContext(root)
	limited, cancel := context.WithTimeoutCause(tabCtx, s.browser.o.Page, errTime)
	unhook := context.AfterFunc(ctx, cancel)
	defer func() { // a tab that hangs takes a while to close: no other page waits for it
		unhook()
		cancel()
		s.browser.ending.Go(closeTab)
		<-s.browser.tabs
	}()
	t, err := newTab(limited, cancel, s, src, at)
	if err == nil {
		err = f(t)
	}
	if t != nil && t.given() == errCrashed && ctx.Err() == nil && alive(root) {
		return errors.New(errCrashed)
	}
	return reason(ctx, limited, root, err)
}

// reason gives an error its words: the caller's end, the time, the browser's
// end, or what was met.
func reason(ctx, limited, root context.Context, err error) error {
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case !alive(root):
		return ErrClosed
	case limited.Err() != nil:
		return errTime
	}
	return err
}

// write measures both views and writes the tree out.
func (t *tab) write() (page.Rendering, error) {
	world, err := t.world()
	if err != nil {
		return page.Rendering{}, err
	}
	steps := []func() error{
		func() error { return t.run(world, walk, nil) },
		func() error { return t.run(world, "shoplint.open()", nil) },
		func() error { return t.size(phone) },
		func() error { return t.run(world, resized, nil) },
		func() error { return t.run(world, "shoplint.open(); shoplint.measure('p')", nil) },
		func() error { return t.size(desktop) },
		func() error { return t.run(world, resized, nil) },
		func() error { return t.run(world, "shoplint.measure('d')", nil) },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return page.Rendering{}, err
		}
	}
	var text string
	if err := t.run(world, "shoplint.write()", &text); err != nil {
		return page.Rendering{}, err
	}
	var w struct {
		HTML, URL string
		Cut       bool
	}
	if err := json.Unmarshal([]byte(text), &w); err != nil {
		return page.Rendering{}, fmt.Errorf("the page could not be read: %w", err)
	}
	if u, err := url.Parse(w.URL); err != nil || !sameSite(t.at, u) {
		return page.Rendering{}, errors.New("a script leads away from the shop")
	}
	return page.Rendering{Address: w.URL, HTML: []byte(w.HTML), Truncated: w.Cut}, nil
}

var _ page.Renderer = (*Shop)(nil)
