package browser

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// visit opens the address and waits until the page has come to rest.
func (t *tab) visit() error {
	res, err := chromedp.Call(t.ctx, page.Navigate, page.NavigateParams{URL: t.at.String()})
	switch {
	case err != nil:
		return err
	case res.IsDownload:
		return errors.New("the address is a download")
	case res.ErrorText != "":
		return t.lost(res.ErrorText)
	}
	if err := t.settle(); err != nil {
		return err
	}
	if why := t.given(); why != "" {
		return errors.New(why)
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.visits > 1 && t.status >= 400 {
		return errors.New("a script leads to a page that is not there")
	}
	return nil
}

// lost words a navigation that failed: our own reason comes first.
func (t *tab) lost(text string) error {
	if why := t.given(); why != "" {
		return errors.New(why)
	}
	return errors.New("the page did not open: " + text)
}

// settle waits for the load event and then until nothing was asked for during
// the quiet time. What does not come to rest is read as it is.
func (t *tab) settle() error {
	o := t.shop.browser.o
	end := time.Now().Add(o.Load)
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for met := false; ; {
		t.mu.Lock()
		loaded, quiet, refused := t.loaded, len(t.flying) == 0 && time.Since(t.moved) >= o.Quiet, t.refused
		t.mu.Unlock()
		if loaded && !met {
			met, end = true, time.Now().Add(o.Idle)
		}
		if refused != "" || loaded && quiet || time.Now().After(end) {
			return nil
		}
		select {
		case <-t.ctx.Done():
			return t.ctx.Err()
		case <-tick.C:
		}
	}
}

// wake ends a script that does not let the page answer. It reports whether it
// had to.
func (t *tab) wake() (stopped bool) {
	if t.answers() {
		return false
	}
	for range 3 {
		ctx, cancel := context.WithTimeout(t.ctx, time.Second)
		_, _ = chromedp.Call(ctx, runtime.TerminateExecution, cdp.Empty{}) // nothing may be running any more
		cancel()
		if t.answers() {
			break
		}
	}
	return true
}

func (t *tab) answers() bool {
	ctx, cancel := context.WithTimeout(t.ctx, 700*time.Millisecond)
	defer cancel()
	_, err := chromedp.Call(ctx, runtime.Evaluate, runtime.EvaluateParams{Expression: "1"})
	return err == nil
}

// world is a place for our own scripts, apart from the page's.
func (t *tab) world() (runtime.ExecutionContextID, error) {
	yes := true
	res, err := chromedp.Call(t.ctx, page.CreateIsolatedWorld, page.CreateIsolatedWorldParams{
		FrameID: t.main, WorldName: "shoplint", GrantUniveralAccess: &yes,
	})
	return res.ExecutionContextID, err
}

// run runs an expression in a world and decodes its value into out, when out
// is not nil.
func (t *tab) run(world runtime.ExecutionContextID, expression string, out any) error {
	yes := true
	res, err := chromedp.Call(t.ctx, runtime.Evaluate, runtime.EvaluateParams{
		Expression: expression, ContextID: world, ReturnByValue: &yes, Silent: &yes, AwaitPromise: &yes,
	})
	switch {
	case err != nil:
		return err
	case res.ExceptionDetails != nil:
		text := res.ExceptionDetails.Text
		if e := res.ExceptionDetails.Exception; e != nil && e.Description != "" {
			text = e.Description
		}
		return errors.New("the page could not be read: " + text)
	case out == nil:
		return nil
	}
	return json.Unmarshal(res.Result.Value, out)
}
