package page

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// plainPages are pages that must go the light way, one construct each.
var plainPages = []string{
	`<p>one<p>two<div>three</div>`,
	`<ul><li>a<li>b<ul><li>c</ul><li><p>d</ul>`,
	`<dl><dt>a<dd>b<dt>c<dd><p>d</dl>`,
	`<table><caption>t</caption><colgroup><col><col></colgroup><tr><td>1<td>2<tr><th>3</table>after`,
	`<table><thead><tr><th>a</th></tr></thead><tbody><tr><td><p>b</td></tr></tbody><tfoot></tfoot></table>`,
	`<table> <tr> <td><table><tr><td>in</td></tr></table></td> </tr> </table>`,
	`<a href="/x?a=1&amp;b=2&c=3&copy=4" title='it&#39;s'>link</a><a name=x>` + `</a>`,
	`<b class=z id=a>bold <i>both</i></b><em><em><em><em>four</em></em></em></em>`,
	`<form action=/s><select><option>a<option selected>b</select><textarea>` + "\n\nx &lt; y" + `</textarea><input type=text disabled></form>`,
	`<select><optgroup label=x><option>a</option></optgroup><optgroup label=y><option>b</option></optgroup></select>`,
	`<svg viewBox="0 0 1 1" xmlns:xlink="x"><title>t</title><g><path d="M0"/><use xlink:href="#a"></use></g><linearGradient gradientUnits=u /></svg>x`,
	`<svg/>y<svg></svg>`,
	`<script>if (a < b) document.write("<p>"); </script x` + `><script><!-- a --></script><style>p>a{}</style>`,
	`<noscript><img src=p></noscript><template><div>t</div></template><iframe src=x><p></iframe>`,
	`<pre>` + "\n\nkept" + `</pre>a < b &amp c &nbsp; <!-- note & &lt; --><br/><hr /><x-tag a/>z</x-tag>`,
	`<button>a</button><label for=a>b</label><details><summary>s</summary>d</details><dialog open>e</dialog>`,
	`<img alt="a>b" src=x/><IMG SRC=Y ALT="Q"><Div CLASS=a class=b>up</DIV>`,
	`<object><p>o</p></object><video><source src=a><track></video><map><area href=b></map>`,
}

func wrapped(body string) []byte {
	return []byte("<!DOCTYPE html>\r\n<html lang=nl>\n<!-- a --><head>\n<meta charset=utf-8><title>T &amp; t</title></head>\n<body class=x>" +
		body + "</body>\n</html>\n<!-- end -->\n")
}

func TestLightTakesPlainPages(t *testing.T) {
	for _, s := range plainPages {
		tree, ok := light(wrapped(s))
		if plain := !strings.Contains(s, "script x"); ok != plain {
			t.Errorf("taken: %v, want %v: %s", ok, plain, s)
		}
		if ok {
			if d := differ(tree.root, full(t, wrapped(s))); d != "" {
				t.Errorf("%s\n%s", s, d)
			}
		}
	}
}

// Markup that the standard moves, closes or drops goes the full way.
func TestLightLeavesTheRest(t *testing.T) {
	for _, s := range []string{
		`<b><p>x</b>y</p>`, `<a>x<a>y</a></a>`, `<table>x<tr><td></table>`, `<table><div>x</div></table>`, `</p>`, `</br>`,
		`<p><span>x<div>y</div></span>`, `<form><form></form></form>`, `<button><button></button></button>`, `<div>x</span></div>`,
		`<svg><p>x</p></svg>`, `<svg><foreignObject></foreignObject></svg>`, `<math></math>`, `<select><input></select>`,
		`<frameset></frameset>`, `<plaintext>`, `<!x>`, `<?x?>`, `</ x>`, `<!-->x-->`, `<div =x></div>`, `<td>x</td>`, `<body>`, `<html>`,
		`<script><!--<script></script>--></script>`, "a\x00b", "a\rb", `<image>`, `<nobr>x</nobr>`, `<div`, `<a href="x`, `<h1>a<h2>b</h2></h1>`,
		strings.Repeat(`<div>`, 300) + strings.Repeat(`</div>`, 300), strings.Repeat(`<i>`, 200) + strings.Repeat(`<br>`, 2000) + strings.Repeat(`</i>`, 200),
	} {
		if _, ok := light(wrapped(s)); ok {
			t.Errorf("taken: %.80q", s)
		}
	}
	for _, s := range []string{"", "<p>x", "<!doctype html><html><body>x</body></html>", "<html><head></head>x<body></body></html>", "<html><head></head><frameset></frameset></html>"} {
		if _, ok := light([]byte(s)); ok {
			t.Errorf("taken: %q", s)
		}
	}
}

// Lines come out of the same tags, whichever way the tree was built.
func TestLightLines(t *testing.T) {
	for _, s := range plainPages {
		text := wrapped("<p>a</p>\n<p>b</p>\n" + s + "\n<p id=z>z</p>")
		a, err := Parse(Input{URL: "https://shop.be/", Body: text}, nil)
		if err != nil {
			t.Fatal(err)
		}
		m := newMeter(text)
		b := &Page{Input: a.Input, text: text, root: full(t, text)}
		for buf := make([]byte, 512); ; {
			if n, _ := m.Read(buf); n == 0 {
				break
			}
		}
		b.lines.text, b.lines.starts = m.text, m.count.starts
		for x, y := a.root, b.root; x != nil && y != nil; x, y = next(x, nil), next(y, nil) {
			if la, lb := a.Line(x), b.Line(y); la != lb && lb != 0 {
				t.Errorf("%s: <%s> on line %d, by the full parser %d", s, x.Data, la, lb)
			}
		}
	}
}

func FuzzLight(f *testing.F) {
	for _, s := range plainPages {
		f.Add(wrapped(s))
		f.Add([]byte(s))
	}
	files, _ := filepath.Glob("testdata/*.html")
	for _, name := range files {
		if text, err := os.ReadFile(name); err == nil {
			f.Add(text)
		}
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		text = decode(text, "")
		for _, page := range [][]byte{text, wrapped(string(text))} {
			kept := bytes.Clone(page)
			tree, ok := light(page)
			if !bytes.Equal(kept, page) {
				t.Fatal("the page was changed")
			}
			if !ok {
				continue
			}
			if d := differ(tree.root, full(t, page)); d != "" {
				t.Fatalf("%q\n%s", page, d)
			}
			for _, at := range tree.starts {
				if tree.text[at] != '<' || !isLetter(tree.text[at+1]) {
					t.Fatalf("no tag at %d", at)
				}
			}
		}
	})
}
