package style

import "testing"

func FuzzSheet(f *testing.F) {
	for _, seed := range []string{
		`.a > b ~ #x:not(:is(.c, d)):nth-child(2n+1) {display:none!important; background: url(x) #fff}`,
		`@media (min-width: 3em) and (not (hover)) {a{clip:rect(0,0,0,0)} @supports not (x:y) {b{inset:-9999px}}}`,
		`:root{--a:var(--b,none)} a{display:var(--a,var(--c))} a{& b{opacity:0}}`,
		`@container (x) {a{display:none}} @import url("x"); @keyframes k{from{opacity:0}}`,
		"}}{{@media(\\", "a{b:c", "/*", `[x="`, `.\31 a\,b{font:0/1 x}`,
	} {
		f.Add(seed)
	}
	n := element(f, `<body class=b><p>1<p id=x class="a c" style="left:var(--a)">2`)
	f.Fuzz(func(t *testing.T, sheet string) {
		c := New()
		c.Add(sheet, "")
		for e := n; e != nil; e = e.Parent {
			for v := range views {
				if h := c.Of(e).Hides(v, Box{Em: 16}); !h.Sure && h.Why == "" {
					t.Error("unsure without a reason")
				}
			}
		}
		Inline(sheet)
	})
}
