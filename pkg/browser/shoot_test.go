package browser_test

import (
	"bytes"
	"image/png"
	"testing"

	"github.com/shoplint/shoplint/pkg/browser"
	"github.com/shoplint/shoplint/pkg/page"
)

// The frame's colour is in the picture where there is an element to frame, and
// only there.
func TestShootFramesTheElement(t *testing.T) {
	s, srv := serve(t, start(t, browser.Options{}), map[string]string{
		"/": `<!doctype html><meta name=viewport content="width=device-width"><title>x</title><div style="height:3000px"></div><footer><p id="a">here</p><p id="b" style="display:none">hidden</p></footer>`,
	})
	got, err := s.Shoot(t.Context(), page.Source{Address: srv.URL + "/"}, []string{"#a", "#b", "", "#missing", "]["})
	if err != nil {
		t.Fatal(err)
	}
	for i, framed := range []bool{true, true, false, false, false} {
		if len(got[i]) != 2 {
			t.Fatalf("%d pictures", len(got[i]))
		}
		for j, size := range [][2]int{{1280, 800}, {390, 844}} {
			img, err := png.Decode(bytes.NewReader(got[i][j].PNG))
			if err != nil {
				t.Fatal(err)
			}
			if b := img.Bounds(); b.Dx() != size[0] || b.Dy() != size[1] {
				t.Errorf("%s is %v", got[i][j].View, b)
			}
			found := false
			for y := range size[1] {
				for x := range size[0] {
					r, g, bl, _ := img.At(x, y).RGBA()
					found = found || r>>8 == 0xd5 && g>>8 == 0 && bl>>8 == 0x6d
				}
			}
			if found != framed {
				t.Errorf("selector %d, %s: framed %v", i, got[i][j].View, found)
			}
		}
	}
}
