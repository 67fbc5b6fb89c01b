package page

import (
	"strings"
	"testing"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
)

const placesPage = `<!doctype html>
<html><body>
<div id=top><a href=/a>a</a> <a href=/b>b</a></div>
<div id=twice><p><a href=/c>c</a></div><div id=twice><p>x<p><a href=/d
 class=k>d</a></div>
<noscript><a href=/n>n</a></noscript>
<footer><p>1</p><p><a href=/e>e</a></p>
<a href=/a>a</a></footer>
`

func TestSelector(t *testing.T) {
	p := parse(t, placesPage)
	want := map[string]string{
		"/b": "#top > a:nth-of-type(2)",
		"/d": "body > div:nth-of-type(3) > p:nth-of-type(2) > a",
		"/e": "footer > p:nth-of-type(2) > a",
	}
	for _, l := range p.Links() {
		sel := p.Selector(l.Node)
		if w := want[l.Href]; w != "" && sel != w {
			t.Errorf("%s: %q, want %q", l.Href, sel, w)
		}
		found := cascadia.QueryAll(p.root, cascadia.MustCompile(sel))
		if len(found) != 1 || found[0] != l.Node {
			t.Errorf("%s: %q finds %d elements", l.Href, sel, len(found))
		}
	}
}

func TestLine(t *testing.T) {
	p := parse(t, placesPage)
	var got []int
	for _, l := range p.Links() {
		got = append(got, p.Line(l.Node))
	}
	want := []int{3, 3, 4, 4, 6, 7, 8}
	for i := range want {
		if i >= len(got) || got[i] != want[i] {
			t.Fatalf("lines %v, want %v", got, want)
		}
	}
	if l := p.Line(&html.Node{Type: html.ElementNode, Data: "a"}); l != 0 {
		t.Errorf("line %d of a node of no page", l)
	}
	p.Rendered = true
	if l := p.Line(p.Links()[0].Node); l != 0 {
		t.Errorf("line %d on a rendered page", l)
	}
}

func TestSelectorOfManySiblings(t *testing.T) {
	p := parse(t, "<p>"+strings.Repeat("<a href=/x>x</a>", 20_000))
	for _, l := range p.Links() {
		if p.Selector(l.Node) == "" || p.Line(l.Node) != 1 {
			t.Fatal("no place")
		}
	}
}
