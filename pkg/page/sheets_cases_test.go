//go:build unix

package page

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// standard is the page the written sheets are about.
const standard = `<div class="w outer" id=w><section class="s two"><ul><li class="i one">First</li><li class="i two">` +
	`<p class="p" id=p data-ask=text data-k=V lang=nl>Words of a shop <a class="l link" id=x href="/odr" data-ask=link>Dispute platform</a></p></li></ul></section></div>`

// writtenCases are one page for each technique.
func writtenCases() []oracleCase {
	var out []oracleCase
	for _, css := range strings.Split(strings.TrimSpace(writtenSheets), "\n") {
		css = strings.TrimSpace(css)
		rest, open := strings.CutPrefix(css, "? ")
		out = append(out, oracleCase{name: "written", html: oraclePage(rest, standard), open: open})
	}
	const link = `<a href="/odr" data-ask=link>Dispute platform</a>`
	for _, body := range []string{
		`<div hidden>` + link + `</div>`, `<div hidden=until-found>` + link + `</div>`, `<div inert>` + link + `</div>`,
		`<details><summary>More</summary><p>` + link + `</p></details>`, `<details open><summary>` + link + `</summary>x</details>`,
		`<dialog>` + link + `</dialog>`, `<dialog open>` + link + `</dialog>`, `<div popover>` + link + `</div>`,
		`<button aria-expanded=false aria-controls=q>+</button><div id=q style="display:none">` + link + `</div>`,
		`<button aria-expanded=false aria-controls=q>+</button><div id=q style="max-height:0;overflow:hidden">` + link + `</div>`,
		`<div hidden style="display:block">` + link + `</div>`, `<div style="font-size:0">` + link + `</div>`,
		`<div style="font-size:0"><button>` + `<span data-ask=s>Words</span>` + `</button></div>`,
		`<table bgcolor="#ffffff"><tr><td><font color="#ffffff" data-ask=f>Words</font></td></tr></table>`,
		`<table style="height:0;overflow:hidden"><tr><td>` + link + `</td></tr></table>`,
		`<div style="height:0;overflow:hidden"><div style="position:absolute">` + link + `</div></div>`,
		`<div style="height:0;overflow:hidden;position:relative"><div style="position:absolute">` + link + `</div></div>`,
		`<div style="height:0;overflow:hidden;position:relative"><div style="position:fixed;top:0">` + link + `</div></div>`,
		`<div style="display:flex"><span style="width:0;overflow:hidden">` + link + `</span></div>`,
		`<span style="width:0;overflow:hidden">` + link + `</span>`, `<span style="display:inline-block;width:0;overflow:hidden;white-space:nowrap">` + link + `</span>`,
		`<a href="/odr" data-ask=link style="text-indent:-9999px">In a line</a>`,
		`<a href="/odr" data-ask=link style="text-indent:-9999px;display:block">As a block</a>`,
		`<a href="/odr" data-ask=link style="display:block;width:20px;overflow:hidden;white-space:nowrap;text-indent:100%">As a block</a>`,
		`<a href="/odr" data-ask=link style="transform:scale(0)">In a line</a>`, `<a href="/odr" data-ask=link style="transform:scale(0);display:inline-block">As a block</a>`,
		`<div style="visibility:hidden"><a href="/odr" data-ask=link><b style="visibility:visible">Seen</b></a></div>`,
		`<div style="background:#fff"><a href="/odr" data-ask=link style="color:#fefefe">White</a></div>`,
		`<div style="background:#00e"><a href="/odr" data-ask=link>Blue on blue</a></div>`,
		`<div style="color:#fff"><a href="/odr" data-ask=link style="color:inherit">White</a></div>`,
		`<div style="background:rgba(0,0,0,.9);color:#fff"><a href="/odr" data-ask=link style="color:inherit">White</a></div>`,
		`<div style="color:hsl(0 0% 100%)" data-ask=t>White</div>`, `<div style="color:oklch(1 0 0)" data-ask=t>White</div>`,
		`<div style="color:rgb(255 255 255 / 50%)" data-ask=t>White</div>`, `<div style="-webkit-text-fill-color:#fff" data-ask=t>White</div>`,
		`<div style="background:linear-gradient(red,blue);-webkit-background-clip:text;color:transparent" data-ask=t>Colours</div>`,
		`<div style="position:absolute;left:-9999px"><div style="position:fixed;left:0;top:0">` + link + `</div></div>`,
	} {
		out = append(out, oracleCase{name: "written", html: oraclePage("", body)})
	}
	return out
}

// writtenSheets are sheets for the standard page, one a line; those behind a
// question mark may stay unknown.
const writtenSheets = `
.l{display:none}
.w{display:none} .l{display:block}
.l{display:none} .l{display:inline}
.l{display:inline} a{display:none}
.l{display:none!important} #x{display:block}
.i.two{display:none} #p{display:block}
li:nth-child(2){display:none}
li:nth-child(odd){display:none}
li:nth-last-child(1){visibility:hidden}
li:nth-child(1 of .two){display:none}
li:nth-child(1 of .i){display:none}
li:nth-of-type(2) a{display:none}
li:not(.one){display:none}
li:not(.two){display:none}
li:is(.two,.three) .l{display:none}
:where(#x){display:none} a{display:inline}
:is(#zzz,a){display:none} .l.link{display:inline}
ul:has(> .two) .l{display:none}
p:has(b){display:none}
p:has(+ p){display:none}
li:has(+ .two){display:none}
.one + .two{display:none}
.one ~ li{opacity:0}
.w > .l{display:none}
.w .l{display:none}
[data-k=v] a{display:none}
[data-k=v i] a{display:none}
[data-k^=V] a{display:none}
p[lang|=nl]{display:none}
:lang(nl) a{display:none}
a:hover{display:none}
a:not(:hover){display:none}
a:link{display:none}
a:visited{display:none}
a:focus-visible,.l{display:none}
a::before{display:none}
.l::-moz-focus-inner,.l{display:none}
.l:-ms-input-placeholder{display:none}
.l:empty{display:none}
p:first-child{display:none}
p:only-child{display:none}
a:last-child{display:none}
:root .l{display:none}
html:not([dir=rtl]) .l{opacity:0}
.l:enabled{display:none}
.l:read-only{display:none}
.l:target{display:none}
@media print{.l{display:none}}
@media screen{.l{display:none}}
@media (max-width:600px){.l{display:none}}
@media (min-width:601px){.l{display:none}}
@media (width>=48rem){.l{display:none}}
@media (20em<=width<40em){.l{display:none}}
@media not screen and (max-width:600px){.l{display:none}}
@media not all{.l{display:none}}
@media only screen and (min-width:62em){.w{display:none}}
@media (orientation:portrait){.l{display:none}}
@media (prefers-color-scheme:dark){.l{display:none}}
@media (prefers-reduced-motion:reduce){.l{display:none}}
@media (min-aspect-ratio:1/1){.l{display:none}}
@media screen,print{.l{display:none}}
@media (max-width:600px),(min-width:1000px){.l{display:none}}
@supports (display:grid){.l{display:none}}
@supports not (display:grid){.l{display:none}}
@supports (-ms-ime-align:auto){.l{display:none}}
@supports selector(:has(a)){.l{display:none}}
@supports (display:grid) and (not (display:inline-grid)){.l{display:none}}
@layer a,b;@layer b{.l{display:inline}}@layer a{#x{display:none}}
@layer a{#x{display:none}} .l{display:inline}
@layer a{#x{display:none!important}} #x{display:inline!important}
@layer a{.l{display:none} @layer b{#x{display:inline}}}
@layer a.b,a.c;@layer a{@layer c{.l{display:none}}}@layer a{@layer b{.l{display:inline}}}
@layer{.l{display:none}}@layer{.l{display:inline}}
.w{.l{display:none}}
.w{& .l{display:none}}
.w{color:red;.l{display:inline}} .l{display:none}
.l{&.link{display:none}}
.l{.w &{display:none}}
.l{@media (max-width:600px){display:none}}
.l{@supports (display:grid){& {opacity:0}}}
.w,.zzz{> section .l{display:none}}
:root{--d:none}.l{display:var(--d)}
.w{--d:none}.l{display:var(--d)}
.w{--d:none}p{--d:inline}.l{display:var(--d)}
.l{display:var(--none,none)}
.l{display:inline;display:var(--nothing)}
.l{--a:var(--b);--b:var(--a);opacity:var(--a,0)}
.l{--a:var(--b,none);display:var(--a)}
@property --p{syntax:"*";inherits:false;initial-value:none}.w{--p:inline}.l{display:var(--p)}
.w{visibility:hidden}
.w{visibility:hidden}.l{visibility:visible}
.w{visibility:hidden}.l{visibility:inherit}
.w{visibility:hidden}.l{visibility:initial}
.w{visibility:hidden}.l{visibility:unset}
.w{visibility:collapse}
.l{display:none}#x{display:revert}
.l{display:none}#x{display:initial}
.l{display:none}#x{display:unset}
.l{display:none}#x{all:unset}
@layer a{.l{display:none}}@layer b{.l{display:revert-layer}}
.w{opacity:0}
.w{opacity:0%}
.w{opacity:.01}
.w{opacity:calc(1 - 1)}
.w{opacity:0;opacity:none}
.l{opacity:0;opacity:inherit}
.w{content-visibility:hidden}
.l{content-visibility:hidden}
.w{content-visibility:auto}
.w{position:absolute;left:-9999px}
.w{left:-9999px}
.w{position:relative;left:-9999px}
.w{position:absolute;right:-9999px}
.w{position:absolute;top:-9999px}
.w{position:absolute;bottom:-9999px}
.w{position:fixed;left:-300px;width:300px;top:0}
.w{position:fixed;left:-100px;width:300px;top:0}
.w{position:fixed;right:-300px;width:300px;top:0}
.w{position:fixed;left:100%;width:300px;top:0}
.w{position:fixed;left:0;top:0;transform:translateX(-100%)}
.w{position:fixed;left:0;top:0;width:280px;transform:translate3d(-280px,0,0)}
.w{position:fixed;left:0;top:0;translate:-100%}
.w{position:fixed;top:0;left:0;right:0;transform:translateY(-100%)}
.w{position:fixed;bottom:0;left:0;right:0;transform:translateY(100%)}
.w{position:fixed;inset:0;transform:translateX(100%)}
.w{position:fixed;inset:0 0 0 -100vw;width:100vw}
.w{position:absolute;left:calc(-100vw - 20px);width:50vw}
.w{transform:scale(0)}
.w{transform:scaleY(0)}
.w{transform:scale(1,0)}
.w{scale:0}
.w{transform:matrix(0,0,0,0,0,0)}
.w{transform:rotateY(90deg)}
.w{transform:translateX(-9999px)}
.l{transform:translateX(-9999px)}
.w{margin-left:-9999px}
.w{margin:0 0 0 -9999px}
.w{text-indent:-9999px}
.w{text-indent:-9999px}p{text-indent:0}
.w{clip:rect(0,0,0,0)}
.w{position:absolute;clip:rect(0,0,0,0)}
.w{position:absolute;clip:rect(1px,1px,1px,1px)}
.w{position:absolute;clip:rect(auto,auto,auto,auto)}
.w{clip-path:inset(50%)}
.w{clip-path:inset(100%)}
.w{clip-path:inset(0 0 100% 0)}
.w{clip-path:inset(0 50% 0 50%)}
.w{clip-path:inset(2px)}
.w{clip-path:circle(0)}
.w{clip-path:circle(50%)}
.w{clip-path:polygon(0 0,0 0,0 0)}
.w{clip-path:polygon(0 0,100% 0,100% 100%,0 100%)}
.w{width:1px;height:1px;overflow:hidden;position:absolute;white-space:nowrap}
.w{height:0}
.w{height:0;overflow:hidden}
.w{max-height:0;overflow:hidden}
.w{height:0;overflow:clip}
.w{height:0;overflow:auto}
.w{height:0;overflow-x:hidden}
.w{height:0;overflow-x:clip}
.w{height:0;overflow:hidden;min-height:400px}
.w{height:0;overflow:hidden;height:auto}
.w{width:0;overflow:hidden}
.w{max-width:0;overflow:hidden}
.w{height:0;overflow:hidden;padding-bottom:90px}
.w{display:grid;height:0;overflow:hidden}
.w{display:table;height:0;overflow:hidden}
.w{display:inline;height:0;overflow:hidden}
.w{font-size:0}
.w{font-size:0}.l{font-size:12px}
.w{font-size:0}.l{font-size:1rem}
.w{font-size:0}.l{font-size:2em}
.w{font-size:.4px}
.w{font:0/0 a}
*{font-size:.5em}
.p{display:block;white-space:nowrap;text-indent:100%;overflow:hidden}
.w{font:12px/1 serif}
.l{color:transparent}
.l{color:#fff}
.l{color:white;background:#fff}
.l{color:white;background:#000}
.w{background:#000}
.w{background:#00e}
.w{background:url(x.png) #00e}
.l{color:#fdfdfd}
.l{color:#ccc}
body{background:#123456}.l{color:#123456}
body{background:#123456}.l{color:#123456;background:white}
body{background:#123456}.w{background:transparent}.l{color:rgb(18,52,86)}
body{background:#123456}.w{background-color:initial}.l{color:hsl(210,65%,20%)}
.w{z-index:-1;position:relative}
.w{position:absolute;z-index:-999}
body{overflow-x:hidden}.w{position:absolute;left:2000px}
.w{position:absolute;left:2000px}
.w{position:absolute;left:-9999px}@media (min-width:800px){.w{position:static}}
.l{display:none}@media (min-width:800px){.l{display:inline}}
.l{display:hidden}
.l{display:none;display:foo}
.l{display:none;;color:red}
.l{display:none !ie}
}} .l{display:none}
.l{color:;display:none}
@unknown{.l{display:none}} p{color:red}
@media (max-width:){.l{display:none}}
<!-- .l{display:none} -->
/* .l{display:none} */
.l{display:none;/* } */}
.l{background:url(a;b}c);display:none}
.l{content:"}";display:none}
@charset "utf-8";.l{display:none}
@font-face{font-family:x;src:url(x)} .l{display:none}
@keyframes k{from{display:none}to{opacity:0}}
.\6c{display:none}
.w .\6c ink{display:none}
;.l{display:none}
@media screen{;.l{display:none}}
.p{color:rgb(255,255,255} .l{display:none}
.l{display:no\6e e}
.l{display:none\9!important}
.l{width:nonsense;display:none}
.l{color:#fff;color:nonsense}
[href='/odr' s]{display:none}
@media nonsense{.l{display:none}}
@media not nonsense{.l{display:none}}
@media (hover:none){.l{display:none}}
@media (hover:hover) and (pointer:fine){.l{display:none}}
@media (min-resolution:2dppx){.l{display:none}}
@supports (-webkit-touch-callout:none){.l{display:none}}
@supports (width:nonsense){.l{display:none}}
@supports ((-webkit-hyphens:none) and (not (margin-trim:inline))) or (-moz-orient:inline){.l{display:none}}
@supports font-format(woff2){.l{display:none}}
.l{color:color-mix(in srgb,#fff,#fff)}
.l{color:color-mix(in oklab,white 50%,transparent)}
.l{color:light-dark(#fff,#000)}
.l{color:lab(100% 0 0)}
.l{color:rgb(from white r g b / .9)}
.l{color:canvas}
.p{background:currentcolor}
:root{--c:oklch(21% .034 264.665)}.l{color:var(--c);background-color:var(--c)}
.l{-webkit-text-fill-color:initial;color:#fff}
.s{display:grid;grid-template-rows:0fr}.s>*{overflow:hidden}
.s{display:grid;grid-template-rows:1fr}.s>*{overflow:hidden}
.w{position:fixed;inset:0 auto 0 0;width:min(90vw,320px);translate:calc(-100% - 10px)}
.w{position:fixed;inset:0 auto 0 0;width:300px;transform:translateX(calc(-100% - 10px)) translateX(0)}
.w{position:fixed;inset:0 auto 0 0;width:300px;visibility:hidden;transform:translateX(-100%)}@media (min-width:992px){.w{position:static;visibility:visible!important;transform:none}}
.l{position:absolute;width:1px;height:1px;padding:0;margin:-1px;overflow:hidden;clip:rect(0,0,0,0);white-space:nowrap}@media (min-width:48rem){.l{position:static;width:auto;height:auto;margin:0;overflow:visible;clip:auto}}
.s:not(.show){display:none}@media (min-width:768px){.s{display:block!important}}
.w{display:inline-block;rotate:y 90deg}
.w{scale:.04}
.w{overflow-block:hidden;block-size:0}
@layer a{.l{display:none!important}}.l{display:revert-layer!important}
.l{display:revert-layer!important;display:none}
? @container (min-width:1px){.p{visibility:hidden}}
? .w{opacity:0;animation:k 1s forwards}@keyframes k{to{opacity:1}}
? .w{position:fixed;left:-300px;top:0}
? @container (min-width:1px){.l{display:none}}
? @scope (.w){.l{display:none}}
? .l:sparkling{display:none}
`

// The parts generated pages are made of.
var (
	pickSelectors = []string{
		".w", ".s", ".p", ".l", "#w", "#x", "#p", "a", "p", "ul", "li", "section", ".w .l", ".w > .s", ".s > ul > li", "li + li", "li ~ li",
		".one ~ .two a", "li:nth-child(2)", "li:first-child", "li:last-child", "li:nth-child(2n+1)", ":is(.w,.zz) .p", ":where(.w) #x",
		".l:not(.zz)", ".l:not(.link)", "p:has(a)", "p:has(> b)", "a[href]", "a[href^='/odr']", "[data-k=V]", "a:hover", "a:link", "*",
		"body", ".p *", ".outer.w", "div.outer", "section.two", "li.two", ".two", ".i", ".link.l", "a.l.link", "ul a", "body > div", "html .l",
		"li:nth-last-child(1) a", "li:only-child", ".l:focus", ".l::after", "li:nth-child(1 of .two)", ".w:has(.l) .p",
	}
	pickDeclarations = []string{
		"display:none", "display:none", "display:block", "display:inline", "display:inline-block", "display:flex", "display:contents",
		"display:initial", "display:inherit", "display:revert", "display:var(--d)", "display:var(--e,block)", "--d:none", "--d:block", "--e:none",
		"visibility:hidden", "visibility:visible", "visibility:inherit", "visibility:var(--v,hidden)", "--v:visible", "opacity:0", "opacity:1",
		"opacity:.5", "opacity:var(--o,0)", "--o:1", "position:absolute;left:-9999px", "position:absolute;top:-9999px", "position:static",
		"position:relative", "left:-9999px", "left:auto", "position:fixed;left:-300px;width:300px;top:0", "position:fixed;left:0;top:0;transform:translateX(-100%)",
		"transform:scale(0)", "transform:none", "transform:translateX(5px)", "clip-path:inset(50%)", "clip-path:none", "position:absolute;clip:rect(0,0,0,0)",
		"height:0;overflow:hidden", "max-height:0;overflow:hidden", "overflow:visible", "height:auto", "max-height:none", "width:1px;height:1px;overflow:hidden",
		"font-size:0", "font-size:14px", "font-size:1rem", "font-size:1.2em", "text-indent:-9999px", "text-indent:0", "color:#fff", "color:#000", "color:red",
		"color:inherit", "background:#fff", "background:#000", "background:none", "background-color:transparent", "color:transparent",
		"padding:0 0 60px", "min-height:300px", "translate:-100vw", "scale:0", "scale:1", "inset:0 auto auto -100%;position:fixed;width:50%",
		"position:fixed;bottom:0;transform:translateY(100%)", "position:absolute;right:0", "position:sticky;top:0", "right:-9999px", "width:0", "width:auto",
		"color:rgb(0 0 0 / 0)", "color:rgba(255,255,255,.5)", "background:rgba(0,0,0,.95)", "color:hsl(0 0% 100%)", "-webkit-text-fill-color:#fff",
		"display:table", "display:inline-flex", "clip-path:circle(0)", "clip-path:inset(0 0 0 100%)",
		"overflow:clip", "overflow:auto", "overflow-x:hidden", "max-width:0;overflow:hidden", "font:0/0 serif", "font-size:inherit", "font-size:0.5em",
		"transform:matrix(1,0,0,1,-5000,0)", "margin:0 0 0 -9999px", "left:-50px", "top:calc(-100vh - 400px);position:absolute", "visibility:collapse",
		"content-visibility:hidden", "content-visibility:visible", "display:none;display:bad", "opacity:unset", "visibility:unset", "all:unset",
		"overflow:hidden", "margin-left:10px", "float:left", "padding:5px", "z-index:-1", "display:grid", "color:currentcolor",
	}
	pickWrappers = []string{
		"%s", "%s", "%s", "%s", "%s", "%s", "@media screen{%s}", "@media print{%s}", "@media (max-width:767px){%s}", "@media (min-width:768px){%s}",
		"@media (width<50em){%s}", "@supports (display:grid){%s}", "@supports not (display:grid){%s}", "@layer one{%s}", "@layer two{%s}", "@layer one.deep{%s}",
		"@media (prefers-color-scheme:dark){%s}", "@media not print{%s}", ".w{%s}", ".s{& %s}", "html{%s}", "@layer{%s}",
	}
)

// generatedCases makes pages from a seed.
func generatedCases(seed uint64, count int) []oracleCase {
	r := rand.New(rand.NewPCG(seed, 1))
	one := func(list []string) string { return list[r.IntN(len(list))] }
	out := make([]oracleCase, 0, count)
	for range count {
		var css strings.Builder
		if r.IntN(3) == 0 {
			css.WriteString("@layer two,one;")
		}
		for range 1 + r.IntN(5) {
			decl := one(pickDeclarations)
			if r.IntN(8) == 0 && !strings.Contains(decl, ";") {
				decl += "!important"
			}
			fmt.Fprintf(&css, one(pickWrappers)+"\n", one(pickSelectors)+"{"+decl+"}")
		}
		body := standard
		for _, place := range []string{`class="w outer"`, `class="s two"`, `class="p"`, `class="l link"`} {
			if r.IntN(8) == 0 {
				body = strings.Replace(body, place, place+` style="`+one(pickDeclarations)+`"`, 1)
			}
		}
		out = append(out, oracleCase{name: "generated", html: oraclePage(css.String(), body)})
	}
	return out
}
