package page

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// byID finds the element with an id.
func byID(t testing.TB, p *Page, id string) *html.Node {
	t.Helper()
	for n := p.root; n != nil; n = next(n, nil) {
		if n.Type == html.ElementNode && attr(n, "id") == id {
			return n
		}
	}
	t.Fatalf("no element %q", id)
	return nil
}

func TestSight(t *testing.T) {
	const link = `<a id=x href=/odr>ODR</a>`
	for _, c := range []struct {
		name, body string
		state      State
		why, note  string // parts
	}{
		{"plain", `<footer>` + link, Visible, "", ""},
		{"inline", `<div id=d style="display: NONE">` + link, Hidden, `style="display:none" on div#d`, ""},
		{"sheet", `<style>.f{display:none}</style><div class=f>` + link, Hidden, ".f {display:none} in <style>", ""},
		{"hidden", `<div hidden>` + link, Hidden, "hidden on div", ""},
		{"hidden but shown", `<style>.f{display:flex}</style><div hidden class=f>` + link, Visible, "", ""},
		{"until found", `<div hidden=until-found>` + link, Visible, "", "found"},
		{"noscript", `<noscript>` + link + `</noscript>`, Hidden, "inside <noscript>", ""},
		{"template", `<template>` + link + `</template>`, Hidden, "inside <template>", ""},
		{"dialog", `<dialog>` + link + `</dialog>`, Hidden, "closed <dialog>", ""},
		{"open dialog", `<dialog open>` + link + `</dialog>`, Visible, "", ""},
		{"details", `<details><summary>More</summary><p>` + link + `</details>`, Visible, "", "opened by a click"},
		{"summary", `<details><summary>` + link + `</summary><p>x</details>`, Visible, "", ""},
		{"aria-hidden", `<div aria-hidden=true>` + link, Visible, "", "aria-hidden"},
		{"inert", `<div inert>` + link, Visible, "", ""},
		{"accordion", `<button aria-expanded=false aria-controls="q p">+</button><div id=p style="display:none">` + link, Visible, "", "opened by a click"},
		{"open accordion says nothing", `<button aria-expanded=true aria-controls=p>+</button><div id=p style="display:none">` + link, Hidden, "display:none", ""},
		{"visibility", `<div style="visibility:hidden">` + link, Hidden, "visibility:hidden", ""},
		{"visibility undone", `<div style="visibility:hidden"><p style="visibility:visible">` + link, Visible, "", ""},
		{"visibility undone inside", `<a id=x style="visibility:hidden" href=/><b style="visibility:visible">ODR</b></a>`, Visible, "", ""},
		{"opacity", `<div style="opacity:.0">` + link, Hidden, "opacity", ""},
		{"faint", `<div style="opacity:.3">` + link, Visible, "", ""},
		{"indent", `<div style="text-indent:-9999px">` + link, Hidden, "text-indent", ""},
		{"away", `<div style="position:absolute;left:-9999px">` + link, Hidden, "left:-9999px", ""},
		{"font zero", `<div style="font-size:0">` + link, Hidden, "font-size:0", ""},
		{"font zero undone", `<div style="font-size:0"><p style="font-size:14px">` + link, Visible, "", ""},
		{"font absolute", `<div style="font-size:.4px">` + link, Hidden, "font-size", ""},
		{"font relative", `<div style="font-size:0.05em">` + link, Visible, "", ""},
		{"white on white", `<p style="background:#fff">` + strings.Replace(link, "href", `style="color:white" href`, 1), Hidden, "color:white", ""},
		{"white on page", strings.Replace(link, "href", `style="color:#fff" href`, 1), Hidden, "color:#fff", ""},
		{"white on page with a linked sheet", `<link rel=stylesheet href=a.css>` + strings.Replace(link, "href", `style="color:#fff" href`, 1), Unknown, "not read", ""},
		{"a sheet of fonts", `<link rel=stylesheet href="https://fonts.googleapis.com/css2?family=x"><div class=f>` + link, Visible, "", ""},
		{"a sheet for print", `<link rel=stylesheet media=print href=a.css><div class=f>` + link, Visible, "", ""},
		{"a sheet turned on late", `<link rel=preload as=style onload="this.rel='stylesheet'" href=a.css><div class=f>` + link, Unknown, "not read", ""},
		{"another sheet to choose", `<link rel="alternate stylesheet" href=a.css><div class=f>` + link, Visible, "", ""},
		{"hard to read", `<p style="background:#fff">` + strings.Replace(link, "href", `style="color:#ccc" href`, 1), Visible, "", "hard to read"},
		{"escapes what clips", `<div style="height:0;overflow:hidden"><p style="position:absolute">` + link, Visible, "", ""},
		{"popover", `<div popover>` + link, Hidden, "popover", ""},
		{"white on black", `<div style="background-color:rgb(0,0,0)">` + strings.Replace(link, "href", `style="color:#fff" href`, 1), Visible, "", ""},
		{"white on a picture", `<div style="background:url(x.jpg) #fff">` + strings.Replace(link, "href", `style="color:#fff" href`, 1), Visible, "", ""},
		{"white on another picture", `<div style="background-color:#fff;background-image:url(x.jpg)">` + strings.Replace(link, "href", `style="color:#fff" href`, 1), Visible, "", ""},
		{"body colour", `<body style="color:#fff">` + link, Visible, "", ""},
		{"screen reader only", `<style>.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)}</style><p class=sr>` + link, Hidden, ".sr {clip", ""},
		{"no text", `<a id=x href=/odr> </a>`, Hidden, "without text", ""},
		{"label", `<a id=x href=/odr aria-label=ODR></a>`, Visible, "", ""},
		{"picture", `<a id=x href=/odr><img src=o.png></a>`, Visible, "", ""},
		{"icon", `<a id=x href=/odr><i class="fa fa-scale"></i></a>`, Visible, "", ""},
		{"hidden text", `<a id=x href=/odr><span style="display:none">ODR</span></a>`, Hidden, "display:none", ""},
		{"hidden text beside shown", `<a id=x href=/odr><span style="display:none">ODR</span> here</a>`, Visible, "", ""},
		{"not on phones", `<style>@media(max-width:600px){.d{display:none}}</style><p class=d>` + link, Visible, "", "not on phones"},
		{"only on phones", `<style>@media(min-width:600px){.d{display:none}}</style><p class=d>` + link, Visible, "", "only on phones"},
		{"neither", `<style>.d{display:none}@media print{.d{display:block}}</style><p class=d>` + link, Hidden, ".d {display:none}", ""},
		{"undecided", `<style>p:sparkling{display:none}</style><p class=d>` + link, Unknown, "p:sparkling", ""},
		{"undecided visibility", `<style>p:sparkling{visibility:hidden}</style><p class=d>` + link, Unknown, "p:sparkling", ""},
		{"undecided elsewhere", `<style>h2:sparkling{display:none}</style><p class=d>` + link, Visible, "", ""},
		{"hover menu", `<style>.m{display:none}.m:hover{display:block}</style><p class=m>` + link, Hidden, ".m {display:none}", ""},
		{"print sheet", `<style media=print>.d{display:none}</style><p class=d>` + link, Visible, "", ""},
		{"sheet in noscript", `<body><noscript><style>.d{display:none}</style></noscript><p class=d>` + link, Visible, "", ""},
		{"input", `<input id=x type=hidden value=a>`, Hidden, "type", ""},
	} {
		p := parse(t, "<!doctype html>"+c.body)
		s := p.Sight(byID(t, p, "x"))
		if s.State != c.state || !strings.Contains(s.Why, c.why) || !strings.Contains(s.Note, c.note) || c.note == "" && s.Note != "" {
			t.Errorf("%s: %+v, want state %d, why %q, note %q", c.name, s, c.state, c.why, c.note)
		}
		if (s.State == Hidden) != (!s.Desktop && !s.Phone) {
			t.Errorf("%s: views %v %v of state %d", c.name, s.Desktop, s.Phone, s.State)
		}
	}
}

func TestSightIsAskedOnly(t *testing.T) {
	p := parse(t, `<style>.a{display:none}</style>`+strings.Repeat(`<p class=a><a href=/x>x</a>`, 100))
	p.Links()
	p.Blocks()
	if p.sights.cascade != nil {
		t.Error("style sheets were read though nobody asked")
	}
}
