//go:build unix

package page

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// The parts hostile pages are made of: what turns a layout round, so that what
// seems to be out of view is in it. Unknown is a fair answer to these; hidden,
// where a browser shows it, is not.
var (
	hostileBodies = append([]string{
		`<div dir=rtl>` + standard + `</div>`,
		`<div class="w outer" id=w dir=auto><section class="s two" dir=rtl><p class="p i" id=p data-ask=text data-k=V dir=ltr>Words <a class="l link" id=x href="/odr" data-ask=link>Dispute platform</a></p></section></div>`,
		`<div class="w outer" id=w><ul class="s two"><li class="i one">A first entry of some length<li class="p two" id=p data-ask=text data-k=V>Words that go on for a while, so that on a phone they take ` +
			`more than one line: <a class="l link" id=x href="/odr" data-ask=link>Online dispute resolution platform of the Commission</a></ul></div><p class=two>End`,
		`<nav class="w outer" id=w><div class="s two"><div class=i><div class=p id=p><div class="i two"><a class="l link" id=x href="/odr" data-ask=link>Dispute platform</a></div></div></div></div></nav>`,
		`<div class="w outer" id=w><bdo dir=rtl class="s two"><a class="l link" id=x href="/odr" data-ask=link><span class="p i" id=p>Dispute</span></a></bdo></div>`,
	}, grownBodies...)

	hostileDeclarations = []string{
		"writing-mode:vertical-rl", "writing-mode:vertical-lr", "writing-mode:sideways-lr", "writing-mode:horizontal-tb", "direction:rtl", "direction:rtl", "direction:ltr",
		"all:inherit", "all:unset", "all:initial", "display:inherit", "position:inherit", "left:inherit", "transform:inherit", "overflow:inherit", "margin:inherit", "inset:inherit",
		"height:inherit", "opacity:inherit", "width:inherit", "translate:inherit", "clip-path:inherit", "text-indent:inherit",
		"transform:rotate(90deg)", "transform:rotate(180deg)", "transform:rotate(-90deg) translateX(-100%)", "rotate:90deg", "rotate:180deg", "transform:scaleX(-1)", "scale:-1 1", "scale:1 -1",
		"transform:scale(-1)", "transform:scale(3)", "transform:skewX(45deg)", "transform:matrix(-1,0,0,1,0,0)", "transform:rotateY(180deg)", "transform:rotate(.5turn) translateX(-9999px)",
		"transform:translateX(9999px)", "transform:translateX(200%)", "transform:translateX(100vw)", "transform:translateY(200%)", "translate:9999px", "translate:100vw 0", "translate:0 9999px",
		"margin-left:-50%", "margin-left:-100%", "margin-left:-200%", "margin-left:100%", "margin-top:-100%", "margin-top:100%", "margin-left:9999px", "margin-left:-400px", "margin:-50px", "margin-right:-9999px",
		"margin-inline:-100% 100%", "margin-block:-100% 0", "margin-left:-100vw", "margin-right:-100%", "margin-left:50px", "margin-top:-300px",
		"text-indent:-100%", "text-indent:100%", "text-indent:-9999px", "text-indent:-9999px;text-align:right", "text-align:right", "text-align:end", "text-align:center", "text-indent:9999px", "text-indent:-50em",
		"text-indent:-9999px;direction:rtl", "text-indent:-9999px;white-space:nowrap;overflow:hidden;display:block", "text-indent:-9999px each-line", "text-indent:-9999px hanging",
		"display:-webkit-box;-webkit-line-clamp:1;-webkit-box-orient:vertical;overflow:hidden", "-webkit-line-clamp:0", "line-clamp:1", "line-height:0", "line-height:0;overflow:hidden", "line-height:5px",
		"display:flex;flex-direction:row-reverse", "display:flex;flex-direction:column", "display:inline-flex", "display:flex;justify-content:flex-end", "display:grid;grid-template-columns:0 1fr", "display:flex;gap:500px",
		"flex-basis:0", "flex-basis:0;overflow:hidden", "flex:0 0 0", "flex:0 0 0;overflow:hidden", "flex:1 1 0;overflow:hidden", "flex:0 1 100%", "flex:none", "width:0;min-width:100%;overflow:hidden", "width:0;flex-grow:1;overflow:hidden",
		"width:0;min-width:fit-content;overflow:hidden", "height:0;min-height:fit-content;overflow:hidden", "height:0;min-height:min-content;overflow:hidden", "max-height:0;min-height:40px;overflow:hidden", "width:0;padding-left:200px;overflow:hidden",
		"height:0;padding-top:100px;overflow:hidden", "height:0;border:30px solid red;overflow:hidden", "height:0;overflow:hidden;aspect-ratio:1", "height:0;overflow-clip-margin:50px;overflow:clip", "width:1px;height:1px;overflow:visible",
		"height:0;overflow:hidden;position:relative", "height:0;overflow:hidden;contain:paint", "height:0;overflow:hidden;transform:scale(1)", "max-width:0", "width:0", "height:0", "width:1px;white-space:nowrap", "white-space:nowrap",
		"position:absolute", "position:absolute;left:0;top:0", "position:absolute;left:100%", "position:absolute;right:0;left:auto", "position:absolute;inset:0", "position:absolute;right:-200px", "position:absolute;top:-50px", "position:absolute;bottom:0;left:0",
		"position:absolute;left:50%;transform:translateX(-50%)", "position:absolute;right:100%;top:0", "position:absolute;bottom:100%", "position:absolute;left:-300px;width:300px", "position:absolute;left:-9999px", "position:absolute;top:-9999px", "position:absolute;right:-9999px",
		"position:fixed", "position:fixed;top:0;left:0", "position:fixed;inset:0", "position:fixed;right:0;bottom:0", "position:fixed;left:-100%", "position:fixed;left:-300px;width:300px", "position:fixed;top:-100px", "position:fixed;left:0;transform:translateX(-100%)",
		"position:relative;left:300px", "position:relative;left:9999px", "position:relative;right:300px", "position:relative;left:-100%", "position:relative;left:100%", "position:relative;top:9999px", "position:relative;top:-100%", "position:relative;left:-9999px",
		"position:sticky;left:0", "position:sticky;top:0", "position:sticky;left:-9999px", "left:9999px", "left:100%", "right:auto", "top:100%", "inset-inline-start:-9999px", "inset-inline-end:-9999px;position:absolute", "inset-block-start:-9999px;position:absolute",
		"transform:translateX(-100%)", "transform:translateX(-100vw)", "transform:translateX(-9999px)", "transform:translateY(-9999px)", "translate:-100%", "translate:-9999px", "transform:translateX(-50%)", "transform:none", "translate:100%",
		"columns:3", "columns:3;height:20px", "column-count:2", "float:left", "float:right", "float:right;width:100%", "float:left;margin-left:-100%", "display:table", "display:table-cell", "display:contents", "display:inline", "display:inline-block", "display:ruby",
		"padding-left:500px", "padding-left:100%", "padding:0 50%", "padding-top:600px", "border:20px solid", "border-left:300px solid", "box-sizing:border-box", "width:9999px", "width:200%", "width:2000px;max-width:none", "min-width:200vw", "height:9999px", "height:200vh",
		"will-change:transform", "will-change:left", "filter:blur(0)", "backdrop-filter:blur(1px)", "contain:layout", "contain:strict", "contain:size;overflow:hidden", "perspective:100px", "transform-style:preserve-3d", "content-visibility:auto", "container-type:size;overflow:hidden",
		"overflow:hidden", "overflow:auto", "overflow:visible", "overflow-x:hidden", "overflow-y:clip", "overflow:clip", "overflow:scroll", "clip-path:inset(-100px)", "clip-path:inset(0 0 99% 0)", "clip-path:inset(100% -100px)", "clip-path:circle(1px)", "clip-path:inset(calc(50% - 1px))",
		"clip:rect(0,0,0,0)", "clip:rect(0,0,0,0);position:relative", "clip:rect(0 auto auto 0);position:absolute", "zoom:3", "zoom:.1", "zoom:0", "transform-origin:100% 0", "transform-origin:-9999px 0", "offset-path:path('M0 0');offset-distance:0", "offset:none",
		"font-size:0", "font-size:0;font-size:min(1em,1px)", "font-size:1px", "font-size:200px", "font-size:0.01em", "font-size:inherit", "font-size:0%", "font-size:calc(1em * 0)", "font-size:smaller", "letter-spacing:-1em", "letter-spacing:900px", "word-spacing:9999px",
		"visibility:hidden", "visibility:inherit", "visibility:visible", "display:none", "display:block", "display:revert", "display:revert-layer", "opacity:0", "opacity:inherit", "opacity:1", "opacity:calc(0 + .5)", "content-visibility:hidden", "content-visibility:inherit",
		"color:#fff", "color:inherit", "color:transparent", "background:#fff", "background:inherit", "background:#00e", "background-clip:text", "-webkit-text-stroke:1px red", "text-shadow:0 0 2px red", "mix-blend-mode:difference", "isolation:isolate", "mask:none",
		"--x:-9999px", "--x:0px", "--x:inherit", "left:var(--x);position:absolute", "margin-left:var(--x)", "transform:translateX(var(--x,0))", "text-indent:var(--x)", "anchor-name:--a", "position-anchor:--a;position:absolute;left:anchor(left,0)", "animation:none", "transition:left 1s",
	}
	hostileWrappers = []string{
		"%s", "%s", "%s", "%s", "%s", "%s", "@media (max-width:600px){%s}", "@media (min-width:600px){%s}", "@starting-style{%s}", "@layer a{%s}", "@scope{%s}", "@scope (.w){%s}", "@scope (.w) to (.p){%s}",
		"@container (min-width:1px){%s}", "@supports (writing-mode:vertical-rl){%s}", ".w{%s}", ".w{@starting-style{%s}}", "@media screen{@starting-style{%s}}", "@view-transition{navigation:auto}%s", "@position-try --a{left:0}%s",
	}
)

// hostileCases makes pages from a seed, whose rules pile up on the elements
// around the links.
func hostileCases(seed uint64, count int) []oracleCase {
	r := rand.New(rand.NewPCG(seed, 3))
	one := func(list []string) string { return list[r.IntN(len(list))] }
	out := make([]oracleCase, 0, count)
	for range count {
		var css strings.Builder
		for range 2 + r.IntN(5) {
			selector := one(grownSelectors)
			if r.IntN(2) == 0 {
				selector = one([]string{".w", ".s", ".p", ".l", ".i", ".two", "#x", "a", "*", "body", "html", "li", "ul"})
			}
			decl := one(hostileDeclarations)
			for r.IntN(2) == 0 {
				decl += ";" + one(hostileDeclarations)
			}
			fmt.Fprintf(&css, one(hostileWrappers)+"\n", selector+"{"+decl+"}")
		}
		out = append(out, oracleCase{name: "hostile", html: oraclePage(css.String(), one(hostileBodies)), open: true})
	}
	return out
}
