package page

import (
	"errors"
	"fmt"
	"runtime"
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
	for name, body := range hostile() {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		start := time.Now()
		p := parse(t, body)
		for i, l := range p.Links() {
			if p.Sight(l.Node); i < 2000 {
				p.Selector(l.Node)
				p.Line(l.Node)
			}
		}
		for _, b := range p.Blocks() {
			p.Shown(b)
		}
		took := time.Since(start)
		runtime.ReadMemStats(&after)
		room := (after.TotalAlloc - before.TotalAlloc) >> 20
		t.Logf("%s: %v, %d MB allocated", name, took, room)
		// About a second at most on an idle machine; how busy this one is must not
		// matter, so only what grows out of all measure is wrong.
		if took > time.Minute || room > 1000 {
			t.Errorf("%s: took %v and %d MB", name, took, room)
		}
		if name == "bomb" && !p.Truncated {
			t.Errorf("%s: not cut", name)
		}
	}
}

// hostile are pages made to cost time or memory.
func hostile() map[string]string {
	var bomb, rules strings.Builder
	bomb.WriteString("<p>")
	for i := range 490 {
		fmt.Fprintf(&bomb, "<font color=c%d>", i)
	}
	bomb.WriteString("</p>" + strings.Repeat("<p>x", 50_000))
	for i := range 20_000 {
		fmt.Fprintf(&rules, ".a div div div div .b%d ~ .a, .a:nth-child(%dn+1):has(i) {display:none}\n", i%5, i)
	}
	deep := strings.Repeat("<div class=a>", 400)
	return map[string]string{
		"deep":     strings.Repeat("<div>", 100_000) + "<a href=/contact>Contact</a>",
		"bomb":     bomb.String(),
		"rows":     strings.Repeat("<p>", 600_000),
		"links":    strings.Repeat("<a href=/x>", 100_000),
		"siblings": "<style>a:nth-child(2n+7777777):not(a ~ b){opacity:0}</style>" + strings.Repeat("<a class=a href=/x>x</a>", 20_000),
		"rules":    "<style>" + rules.String() + "</style>" + deep + strings.Repeat("<a class=a href=/x>x</a>", 5_000),
		"one rule": "<style>" + strings.Repeat(".a,", 1000) + "b{x:y}" + strings.Repeat(".a{display:none}", 50_000) + "</style>" + strings.Repeat("<a class=a href=/x>x</a>", 5_000),
		"brackets": "<style>" + strings.Repeat(":is(", 50_000) + "a{}" + strings.Repeat("@media(", 50_000) + strings.Repeat("a{", 50_000) + "</style><a href=x>x",
		"styles":   strings.Repeat(`<style>a{color:var(--a,var(--a,var(--a)))}</style><a href=x style="--a:var(--a)var(--a)">x</a>`, 5_000),
		"nul":      "<p>" + strings.Repeat("\x00", 100_000),
		"invalid":  "<p>" + strings.Repeat("\xff\xfe<i>", 10_000),
		"noscript": strings.Repeat("<noscript>", 100_000),
		"labels":   strings.Repeat("<label>", 100_000) + "<a href=/x>x</a>",
		"flat":     strings.Repeat("<div>", 600) + strings.Repeat("<form><a href=/x>x<b><i>", 50_000),
		"quotes":   strings.Repeat("<a href=\"x\u201d>", 50_000),
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
