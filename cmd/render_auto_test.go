package cmd

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/shoplint/shoplint/pkg/browser"
	"github.com/shoplint/shoplint/pkg/report"
)

// autoShop is a shop of one page, of which only a browser can tell what a
// person sees.
type autoShop struct {
	name, home string
	files      map[string]string
	never      string // outcome of odr-link-stale and cause, without a browser
	auto       string // … and with one
	rendered   bool
}

const (
	odrLink = `<a href="https://ec.europa.eu/consumers/odr">ODR</a>`
	filling = `<h1>Kaashuis Verbeke</h1><p>Kaas van de boerderij, elke week vers gesneden en met zorg verpakt. Wij leveren op maandag, woensdag en vrijdag in heel het land, en wie voor tien uur bestelt, heeft de kaas morgen in huis.</p><p><a href="mailto:vraag@kaashuis-verbeke.be">vraag@kaashuis-verbeke.be</a></p>`
)

func autoShops() []autoShop {
	return []autoShop{
		{name: "next data", home: filling + `<div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{"props":{"footer":"https:\/\/ec.europa.eu\/consumers\/odr"}}</script>
<script>const f = document.createElement("a"); f.href = JSON.parse(document.getElementById("__NEXT_DATA__").textContent).props.footer; f.textContent = "ODR"; document.body.append(f)</script>`,
			never: "pass", auto: "fail", rendered: true},
		{name: "initial state", home: filling + `<script>window.__INITIAL_STATE__ = {odr: "https:\u002F\u002Fec.europa.eu\u002Fconsumers\u002Fodr"}</script>
<script>document.body.insertAdjacentHTML("beforeend", "<footer><a href='" + window.__INITIAL_STATE__.odr + "'>ODR</a></footer>")</script>`,
			never: "pass", auto: "fail", rendered: true},
		{name: "state that nothing shows", home: filling + `<script>window.trusted = ["https://ec.europa.eu/consumers/odr"]</script>`, never: "pass", auto: "pass", rendered: true},
		{name: "json-ld", home: filling + `<script type="application/ld+json">{"sameAs":"https://ec.europa.eu/consumers/odr"}</script>`, never: "pass", auto: "pass"},
		{name: "empty root beside text", home: filling + `<div id="app"><!----></div><script src="/app.js"></script>`,
			files: map[string]string{"/app.js": "document.getElementById('app').innerHTML = `<footer>" + odrLink + "</footer>`"}, never: "pass", auto: "fail", rendered: true},
		{name: "script that breaks", home: `<div id="root"></div><script src="/app.js"></script>`, files: map[string]string{"/app.js": "document.getElementById('root').append(missing)"},
			never: "unclear needs-javascript", auto: "unclear needs-javascript"},
		{name: "seen without a browser", home: filling + `<p class="f">` + odrLink + `</p><script>window.x = "https://ec.europa.eu/consumers/odr"</script>`, never: "fail", auto: "fail"},
		{name: "undecided, shown", home: `<style>.f:has(+ b:nth-child(2 of .q)){display:none} @container (min-width: 9000px) {.f{display:none}}</style>` + filling + `<p class="f">` + odrLink + `</p>`, auto: "fail", rendered: true},
		{name: "undecided, hidden", home: `<style>body{container-type:inline-size} @container (min-width: 100px) {.f{display:none}}</style>` + filling + `<p class="f">` + odrLink + `</p>`, auto: "warn", rendered: true},
		{name: "sheet refused", home: `<link rel=stylesheet href="/shut.css">` + filling + `<p class="f">` + odrLink + `</p>`, never: "unclear style", auto: "unclear style", rendered: true},
	}
}

func (s autoShop) serve(t *testing.T) *httptest.Server {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, ok := s.files[r.URL.Path]
		switch {
		case r.URL.Path == "/shut.css":
			w.WriteHeader(http.StatusForbidden)
		case r.URL.Path == "/":
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			_, _ = fmt.Fprintf(w, `<!doctype html><html lang="nl"><title>Kaas</title><body>%s</body>`, s.home)
		case ok:
			w.Header().Set("Content-Type", "text/javascript")
			_, _ = w.Write([]byte(body))
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(srv.Close)
	return srv
}

// checkJSON runs check and reads its report.
func checkJSON(t *testing.T, args ...string) report.Shop {
	t.Helper()
	var out, faults bytes.Buffer
	args = append([]string{"check", "--country", "BE", "--format", "json", "--no-progress"}, args...)
	code := Main(args, nil, &out, &faults, "0")
	var r report.Report
	if err := json.Unmarshal(out.Bytes(), &r); err != nil {
		t.Fatalf("exit %d: %v: %s", code, err, faults.Bytes())
	}
	return r.Shops[0]
}

// Only what cannot be judged without a browser is rendered, and is then judged
// as a person sees it.
func TestRenderAuto(t *testing.T) {
	_, none := browser.Find()
	for _, c := range autoShops() {
		t.Run(c.name, func(t *testing.T) {
			srv := c.serve(t)
			for _, mode := range []string{"never", "auto"} {
				want := map[string]string{"never": c.never, "auto": c.auto}[mode]
				if mode == "auto" && none != nil {
					t.Skip(none)
				}
				s := checkJSON(t, srv.URL, "--only", "odr-link-stale", "--as-of", "2026-01-05", "--render", mode)
				res := s.Results[0]
				if got := strings.TrimSpace(string(res.Outcome) + " " + string(res.Cause)); want != "" && got != want {
					t.Errorf("%s: %s, want %s; %+v", mode, got, want, res.Evidence)
				}
				if got := s.Survey.Pages[0].Rendered; got != (mode == "auto" && c.rendered) {
					t.Errorf("%s: rendered %v; links %+v", mode, got, s.Facts.ODRLinks)
				}
			}
		})
	}
}
