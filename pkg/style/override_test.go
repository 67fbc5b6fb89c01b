package style

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// filed counts the rules a sheet keeps.
func filed(s *Sheet) int {
	n := len(s.others)
	for _, index := range []map[string][]entry{s.byID, s.byClass, s.byTag} {
		for _, list := range index {
			n += len(list)
		}
	}
	return n
}

func TestOverriddenRulesAreDropped(t *testing.T) {
	for css, want := range map[string]int{
		strings.Repeat("body{margin:0}.legal{color:#222}", 200):               2,
		"a{color:red}a{color:red;opacity:0}":                                  1,
		"a{color:red}a{opacity:0}":                                            2,
		"a{color:red!important}a{color:blue}":                                 2,
		"a{color:red}a{color:blue!important}":                                 2,
		"a{--x:1;color:red}a{color:blue}":                                     2,
		"a{color:red}@media print{a{color:blue}}":                             1,
		"a{color:red}@media (max-width:500px){a{color:blue}}":                 2,
		"@media (a-feature:1){a{color:red}}@media (another:1){a{color:blue}}": 2,
		"@layer x{a{color:red}}a{color:blue}":                                 2,
		"a,b{color:red;opacity:0}a{color:blue}":                               3,
		"a,b{color:red}a{color:blue}b{opacity:0}":                             3,
	} {
		if got := filed(Parse(css)); got != want {
			t.Errorf("%.80s: %d rules are kept, want %d", css, got, want)
		}
	}
}

// TestOverridesChangeNothing reads sheets with and without dropping what is
// overridden, and asks for every value of every element in both views.
func TestOverridesChangeNothing(t *testing.T) {
	rnd := rand.New(rand.NewPCG(4, 7))
	pick := func(list ...string) string { return list[rnd.IntN(len(list))] }
	dropped := 0
	for range 500 {
		var css strings.Builder
		for range 2 + rnd.IntN(8) {
			rule := pick("a", ".x", "div .x", "a,.x", "p > a") + "{" +
				pick("display:none", "display:block", "display:revert-layer", "opacity:0;display:none", "color:var(--c)", "--c:red", "margin:0 0 0 -9999px") +
				pick("", "!important") + ";" + pick("", "visibility:hidden", "color:red") + "}"
			css.WriteString(pick(rule, rule, "@layer l{"+rule+"}", "@layer{"+rule+"}", "@media (max-width:500px){"+rule+"}"))
		}
		body := `<div><p><a class=x href=/>one</a><a>two</a></p><p class=x>three</p></div>`
		quick, slow := Parse(css.String()), parseAll(css.String())
		dropped += filed(slow) - filed(quick)
		if got, want := valuesOf(t, quick, body), valuesOf(t, slow, body); got != want {
			a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
			for i := range a {
				if a[i] != b[i] {
					t.Error(a[i], "want", b[i])
				}
			}
			t.Fatalf("%s\nother values without what is overridden", &css)
		}
	}
	if dropped == 0 {
		t.Error("nothing was dropped in any sheet")
	}
}

// parseAll is Parse without leaving out what is overridden.
func parseAll(text string) *Sheet {
	r := reader{scanner: scanner{text: text}, sheet: newSheet()}
	r.sheet.last = nil
	r.contents(block{holds: always})
	return r.sheet
}

func valuesOf(t *testing.T, s *Sheet, body string) string {
	t.Helper()
	c := New()
	c.Use(s, Everywhere, "x.css")
	var out strings.Builder
	root, err := html.Parse(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		for v := range views {
			for p := range properties {
				value, maybe := c.Of(n).Get(v, p)
				fmt.Fprintln(&out, n.Data, v, p, value, maybe)
			}
		}
	}
	return out.String()
}
