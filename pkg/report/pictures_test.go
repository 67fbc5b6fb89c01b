package report

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"image"
	"image/png"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// pictured is the bakery with two pictures of its first finding.
func pictured(t *testing.T, lang string) (r *Report, shot []byte) {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 40, 30))); err != nil {
		t.Fatal(err)
	}
	r = bakery(lang)
	r.Shops[0].Results[0].Screenshots = []string{"pics/a b_desktop.png", "pics/a b_phone.png"}
	r.Picture = func(name string) []byte {
		if strings.HasSuffix(name, "_phone.png") {
			return []byte("no picture")
		}
		return b.Bytes()
	}
	return r, b.Bytes()
}

// A picture stands in the page; of a file that is none only the link is left.
func TestHTMLShowsPictures(t *testing.T) {
	for _, lang := range Languages() {
		r, shot := pictured(t, lang)
		doc, err := goquery.NewDocumentFromReader(bytes.NewReader(render(t, "html", r, TextOptions{})))
		if err != nil {
			t.Fatal(err)
		}
		img := doc.Find(".shots img")
		data, _ := strings.CutPrefix(img.AttrOr("src", ""), "data:image/png;base64,")
		if got, err := base64.StdEncoding.DecodeString(data); img.Length() != 1 || err != nil || !bytes.Equal(got, shot) {
			t.Errorf("%s: %d pictures: %v", lang, img.Length(), err)
		}
		if alt := img.AttrOr("alt", ""); !strings.Contains(alt, r.Shops[0].Results[0].Headline) {
			t.Errorf("%s: alt %q", lang, alt)
		}
		var links []string
		doc.Find(".shots a").Each(func(_ int, s *goquery.Selection) {
			links = append(links, s.AttrOr("href", ""))
			if s.Text() == "" || strings.Contains(s.Text(), "html.") {
				t.Errorf("%s: link %q", lang, s.Text())
			}
		})
		if strings.Join(links, " ") != "pics/a%20b_desktop.png pics/a%20b_phone.png" {
			t.Errorf("%s: links %q", lang, links)
		}
		policy(t, doc)
		if csp := doc.Find("meta[http-equiv='Content-Security-Policy']").AttrOr("content", ""); !strings.HasSuffix(csp, "; img-src data:") {
			t.Errorf("policy %q", csp)
		}
	}
	if strings.Contains(string(render(t, "html", bakery("en"), TextOptions{})), "img-src") {
		t.Error("a report without pictures allows some")
	}
}

func TestHTMLHoldsNoMorePicturesThanItMay(t *testing.T) {
	r, shot := pictured(t, "en")
	big := append(append([]byte{}, shot...), make([]byte, maxInlined*2/3)...)
	r.Picture = func(string) []byte { return big }
	doc, err := goquery.NewDocumentFromReader(bytes.NewReader(render(t, "html", r, TextOptions{})))
	if err != nil {
		t.Fatal(err)
	}
	if in, linked := doc.Find(".shots img").Length(), doc.Find(".shots a").Length(); in != 1 || linked != 2 {
		t.Errorf("%d pictures, %d links", in, linked)
	}
}

func TestMarkdownAndJSONLinkPictures(t *testing.T) {
	r, _ := pictured(t, "nl")
	md := string(render(t, "markdown", r, TextOptions{}))
	if !strings.Contains(md, "- Beelden: [Op een computer](pics/a%20b_desktop.png) · [Op een telefoon](pics/a%20b_phone.png)\n") {
		t.Errorf("no links in %s", md[:min(len(md), 2000)])
	}
	moved := r.Beside(func(name string) string { return "../" + name })
	var got Report
	if err := json.Unmarshal(render(t, "json", moved, TextOptions{}), &got); err != nil {
		t.Fatal(err)
	}
	if s := got.Shops[0].Results[0].Screenshots; len(s) != 2 || s[0] != "../pics/a b_desktop.png" {
		t.Errorf("%q", s)
	}
	if s := r.Shops[0].Results[0].Screenshots; s[0] != "pics/a b_desktop.png" {
		t.Errorf("Beside changed the report: %q", s)
	}
}

// The page's own policy lets the pictures be seen.
func TestBrowserShowsPictures(t *testing.T) {
	r, _ := pictured(t, "en")
	page := render(t, "html", r, TextOptions{})
	if _, console := browser(t, page); console != "" {
		t.Errorf("the console says\n%s", console)
	}
	tree, _ := browser(t, withScript(page, `const i = document.querySelector('.shots img'); i.loading = 'eager';
		i.decode().then(() => { document.body.dataset.wide = i.naturalWidth })`))
	if !strings.Contains(tree, `data-wide="40"`) {
		t.Error("the picture is not shown")
	}
}
