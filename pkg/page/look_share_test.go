//go:build unix

package page

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestLikeElementsShareNothingFalse asks for every element of a page with
// repeated blocks, where most answers come from one that was alike, and for
// each of them alone on a page read anew.
func TestLikeElementsShareNothingFalse(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 23))
	var bodies []string
	for _, c := range append(grownCases(11, 80), hostileCases(11, 80)...) {
		bodies = append(bodies, repeated(r, string(c.html)))
	}
	for range 400 {
		bodies = append(bodies, likeLists(r))
	}
	shared, asked := 0, 0
	for _, body := range bodies {
		all := readForSight(t, body)
		nodes := elementsOf(all)
		for _, n := range nodes {
			all.Sight(n)
		}
		asked += len(all.sights.looks)
		met := map[*look]bool{}
		for _, l := range all.sights.looks {
			met[l] = true
		}
		shared += len(all.sights.looks) - len(met)
		for i, n := range nodes {
			alone := readForSight(t, body)
			if got, want := all.Sight(n), alone.Sight(elementsOf(alone)[i]); got != want {
				t.Fatalf("element %d, <%s>: among others %+v\nalone %+v\n%s", i, n.Data, got, want, body)
			}
		}
	}
	if shared*4 < asked {
		t.Errorf("of %d looks only %d were shared: the test shows little", asked, shared)
	}
}

func readForSight(t *testing.T, body string) *Page {
	t.Helper()
	p, err := Parse(Input{URL: "https://shop.example/", Body: []byte(body)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func elementsOf(p *Page) []*html.Node {
	var out []*html.Node
	for n := range p.root.Descendants() {
		if n.Type == html.ElementNode {
			out = append(out, n)
		}
	}
	return out
}

// repeated writes the body of a page thrice, each time with other addresses
// and names that no sheet asks for, and now and then with one that counts.
func repeated(r *rand.Rand, page string) string {
	head, body, _ := strings.Cut(page, "<body>")
	body, _, _ = strings.Cut(body, "</body>")
	out := head + "<body>"
	for i := range 3 {
		b := strings.ReplaceAll(body, "data-ask=", fmt.Sprintf("data-n=%d title=%d data-ask=", i, i))
		b = strings.ReplaceAll(b, " id=w", fmt.Sprintf(" id=w%d", i*r.IntN(2)))
		b = strings.ReplaceAll(b, `class="l link"`, []string{`class="l link"`, `class="l link n1"`, `class="link"`, `class="l link" dir=rtl`, `class="l link" style="color:#fff"`, `class="l link" hidden`}[r.IntN(6)])
		out += b
	}
	return out + "</body></html>"
}

// likeLists writes lists of links that are alike but for one thing, and sheets
// that may ask for it.
func likeLists(r *rand.Rand) string {
	one := func(list ...string) string { return list[r.IntN(len(list))] }
	var b strings.Builder
	b.WriteString("<!doctype html><html><head><style>")
	for range 1 + r.IntN(4) {
		b.WriteString(one("b + a", "b ~ a", "li + li", "li ~ li a", "li:has(b)", "li:has(+ li b)", "ul:has(b) a", "[title] a", "a[title]", "a[href$='7']", "[class*=n1] a",
			"li:first-child", "li:nth-child(2)", "li:nth-child(2) a", ":empty", ":not(.n1) > a", "li:not([id])", "#i1 a", ":is(.n2,[dir]) a", ":lang(nl) a", "a:link", "li", "ul", "a", "div"))
		b.WriteString("{" + one("display:none", "display:var(--d,inline)", "--d:none", "display:inherit", "visibility:hidden", "overflow:inherit;height:0", "overflow:hidden", "opacity:var(--o,1)", "--o:0",
			"height:0;overflow:hidden", "width:0;overflow:hidden;white-space:nowrap", "color:#fff", "background:#fff", "text-indent:-9999px;display:block", "position:absolute;left:-300px", "margin-left:-300px", "font-size:0", "max-height:0;overflow:hidden") + "}")
	}
	b.WriteString(one("", "", "li:nth-child(2){--d:none}a{display:var(--d,inline)}", "ul:has(b){display:none}a{display:inherit}", "li{display:none}",
		"li{height:0;overflow:hidden}", "li{width:0;overflow:hidden}", "a{display:block;text-indent:-100px}", "li{position:absolute;left:-300px;white-space:nowrap}", "a{margin-left:-2000px}", "a{display:block;clip-path:inset(50%)}", "li{margin-left:-200px}", "li{position:absolute;right:100%}", "li{transform:translateX(-100%)}", "li{position:absolute;left:0;transform:translateX(-100%)}", "ul{line-height:0}a{height:0;overflow:hidden;display:block}"))
	b.WriteString("</style></head><body>")
	for i := range 3 {
		b.WriteString("<div><ul>")
		for j := range 3 {
			other := one("", "", "", " title=t", " class=n1", " class=n2", " dir=rtl", " lang=nl", " hidden", fmt.Sprintf(" id=i%d%d", i, j), " id=i1", ` style="margin-left:-40px"`)
			inside := one("", "", "<b>!</b>", "<button aria-expanded=false aria-controls=i1></button>", "<i style='margin-left:-90px;display:block'></i>")
			fmt.Fprintf(&b, "<li%s>%s<a%s href=/%d>%s</a></li>", other, inside, one("", "", other), r.IntN(10), one("Words", "", "Many words of a long line that runs on and on"))
		}
		b.WriteString("</ul></div>")
	}
	return b.String() + "</body></html>"
}
