package page

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func parse(t testing.TB, body string) *Page {
	t.Helper()
	p, err := Parse(Input{URL: "https://shop.example/nl/info.html", Body: []byte(body)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestParseRefuses(t *testing.T) {
	for _, body := range []string{
		"", "  \n", "hello", "mail <info@shop.example> now", "{\"html\": \"<p>x</p>\"}", "[1]", "%PDF-1.4 <p>",
		"\x89PNG\r\n\x1a\n<p>", "<?xml version='1.0'?><rss><title>x</title></rss>", "<urlset><url></url></urlset>",
	} {
		if _, err := Parse(Input{URL: "x", Body: []byte(body)}, nil); !errors.Is(err, ErrNotHTML) {
			t.Errorf("%q: error %v, want ErrNotHTML", body, err)
		}
	}
}

func TestParseAccepts(t *testing.T) {
	for _, body := range []string{
		"<!doctype html>", "text <b>bold</b>", "<a href=x>y", "<?xml version='1.0'?><html><p>x</html>", "<P\n>x",
	} {
		if _, err := Parse(Input{URL: "x", Body: []byte(body)}, nil); err != nil {
			t.Errorf("%q: %v", body, err)
		}
	}
}

func TestParseHostile(t *testing.T) {
	var bomb strings.Builder
	for i := range 490 {
		bomb.WriteString("<font color=" + strings.Repeat("x", i%7) + string(rune('a'+i%26)) + ">")
	}
	bomb.WriteString(strings.Repeat("<p>x", 50_000))
	for name, body := range map[string]string{
		"deep":     strings.Repeat("<div>", 100_000) + "<a href=/contact>Contact</a>",
		"bomb":     bomb.String(),
		"links":    strings.Repeat("<a href=/x>", 100_000),
		"nul":      "<p>" + strings.Repeat("\x00", 100_000),
		"invalid":  "<p>" + strings.Repeat("\xff\xfe<i>", 10_000),
		"noscript": strings.Repeat("<noscript>", 100_000),
	} {
		start := time.Now()
		p := parse(t, body)
		p.Links()
		p.Blocks()
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%s: took %v", name, took)
		}
	}
}

func TestFlattenKeepsLinks(t *testing.T) {
	p := parse(t, strings.Repeat("<div>", 1000)+"<footer><a href=/contact>Contact</a></footer>")
	if !p.Flattened || len(p.Links()) != 1 {
		t.Fatalf("flattened %v, links %v", p.Flattened, p.Links())
	}
	if l := p.Links()[0]; l.Text != "Contact" || l.Region != Footer || l.Target.String() != "https://shop.example/contact" {
		t.Errorf("link %+v", l)
	}
}
