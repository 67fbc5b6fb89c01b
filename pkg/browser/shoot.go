package browser

import (
	"context"
	_ "embed"
	"encoding/json"

	devtools "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"github.com/shoplint/shoplint/pkg/page"
)

//go:embed frame.js
var frame string

// Picture is a PNG of one view of a page, with an element framed.
type Picture struct {
	View string // desktop or phone
	PNG  []byte
}

// Shoot opens a page once and takes two pictures for each selector, with the
// element it finds framed: of both views. An empty selector, or one that finds
// nothing, gives the foot of the page. The pictures stand in the order of the
// selectors.
func (s *Shop) Shoot(ctx context.Context, src page.Source, selectors []string) ([][]Picture, error) {
	var out [][]Picture
	err := s.use(ctx, src, func(t *tab) error {
		out = make([][]Picture, len(selectors))
		if err := t.visit(); err != nil {
			return err
		}
		t.wake()
		world, err := t.world()
		if err != nil {
			return err
		}
		if err := t.run(world, frame, nil); err != nil {
			return err
		}
		for _, v := range []view{desktop, phone} {
			if err := t.shootView(world, v, selectors, out); err != nil {
				return err
			}
		}
		return nil
	})
	return out, err
}

func (t *tab) shootView(world runtime.ExecutionContextID, v view, selectors []string, out [][]Picture) error {
	if err := t.size(v); err != nil {
		return err
	}
	if err := t.run(world, resized, nil); err != nil {
		return err
	}
	for i, sel := range selectors {
		quoted, err := json.Marshal(sel)
		if err != nil {
			return err
		}
		if err := t.run(world, "shoplintFrame("+string(quoted)+")", nil); err != nil {
			return err
		}
		shot, err := chromedp.Call(t.ctx, devtools.CaptureScreenshot, devtools.CaptureScreenshotParams{Format: devtools.CaptureScreenshotFormatPng})
		if err != nil {
			return err
		}
		out[i] = append(out[i], Picture{v.name, shot.Data})
	}
	return nil
}
