package browser_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/shoplint/shoplint/pkg/browser"
	"github.com/shoplint/shoplint/pkg/fetch"
	"github.com/shoplint/shoplint/pkg/page"
)

const odr = "https://ec.europa.eu/consumers/odr"

func TestScriptBuildsTheFooter(t *testing.T) {
	s, srv := serve(t, start(t, browser.Options{}), map[string]string{
		"/":       `<!doctype html><title>Shop</title><div id="root"></div><script src="/app.js"></script>`,
		"/app.js": `fetch("/data").then(r => r.text()).then(t => { document.getElementById("root").innerHTML = "<h1>Shop</h1><footer><a href='` + odr + `'>ODR</a> " + t + "</footer>" })`,
		"/data":   "vraag@kaas.be",
	})
	p := read(t, s, srv.URL+"/")
	if got := p.Sight(link(t, p, odr).Node); got.State != page.Visible || !got.Desktop || !got.Phone {
		t.Errorf("the link is %+v", got)
	}
	if text := p.Doc().Find("footer").Text(); !strings.Contains(text, "vraag@kaas.be") {
		t.Errorf("footer %q", text)
	}
	if p.Shell() {
		t.Error("still an empty shell")
	}
}

func TestShadowTreesAndFrames(t *testing.T) {
	s, srv := serve(t, start(t, browser.Options{}), map[string]string{
		"/": `<!doctype html><title>Shop</title><shop-foot><a href="/slotted">in a slot</a></shop-foot><iframe src="/frame" width=400 height=200></iframe><iframe src="/gone" style="display:none"></iframe>
<script>customElements.define("shop-foot", class extends HTMLElement { connectedCallback() {
  this.attachShadow({mode: "closed"}).innerHTML = "<style>.x{display:none}</style><footer><slot></slot><a href='/open'>open</a><a class=x href='/shut'>shut</a></footer>" } })</script>`,
		"/frame": `<!doctype html><p><a href="/framed">in a frame</a></p>`,
		"/gone":  `<!doctype html><p><a href="/lost">in a hidden frame</a></p>`,
	})
	p := read(t, s, srv.URL+"/")
	for href, want := range map[string]page.State{
		"/slotted": page.Visible, "/open": page.Visible, "/shut": page.Hidden, "/framed": page.Visible, "/lost": page.Hidden,
	} {
		if got := p.Sight(link(t, p, href).Node); got.State != want {
			t.Errorf("%s: %+v", href, got)
		}
	}
}

// Each way of hiding, as the browser sees it, with its reason.
func TestSightIsTheBrowsers(t *testing.T) {
	const long = "padding of text that fills the footer"
	cases := []struct {
		name, html, css string
		desktop, phone  bool
		why, note       string
	}{
		{name: "plain", html: `<a href="#x">odr</a>`, desktop: true, phone: true},
		{name: "sheet", html: `<p class="m"><a href="#x">odr</a></p>`, css: `.m{display:none}`, why: "display: none on p.m"},
		{name: "phone", html: `<p class="m"><a href="#x">odr</a></p>`, css: `@media (max-width:600px){.m{display:none}}`, desktop: true, note: "not on phones"},
		{name: "opacity", html: `<p class="m"><a href="#x">odr</a></p>`, css: `.m{opacity:0}`, why: "opacity: 0 on p.m"},
		{name: "veiled", html: `<p class="m"><a href="#x">odr</a></p>`, css: `.m{visibility:hidden}`, why: "visibility: hidden on p.m"},
		{name: "unveiled", html: `<p class="m"><a href="#x">odr</a></p>`, css: `.m{visibility:hidden}.m a{visibility:visible}`, desktop: true, phone: true},
		{name: "moved", html: `<p class="m"><a href="#x">odr</a></p>`, css: `.m{position:absolute;left:-9999px}`, why: "left: -9999px on p.m"},
		{name: "indent", html: `<p class="m"><a href="#x">odr</a></p>`, css: `.m{text-indent:-9999px;overflow:hidden}`, why: "text-indent: -9999px"},
		{name: "collapsed", html: `<div class="m"><p><a href="#x">odr</a></p></div>`, css: `.m{height:0;overflow:hidden}`, why: "overflow: hidden on div.m"},
		{name: "overflowing", html: `<div class="m"><p><a href="#x">odr</a></p></div>`, css: `.m{height:0}`, desktop: true, phone: true},
		{name: "white", html: `<p class="m"><a href="#x">odr</a></p>`, css: `.m{background:#fff}.m a{color:#fefefe}`, why: "color: rgb(254, 254, 254)"},
		{name: "tiny", html: `<p class="m"><a href="#x">odr</a></p>`, css: `.m{font-size:0}`, why: "font-size: 0px"},
		{name: "clipped", html: `<p class="m"><a href="#x">odr</a></p>`, css: `.m{position:absolute;clip:rect(0,0,0,0);height:1px;width:1px;overflow:hidden}`, why: "clip: rect"},
		{name: "path", html: `<p class="m"><a href="#x">odr</a></p>`, css: `.m{clip-path:inset(50%)}`, why: "clip-path: inset(50%)"},
		{name: "scaled", html: `<p class="m"><a href="#x">odr</a></p>`, css: `.m{transform:scale(0)}`, why: "smaller than 2x2 pixels"},
		{name: "contents", html: `<p class="m"><a href="#x">odr</a></p>`, css: `.m{display:contents}`, desktop: true, phone: true},
		{name: "skipped", html: `<p class="m"><a href="#x">odr</a></p>`, css: `.m{content-visibility:hidden}`, why: "not rendered"},
		{name: "details", html: `<details><summary>more</summary><a href="#x">odr</a></details>`, desktop: true, phone: true, note: "opened by a click"},
		{name: "accordion", html: `<button aria-expanded="false" aria-controls="z">more</button><div id="z" style="display:none"><a href="#x">odr</a></div>`, desktop: true, phone: true, note: "opened by a click"},
		{name: "dialog", html: `<dialog><a href="#x">odr</a></dialog>`, why: "display: none on dialog"},
		{name: "empty", html: `<a href="#x"></a>`, why: "a link without text, picture or label"},
		{name: "scroller", html: `<div style="height:50px;overflow:auto"><p style="margin-top:500px"><a href="#x">odr</a></p></div>`, desktop: true, phone: true},
		{name: "forged", html: `<a href="#x" data-shoplint-d="no" data-shoplint-p="no" DATA-SHOPLINT-N="no">odr</a>`, desktop: true, phone: true},
		{name: "shadowed", html: `<form><input name="childNodes"><input name="attributes"><input name="firstChild"><a href="#x">odr</a></form>`, desktop: true, phone: true},
	}
	pages := map[string]string{}
	for _, c := range cases {
		pages["/"+c.name] = `<!doctype html><meta name=viewport content="width=device-width"><title>x</title><style>` + c.css + `</style><p>` + long + `</p>` + c.html
	}
	s, srv := serve(t, start(t, browser.Options{}), pages)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := read(t, s, srv.URL+"/"+c.name)
			got := p.Sight(link(t, p, "#x").Node)
			hidden := !c.desktop && !c.phone
			if got.Desktop != c.desktop || got.Phone != c.phone || (got.State == page.Hidden) != hidden || !strings.Contains(got.Why, c.why) || got.Note != c.note {
				t.Errorf("%+v, want desktop %v phone %v why %q note %q", got, c.desktop, c.phone, c.why, c.note)
			}
		})
	}
}

// The page as it was read is not asked for a second time.
func TestBodyIsGiven(t *testing.T) {
	s, srv := serve(t, start(t, browser.Options{}), map[string]string{"/app.js": `document.body.append(location.pathname)`})
	r, err := s.Render(t.Context(), page.Source{Address: srv.URL + "/shop", Body: []byte(`<!doctype html><body>here <script src="app.js"></script>`)})
	if err != nil || !strings.Contains(string(r.HTML), "/shop") {
		t.Fatalf("%v: %s", err, r.HTML)
	}
	if n, _ := s.Traffic(); n != 1 && n != 2 { // the script, and perhaps an icon
		t.Errorf("%d requests", n)
	}
}

// A sealed shop asks nothing of the net, whatever host a page names.
func TestSealedShop(t *testing.T) {
	var asked atomic.Int64
	far := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked.Add(1) }))
	defer far.Close()
	u, err := url.Parse(far.URL)
	if err != nil {
		t.Fatal(err)
	}
	s := start(t, browser.Options{}).Shop(fetch.Options{Named: []string{u.Host}})
	s.Seal()
	defer s.Close()
	files := map[string]string{"shop.example": "", "cdn.example": `document.body.innerHTML = "<a href='/there'>x</a>"`}
	r, err := s.Render(t.Context(), page.Source{
		Address: "http://shop.example/",
		Body: []byte(`<!doctype html><body><link rel=stylesheet href="` + far.URL + `/a.css"><img src="` + far.URL + `/i.png">
<script>new Image().src = "` + far.URL + `/b.png"; try { new WebSocket("ws://` + u.Host + `/") } catch {}</script><script src="http://cdn.example/app.js"></script>`),
		Files: func(u *url.URL) ([]byte, string, bool) {
			body, ok := files[u.Host]
			return []byte(body), "text/javascript", ok
		},
	})
	if err != nil || !strings.Contains(string(r.HTML), "/there") {
		t.Fatalf("%v: %s", err, r.HTML)
	}
	if n := asked.Load(); n != 0 {
		t.Errorf("%d requests went out", n)
	}
	if len(r.Lost) != 1 || r.Lost[0].Own {
		t.Errorf("sheets that did not come: %+v", r.Lost)
	}
}
