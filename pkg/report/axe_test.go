package report

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"
)

// axeSays is what the axe-core script that SHOPLINT_AXE names finds wrong with
// a page, in the given colour scheme ("0" dark, "1" light); "" is nothing.
func axeSays(t *testing.T, page []byte, scheme string) string {
	t.Helper()
	name := os.Getenv("SHOPLINT_AXE")
	if name == "" {
		t.Skip("SHOPLINT_AXE does not name axe.min.js of axe-core")
	}
	axe, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	run := string(axe) + `;axe.run({resultTypes: ['violations']}).then(r => { document.body.dataset.axe = r.violations.map(
		v => v.id + ' (' + v.nodes.length + ') ' + v.nodes.slice(0, 5).map(n => n.target).join(' ')).join('; ')
		|| 'clean of ' + r.passes.length + ', dark ' + matchMedia('(prefers-color-scheme: dark)').matches; });`
	tree, _ := browserFor(t, axeLimit, withScript(page, run), "--blink-settings=preferredColorScheme="+scheme)
	m := axeAnswer.FindStringSubmatch(tree)
	switch {
	case m == nil:
		return "axe did not answer"
	case !strings.HasPrefix(m[1], "clean of ") || strings.HasPrefix(m[1], "clean of 0"):
		return m[1]
	case strings.HasSuffix(m[1], "dark true") != (scheme == "0"):
		return "the scheme was not taken: " + m[1]
	}
	return ""
}

// axeLimit is for the page with 500 findings, on a busy machine.
const axeLimit = 5 * time.Minute

var axeAnswer = regexp.MustCompile(`data-axe="([^"]*)"`)

// schemes are the two of Chromium's preferredColorScheme.
var schemes = map[string]string{"dark": "0", "light": "1"}

// signed is a report under an agency's name, with colour and logo.
func signed(t *testing.T, r *Report) *Report {
	t.Helper()
	r.Agency = agency(t)
	return r
}

func agency(t *testing.T) Agency {
	t.Helper()
	logo := image.NewRGBA(image.Rect(0, 0, 120, 40))
	for x := range 120 {
		for y := range 40 {
			logo.Set(x, y, color.RGBA{R: 0x12, G: 0x34, B: 0x56, A: 0xff})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, logo); err != nil {
		t.Fatal(err)
	}
	return Agency{Name: "Bureau Onderweg", Logo: b.Bytes(), LogoType: "image/png", Colour: "#123456"}
}

func TestAxeOnReports(t *testing.T) {
	reports := map[string]func() *Report{
		"one finding":  func() *Report { return signed(t, many(1)) },
		"500 findings": func() *Report { return signed(t, many(500)) },
		"several":      several, "nothing": empty, "hostile": hostile,
	}
	for _, lang := range Languages() {
		reports["bakery in "+lang] = func() *Report { return bakery(lang) }
	}
	for name, r := range reports {
		for scheme, n := range schemes {
			t.Run(name+", "+scheme, func(t *testing.T) {
				if said := axeSays(t, render(t, "html", r(), TextOptions{}), n); said != "" {
					t.Error(said)
				}
			})
		}
	}
}

func TestAxeOnTheOverview(t *testing.T) {
	for _, shops := range []int{1, 2000} {
		o := portfolio("en", shops)
		o.Agency = agency(t)
		page := overview(t, o)
		for scheme, n := range schemes {
			t.Run(fmt.Sprintf("%d shops, %s", shops, scheme), func(t *testing.T) {
				if said := axeSays(t, page, n); said != "" {
					t.Error(said)
				}
			})
		}
	}
}

// TestAxeSeesFaults shows that the two tests above can fail.
func TestAxeSeesFaults(t *testing.T) {
	page := append(render(t, "html", bakery("en"), TextOptions{}), `<img src="data:,"><p style="color:#777;background:#888">faint</p>`...)
	if said := axeSays(t, page, "1"); !strings.Contains(said, "image-alt") || !strings.Contains(said, "color-contrast") {
		t.Errorf("axe says %q", said)
	}
}
