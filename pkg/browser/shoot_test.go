package browser_test

import (
	"bytes"
	"image"
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
			found := framedIn(img)
			if found != framed {
				t.Errorf("selector %d, %s: framed %v", i, got[i][j].View, found)
			}
		}
	}
}

// framedIn reports whether a picture has the colour of the frame in it.
func framedIn(img image.Image) bool {
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if r, g, bl, _ := img.At(x, y).RGBA(); r>>8 == 0xd5 && g>>8 == 0 && bl>>8 == 0x6d {
				return true
			}
		}
	}
	return false
}

// What a page hides in a shadow tree or a frame is found by the path it has in
// the tree that was written out.
func TestShootFindsWhatIsInside(t *testing.T) {
	s, srv := serve(t, start(t, browser.Options{}), map[string]string{
		"/": `<!doctype html><meta name=viewport content="width=device-width"><title>x</title><div style="height:2000px"></div><shop-foot></shop-foot><iframe src="/frame" width=300 height=200></iframe>
<script>customElements.define("shop-foot", class extends HTMLElement { connectedCallback() {
  this.attachShadow({mode: "closed"}).innerHTML = "<footer><p>one</p><p><a href='/open'>open</a></p></footer>" } })</script>`,
		"/frame": `<!doctype html><section><p><a href="/framed">in a frame</a></p></section>`,
	})
	p := read(t, s, srv.URL+"/")
	var paths []string
	for _, href := range []string{"/open", "/framed"} {
		paths = append(paths, p.Selector(link(t, p, href).Node))
	}
	got, err := s.Shoot(t.Context(), page.Source{Address: srv.URL + "/"}, paths)
	if err != nil {
		t.Fatal(err)
	}
	for i := range got {
		for _, shot := range got[i] {
			img, err := png.Decode(bytes.NewReader(shot.PNG))
			if err != nil || !framedIn(img) {
				t.Errorf("%s, %s: no frame (%v)", paths[i], shot.View, err)
			}
		}
	}
}
