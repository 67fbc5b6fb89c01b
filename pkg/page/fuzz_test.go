package page

import (
	"strings"
	"testing"
)

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		placesPage,
		`<style>.a:is(b,:not(.c)) > p ~ a{display:none;color:var(--x,#fff)}@media(min-width:3em){a{opacity:0}}@supports not (a:b){}</style><a href="https:/x:/\y" class=a>z</a>`,
		"<a href=\u201dhttps://ec.europa.eu/odr\u201d>ODR</a><p style=\"font:0/1 a;background:url(x\">",
		`<head><noscript><img src=x><a href=y>y</a></noscript><base href="//b"><meta http-equiv=refresh content="0;url=z">`,
		strings.Repeat("<div>", 600) + `<a href=/x>x</a><footer><template><label>`,
		`<table><a href=1><tr><td><svg><title>t</title><a href=2></svg><math><mi><p>`,
		`<form><label for=i>l</label><input id=i><select><option>o<textarea>t`,
		"<p>\x00\xff<button aria-expanded=false aria-controls=d><details><dialog id=d><a href=x>",
		"\xff\xfe<\x00p\x00>\x00",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		p, err := Parse(Input{URL: "https://shop.example/a", Body: body}, nil)
		if err != nil {
			return
		}
		for _, l := range p.Links() {
			if s := p.Sight(l.Node); l.NoScript && s.State != Hidden {
				t.Errorf("a link in noscript is %+v", s)
			}
			if p.Selector(l.Node) == "" || p.Line(l.Node) < 0 {
				t.Error("a link without a place")
			}
		}
		for _, b := range p.Blocks() {
			if b.Text == "" || b.NodeAt(0) == nil || b.NodeAt(len(b.Text)-1) == nil {
				t.Errorf("block %+v", b)
			}
			if s := p.Shown(b); len(s.Text) > len(b.Text) {
				t.Errorf("%q shows more: %q", b.Text, s.Text)
			}
		}
		p.Forms()
		p.Images()
		p.Scripts()
		p.Alternates()
		p.MetaRefresh()
		p.CanonicalURL()
		p.Shell()
	})
}
