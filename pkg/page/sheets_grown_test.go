//go:build unix

package page

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// The parts grown pages are made of: more ways of laying out and of writing a
// sheet than the standard page has, each with the same class names.
var (
	grownBodies = []string{
		standard,
		`<header class=s>Top</header><footer class="w outer" id=w><div class="s two"><h4 class=i>Service</h4><ul class="i two"><li>First</li>` +
			`<li class=p id=p data-ask=text data-k=V>Words <a class="l link" id=x href="/odr" data-ask=link>Dispute platform</a></li></ul></div></footer>`,
		`<nav class="w outer" id=w><div class="s two"><a class="i one" href="/a" data-ask=first><span class=p>First</span></a>` +
			`<a class="l link" id=x href="/odr" data-ask=link><b class="i two">Dispute</b> <span class=p id=p>platform</span></a></div></nav><main class=s><p data-ask=text>Main</p></main>`,
		`<div class="w outer" id=w><details class="s two"><summary class=i>More</summary><div class=p id=p data-ask=text data-k=V>Words ` +
			`<a class="l link" id=x href="/odr" data-ask=link>Dispute platform</a></div></details></div>`,
		`<table class="w outer" id=w><tr class="s two"><td class=i>First</td><td class="i two"><p class=p id=p data-ask=text>Words ` +
			`<a class="l link" id=x href="/odr" data-ask=link>Dispute platform</a></p></td></tr></table>`,
		`<footer class="w outer" id=w style="display:flex;flex-wrap:wrap"><section class="i one" style="flex:1 0 200px">First</section>` +
			`<section class="s two" style="flex:1 0 200px"><p class=p id=p data-ask=text data-k=V>Words <a class="l link" id=x href="/odr" data-ask=link>Dispute platform</a></p></section></footer>`,
		`<div class="w outer" id=w><button class=i aria-expanded=false aria-controls=q>+</button><div class="s two" id=q><p class=p id=p data-ask=text data-k=V>Words ` +
			`<a class="l link" id=x href="/odr" data-ask=link>Dispute platform</a></p></div></div>`,
		`<div class="w outer" id=w><div class="s two"><img class=i alt="" width=40 height=40><label class="p two" id=p data-ask=text>Words ` +
			`<input type=checkbox checked> <a class="l link" id=x href="/odr" data-ask=link>Dispute platform</a></label></div></div>`,
		`<div class=s>Top</div>` + standard + `<div class="i two">End <a class=two href="/odr" data-ask=last>Platform</a></div>`,
	}
	grownSelectors = []string{
		".w", ".s", ".p", ".l", ".i", ".two", "#w", "#x", "#p", "a", "a.l.link", ".w .l", ".w > .s", ".s > *", ".w *", ".s .p", ".s.two > .p", ":is(a,p).l",
		":is(.w .p, .s .l)", ":where(#w) .s", ".w:is(div,footer) .l", ":not(.w) > .l", ".l:not(.zz .l)", ".p:not(:has(a))", ".w:has(details)", ".s:has(> .p)",
		".w:has(+ .two) .l", ":has(.l) > .p", "body:has(nav) .l", "a:nth-of-type(2)", "a:nth-last-of-type(1)", ".s > :last-child", ".s > :nth-child(2)",
		":nth-child(2 of .i)", ":nth-last-child(n+2)", ".i ~ .p", ".i + *", "[class~=two]", "[class*=out]", "[class$=link]", "[class^='w ']", "[id]", "a[href$=odr]",
		"[href='/odr' s]", "[DATA-K=V]", "a:any-link", ".l:focus-visible", ".w:hover .l", ".w:focus-within", ".l:active, .l:target", "::selection", ".l::marker",
		".l:visited", "details[open] .l", "details:not([open]) .l", "summary ~ *", "input:checked ~ a", "label:has(:checked) a", "td a", "html > body .l",
		".w\\.x, .l", "a\\.l", ".\\6c ink", "*|a", "body *:not(.w)", ".w .s .p .l", ":root:root .l", ".l.l.l", "a:is(.zz,#x)", "a:where(#x)", ".l:not(#zz)",
		"footer a", "nav a", "p a", "li a", "div > *", ".s:empty, .p:empty", ".p:first-child", ".p:only-child", "a:lang(en)", ":dir(rtl) a", ":dir(ltr) .l",
	}
	grownDeclarations = []string{
		"display:none", "display:none", "display:none", "display:block", "display:inline", "display:flex", "display:grid", "display:contents", "display:inline-block",
		"display:block flow", "display:inline flow-root", "display:flow-root", "display:table-cell", "display:list-item", "display:-webkit-box", "display:unset",
		"display:var(--d,none)", "--d:block", "--d:none", "--d:initial", "--d:", "--c:#fff", "--c:#000", "color:var(--c)", "color:var(--c,#fff)", "background:var(--c)",
		"background-color:var(--c,white)", "--x:-9999px", "--x:0", "position:absolute;left:var(--x,-9999px)", "--o:0", "--o:1", "opacity:var(--o)", "--n:var(--o)", "opacity:var(--n,0)",
		"opacity:calc(var(--o) * 1)", "opacity:calc(1 - 1)", "opacity:0%", "opacity:min(0,1)", "opacity:-1", "opacity:2", "opacity:clamp(0,0,1)", "opacity:.01",
		"visibility:hidden", "visibility:hidden", "visibility:visible", "visibility:collapse", "visibility:inherit", "visibility:initial", "visibility:revert",
		"color:color-mix(in srgb,white 100%,black)", "color:color-mix(in srgb,#fff,#fff)", "color:color-mix(in oklch,red,blue)", "color:light-dark(#fff,#000)",
		"color:light-dark(#000,#fff)", "color:rgb(from white r g b)", "color:oklch(100% 0 0)", "color:lab(100% 0 0)", "color:hwb(0 100% 0%)", "color:color(srgb 1 1 1)",
		"color:color(display-p3 1 1 1)", "color:rgb(255 255 255)", "color:rgb(100% 100% 100%)", "color:hsl(0deg 0% 100% / 1)", "color:#ffff", "color:#fff0", "color:canvas",
		"color:canvastext", "color:linktext", "color:currentColor", "color:WHITE", "color:rebeccapurple", "color:#fff;color:nonsense", "color:whitesmoke", "color:ivory",
		"background:#00e", "background:white", "background:#fff url(a.png) no-repeat", "background:linear-gradient(#fff,#fff)", "background:none", "background:inherit",
		"background:color-mix(in srgb,blue,blue)", "background:rgb(0 0 238)", "background:rgb(0 0 0 / .5)", "background:currentcolor", "background-image:none", "background:unset",
		"-webkit-text-fill-color:transparent", "-webkit-text-fill-color:initial", "-webkit-text-fill-color:currentcolor", "color:transparent", "color:rgb(0 0 0 / 2%)",
		"position:absolute;left:-9999px", "position:absolute;left:-999em", "position:absolute;top:-9999em", "position:absolute;inset-inline-start:-9999px", "position:absolute;inset:-9999px auto auto -9999px",
		"position:absolute;right:100%", "position:absolute;left:100%", "position:absolute;left:-100vw", "position:absolute;bottom:100%", "position:absolute;top:100%", "position:fixed;top:100vh",
		"position:fixed;left:-100%;width:100%", "position:fixed;right:-100%;width:100%;top:0", "position:fixed;inset:0 auto 0 0;width:300px;transform:translateX(-100%)",
		"position:fixed;inset:0 0 0 auto;width:300px;transform:translate(100%)", "position:fixed;top:0;left:0;width:80vw;max-width:320px;translate:-100% 0", "position:fixed;bottom:-100%;left:0",
		"position:fixed;left:0;top:0;width:min(90vw,320px);transform:translate3d(-100%,0,0)", "position:fixed;top:-100vh;height:100vh;left:0", "position:sticky;top:-50px", "position:relative;top:-9999px",
		"position:static", "position:static!important;transform:none!important", "position:relative", "position:absolute", "position:absolute;inset:0", "inset:auto", "left:0", "left:auto", "right:0",
		"transform:none", "transform:translateX(-100vw)", "transform:translateX(-200%)", "transform:translateY(-100%)", "transform:translate(-50%,-50%)", "transform:scaleX(0)", "transform:scale(.5)",
		"transform:scale(1,1)", "transform:rotateX(90deg)", "transform:rotateY(180deg)", "transform:skew(0)", "transform:scale3d(0,0,0)", "transform:perspective(1px) scale(0)",
		"transform:translate(0)", "scale:0 1", "scale:1 0", "scale:.04", "scale:none", "rotate:y 90deg", "translate:0 -9999px", "translate:none", "zoom:1", "transform-origin:0 0",
		"transform:translateX(calc(-100% - 10px))", "transform:translateX(-100%) translateX(100%)", "transform:translateX(var(--x,-100%))",
		"clip-path:inset(100%)", "clip-path:inset(0 100% 0 0)", "clip-path:inset(49%)", "clip-path:inset(50% 50%)", "clip-path:circle(0px at 50% 50%)", "clip-path:ellipse(0 50%)", "clip-path:path('M0 0')",
		"clip-path:polygon(0 0)", "clip-path:polygon(0 0,0 100%)", "clip-path:polygon(0 0,100% 0,100% 100%)", "clip-path:rect(0 0 0 0)", "clip-path:xywh(0 0 0 0)", "clip-path:none", "clip-path:unset",
		"clip:rect(0 0 0 0);position:absolute", "clip:rect(1px,1px,1px,1px)", "clip:auto", "clip:rect(0,0,0,0)",
		"position:absolute;width:1px;height:1px;padding:0;margin:-1px;overflow:hidden;clip:rect(0,0,0,0);white-space:nowrap;border-width:0",
		"position:absolute!important;width:1px!important;height:1px!important;overflow:hidden!important;clip:rect(0,0,0,0)!important;white-space:nowrap!important",
		"position:static;width:auto;height:auto;padding:0;margin:0;overflow:visible;clip:auto;white-space:normal", "clip-path:inset(50%);height:1px;overflow:hidden;position:absolute;white-space:nowrap;width:1px",
		"height:0;overflow:hidden", "height:0!important;overflow:hidden", "height:0;overflow:hidden;visibility:hidden", "max-height:0;overflow:hidden;transition:max-height .3s", "max-height:0;overflow-y:hidden",
		"max-height:0", "max-height:500px", "height:0px;overflow-y:auto", "height:1px;overflow:hidden", "height:0%;overflow:hidden", "height:0vh;overflow:hidden", "height:calc(0px);overflow:hidden",
		"block-size:0;overflow:hidden", "max-block-size:0;overflow:clip", "inline-size:0;overflow:hidden", "width:0;height:0;overflow:hidden", "width:0;overflow:hidden;white-space:nowrap", "max-width:0;overflow-x:hidden",
		"overflow:visible", "overflow:hidden auto", "overflow-y:scroll", "overflow:visible clip", "overflow-block:hidden", "overflow-inline:hidden", "min-height:0", "min-height:1em", "min-height:100%", "min-width:100px", "padding:10px", "padding:0", "padding-top:30px", "padding-block:20px",
		"display:grid;grid-template-rows:0fr;overflow:hidden", "display:grid;grid-template-rows:1fr", "border:10px solid red", "box-sizing:border-box", "line-height:0",
		"line-height:0;height:0;overflow:hidden", "font-size:0", "font-size:0px", "font-size:0em", "font-size:0rem", "font-size:0%", "font-size:.5px", "font-size:.1em", "font-size:max(0px,0px)", "font-size:clamp(0px,0px,0px)", "font-size:calc(0px + 0px)",
		"font-size:smaller", "font-size:0vw", "font-size:1vw", "font-size:16px", "font-size:medium", "font:0 a", "font:italic 0px/1 a", "font:inherit", "font:16px serif", "font:unset",
		"text-indent:-9999px", "text-indent:-9999em", "text-indent:0", "text-indent:unset", "text-indent:-9999px;overflow:hidden;display:block",
		"margin-left:-9999px", "margin:-9999px 0 0", "margin-top:-9999px", "margin-inline-start:-9999px", "margin-inline:-9999px 0", "margin:0", "margin:0 auto",
		"content-visibility:hidden", "content-visibility:auto", "content-visibility:visible", "float:right", "z-index:-10", "all:initial", "all:revert", "display:revert-layer", "opacity:revert-layer",
		"container-type:inline-size", "will-change:transform", "filter:blur(1px)", "pointer-events:none", "cursor:default", "transition:all .2s", "columns:2",
		"display:none;display:block", "DISPLAY:NONE", "display : none", "display:none\\9", "*display:none", "display:no\\6e e", "display:none!IMPORTANT", "display:none! important", "dis/**/play:none", "display:/**/none", "display:none;}", "display:'none'", "color:rgb(255,255,255", "opacity:0;opacity:var(--zz)",
	}
	grownWrappers = []string{
		"%s", "%s", "%s", "%s", "%s", "%s", "%s", "%s", "@media (max-width:767.98px){%s}", "@media (min-width:768px){%s}", "@media (hover:none){%s}", "@media (hover:hover){%s}",
		"@media (hover:hover) and (pointer:fine){%s}", "@media (pointer:coarse){%s}", "@media (any-hover:none){%s}", "@media not (min-width:600px){%s}", "@media (width<600px) or (width>2000px){%s}", "@media (400px<width<=1280px){%s}",
		"@media only screen and (max-width:40em){%s}", "@media screen and (max-width:40rem),print{%s}", "@media (max-height:820px){%s}", "@media (orientation:landscape){%s}", "@media (min-resolution:2dppx){%s}", "@media (-webkit-min-device-pixel-ratio:2){%s}",
		"@media (prefers-reduced-motion:no-preference){%s}", "@media (prefers-contrast:more){%s}", "@media (scripting:none){%s}", "@media (forced-colors:active){%s}", "@media (max-width:calc(40em + 10px)){%s}", "@media{%s}", "@media all and (min-width:0){%s}",
		"@media (min-width:100px) and (max-width:500px){%s}", "@media nonsense{%s}", "@media (display-mode:standalone){%s}",
		"@supports (display:grid) and (color:color-mix(in srgb,red,blue)){%s}", "@supports (not (display:grid)) or (position:sticky){%s}", "@supports (--a:b){%s}", "@supports (content-visibility:auto){%s}", "@supports selector(a:has(b)){%s}",
		"@supports (-webkit-touch-callout:none){%s}", "@supports (-webkit-appearance:none){%s}", "@supports (display:subgrid){%s}", "@supports (grid-template-rows:subgrid){%s}", "@supports (color:lab(0 0 0)){%s}", "@supports (width:100dvh){%s}", "@supports font-format(woff2){%s}", "@supports (width:nonsense){%s}", "@supports selector(:focus-visible){%s}",
		"@layer one{%s}", "@layer two{%s}", "@layer one.deep{%s}", "@layer{%s}", "@layer base{@media (max-width:600px){%s}}", "@media (min-width:600px){@layer two{%s}}", "@page{%s}", "@font-face{font-family:q;src:url(q)}%s", "@keyframes kk{from{display:none}}%s", "@counter-style cc{system:cyclic;symbols:x}%s",
		".w{%s}", ".w{& %s}", ".s{> %s}", ".w{.s &,%s}", "html{& %s}", ".w{@media (max-width:600px){%s}}", ".w{@layer one{%s}}", ":is(.w,#zz){%s}", ".zz,.w{& %s}", "/* x */%s/* y */", "<!--%s-->", ";%s", "@media screen{%s", "{}%s", "@charset 'utf-8';%s", "@namespace svg url(http://www.w3.org/2000/svg);%s",
	}
)

// grownCases makes pages from a seed.
func grownCases(seed uint64, count int) []oracleCase {
	r := rand.New(rand.NewPCG(seed, 2))
	one := func(list []string) string { return list[r.IntN(len(list))] }
	out := make([]oracleCase, 0, count)
	for range count {
		var css strings.Builder
		if r.IntN(4) == 0 {
			css.WriteString("@layer two,one;")
		}
		for range 1 + r.IntN(5) {
			decl := one(grownDeclarations)
			if r.IntN(8) == 0 && !strings.ContainsAny(decl, ";!}") {
				decl += "!important"
			}
			if r.IntN(3) == 0 {
				decl += ";" + one(grownDeclarations)
			}
			fmt.Fprintf(&css, one(grownWrappers)+"\n", one(grownSelectors)+"{"+decl+"}")
		}
		body := one(grownBodies)
		for _, place := range []string{`class="w outer"`, `class="s two"`, `class=p`, `class="l link"`} {
			if d := one(grownDeclarations); r.IntN(8) == 0 && !strings.ContainsAny(d, `"}`) {
				body = strings.Replace(body, place, place+` style="`+d+`"`, 1)
			}
		}
		out = append(out, oracleCase{name: "generated", html: oraclePage(css.String(), body)})
	}
	return out
}
