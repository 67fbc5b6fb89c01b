package style

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// element parses a page and gives the element with id x.
func element(t testing.TB, body string) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && attr(n, "id") == "x" {
			return n
		}
	}
	t.Fatal("no element x")
	return nil
}

func TestHides(t *testing.T) {
	const body = `<body><main><ul><li>1</li><li id=x class="a b md:hidden" data-k=V lang=nl>2</li></ul></main>`
	for _, c := range []struct {
		name, sheet string
		want        [2]string // "hidden", "shown" or "open", by view
	}{
		{"class", `.a {display:none}`, both("hidden")},
		{"other class", `.c {display:none}`, both("shown")},
		{"part of a class", `.md {display:none}`, both("shown")},
		{"later wins", `.a {display:none} .b {display:block}`, both("shown")},
		{"specificity", `li.a {display:none} .b {display:block}`, both("hidden")},
		{"id wins", `#x {display:block} ul li.a.b {display:none}`, both("shown")},
		{"important", `.a {display:none !important} #x {display:block}`, both("hidden")},
		{"hover", `.a:hover {display:none}`, both("shown")},
		{"not hover", `.a:not(:hover) {display:none}`, both("hidden")},
		{"hover is no weight", `.a {display:none} .b:hover, li {display:block}`, both("hidden")},
		{"before", `.a::before {display:none} .a:after {display:none}`, both("shown")},
		{"is", `:is(.z, main) .a {display:none}`, both("hidden")},
		{"where weighs nothing", `.a {display:none} :where(#x) {display:block}`, both("hidden")},
		{"child", `main > .a {display:none}`, both("shown")},
		{"descendant", `main .a {display:none}`, both("hidden")},
		{"sibling", `li + li {display:none}`, both("hidden")},
		{"nth", `li:nth-child(2) {display:none}`, both("hidden")},
		{"nth other", `li:nth-child(3) {display:none}`, both("shown")},
		{"attribute", `[data-k=V] {visibility:visible;opacity:0}`, both("hidden")},
		{"escape", `.md\:hidden {display:none}`, both("hidden")},
		{"phone", `@media (max-width: 767px) {.a {display:none}}`, [2]string{"shown", "hidden"}},
		{"desktop", `@media screen and (min-width: 48em) {.a {display:none}}`, [2]string{"hidden", "shown"}},
		{"range", `@media (width >= 600px) {.a {display:none}}`, [2]string{"hidden", "shown"}},
		{"between", `@media (300px <= width < 400px) {.a {display:none}}`, [2]string{"shown", "hidden"}},
		{"print", `@media print {.a {display:none}}`, both("shown")},
		{"not print", `@media not print {.a {display:none}}`, both("hidden")},
		{"dark", `@media (prefers-color-scheme: dark) {.a {display:none}}`, both("shown")},
		{"odd feature", `@media (grid-sparkle: 3) {.a {display:none}}`, both("open")},
		{"supports", `@supports (display: grid) {.a {display:none}}`, both("hidden")},
		{"supports not", `@supports not (display: grid) {.a {display:none}}`, both("shown")},
		{"supports ms", `@supports (-ms-ime-align: auto) {.a {display:none}}`, both("shown")},
		{"unknown pseudo", `.a:sparkling {display:none}`, both("open")},
		{"unknown pseudo elsewhere", `.z:sparkling {display:none}`, both("shown")},
		{"unknown shows", `.a {display:none} .a:sparkling {display:block}`, both("open")},
		{"unknown is weaker", `#x {display:block} .a:sparkling {display:none}`, both("shown")},
		{"has relative", `.a:has(> p) {display:none}`, both("shown")},
		{"has child", `ul:has(> .a) .a {display:none}`, both("hidden")},
		{"has sibling", `li:has(+ .a) ~ .b {display:none}`, both("hidden")},
		{"has none", `.a:not(:has(p)) {display:none}`, both("hidden")},
		{"container", `@container (min-width: 3px) {.a {display:none}}`, both("open")},
		{"layer loses", `.a {display:block} @layer x {#x {display:none}}`, both("shown")},
		{"nested", `main { .a {display:none} }`, both("hidden")},
		{"nested and", `main { color:red; & .a {display:none} }`, both("hidden")},
		{"keyframes", `@keyframes a {from {display:none} to {opacity:0}} .a {color:red}`, both("shown")},
		{"broken before", `}} .b {color: ;;; !} .a {display:none}`, both("hidden")},
		{"variable", `:root {--d: none} .a {display: var(--d)}`, both("hidden")},
		{"fallback", `.a {display: var(--z, none)}`, both("hidden")},
		{"off screen", `.a {position:absolute; left:-9999px}`, both("hidden")},
		{"off screen but static", `.a {left:-9999px}`, both("shown")},
		{"drawer of unknown width", `.a {position:fixed; left:-300px}`, both("open")},
		{"drawer", `.a {position:fixed; left:-300px; width:300px}`, both("hidden")},
		{"drawer in view", `.a {position:fixed; left:-100px; width:300px}`, both("shown")},
		{"pushed out", `.a {position:fixed; left:0; transform:translateX(-100%)}`, both("hidden")},
		{"calc", `.a {position:absolute; left:calc(-1 * 9999px)}`, both("hidden")},
		{"by the view", `.a {position:fixed; top:0; left:0; width:50vw; transform:translate(-50vw)}`, both("hidden")},
		{"layer order", `@layer a, b; @layer b {.a {display:block}} @layer a {#x {display:none}}`, both("shown")},
		{"important layers turn", `@layer a, b; @layer b {.a {display:block!important}} @layer a {.a {display:none!important}}`, both("hidden")},
		{"layer in layer", `@layer a {.a {display:none} @layer b {#x {display:block}}}`, both("hidden")},
		{"revert-layer", `@layer a {.a {display:none}} .a {display:revert-layer}`, both("hidden")},
		{"revert", `.a {display:none} #x {display:revert}`, both("shown")},
		{"initial", `.a {opacity:0} #x {opacity:initial}`, both("shown")},
		{"all", `.a {display:none} #x {all:unset}`, both("shown")},
		{"nested media", `.a {@media (max-width: 600px) {display:none}}`, [2]string{"shown", "hidden"}},
		{"nested after", `.a {display:none; &.b {display:block} }`, both("shown")},
		{"wrong value", `.a {display:none; display:hidden}`, both("hidden")},
		{"wrong selector", `.a, .b::-moz-x {display:none}`, both("shown")},
		{"wrong in is", `:is(.a, .b::-moz-x) {display:none}`, both("hidden")},
		{"property", `@property --p {syntax:"*";inherits:false;initial-value:none} .a {display:var(--p)}`, both("hidden")},
		{"circle", `.a {--p: var(--q); --q: var(--p); display: var(--p, none)}`, both("hidden")},
		{"inherited variable", `ul {--p: none} main {--p: block} .a {display:var(--p)}`, both("hidden")},
		{"wrong when computed", `.a {display:block} #x {display:var(--nothing)}`, both("shown")},
		{"nth of", `li:nth-child(1 of .b) {display:none}`, both("hidden")},
		{"not all of a query", `@media not screen and (max-width: 600px) {.a {display:none}}`, [2]string{"hidden", "shown"}},
		{"clip", `.a {position:absolute; clip: rect(0, 0, 0, 0)}`, both("hidden")},
		{"clip-path", `.a {clip-path: inset(50%)}`, both("hidden")},
		{"no area", `.a {width:1px;height:1px;overflow:hidden}`, both("hidden")},
		{"small but overflowing", `.a {height:0}`, both("shown")},
		{"scale", `.a {transform: scale(0)}`, both("hidden")},
		{"comment", `/* .a {display:none} */`, both("shown")},
	} {
		n := element(t, body)
		sheet := New()
		sheet.Add(c.sheet, "")
		for v := range views {
			if got := seen(sheet.Of(n).Hides(v, Box{Em: 16})); got != c.want[v] {
				t.Errorf("%s: view %d: %s, want %s", c.name, v, got, c.want[v])
			}
		}
	}
}

func both(s string) [2]string { return [2]string{s, s} }

func seen(h Hiding) string {
	switch {
	case !h.Sure:
		return "open"
	case h.Why != "":
		return "hidden"
	}
	return "shown"
}

func TestInlineBeatsSheet(t *testing.T) {
	n := element(t, `<p id=x style="display:block">`)
	c := New()
	c.Add(`#x {display:none}`, "")
	if h := c.Of(n).Hides(Desktop, Box{}); h.Why != "" || !h.Sure {
		t.Errorf("hidden by %q", h.Why)
	}
	c = New()
	c.Add(`#x {display:none!important}`, "")
	if h := c.Of(n).Hides(Desktop, Box{}); h.Why != "#x {display:none} in <style>" {
		t.Errorf("hidden by %q", h.Why)
	}
}

// What stands in an HTML comment's marks within a block is no rule.
func TestMarksWithinBlocks(t *testing.T) {
	n := element(t, `<p id=x>2`)
	for sheet, hidden := range map[string]bool{
		"<!--p{display:none}-->": true, "@media screen{<!--p{display:none}-->}": false,
		"@media screen{-->p{display:none}}": false, "@media screen{--> p{&#x{display:none}}}": false, "--> p{display:none}": true,
	} {
		c := New()
		c.Add(sheet, "")
		if got := c.Of(n).Hides(Desktop, Box{Em: 16}).Why != ""; got != hidden {
			t.Errorf("%s: hidden %v, want %v", sheet, got, hidden)
		}
	}
}
