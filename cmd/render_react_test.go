package cmd

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/shoplint/shoplint/pkg/browser"
	"github.com/shoplint/shoplint/pkg/report"
)

// reactShop serves one empty page for every address, as a bundler builds it
// for React: a module that asks for the shop's data and then writes menu, text
// and footer.
func reactShop(t *testing.T) *httptest.Server {
	const shell = `<!doctype html><html lang="nl"><head><meta charset="UTF-8"><title>Kaashuis</title>
<script type="module" crossorigin src="/assets/index-Ds9oAo3H.js"></script><link rel="stylesheet" crossorigin href="/assets/index-Clde8Gx9.css"></head><body><div id="root"></div></body></html>`
	const module = `const h = (name, props, ...inner) => { const e = document.createElement(name); Object.assign(e, props); e.append(...inner); return e };
const root = document.getElementById("root"), foot = h("footer", {className: "foot"});
root.append(h("nav", {}, ...["/contact", "/voorwaarden", "/privacy"].map((p) => h("a", {href: p}, p.slice(1)))), h("main", {}, h("h1", {}, "Kaashuis Verbeke")), foot);
const c = await (await fetch("/api/shop.json")).json();
foot.append(h("p", {}, h("a", {href: c.odr}, "Onlinegeschillenbeslechting"), " ", h("a", {href: "mailto:" + c.mail}, c.mail)));`
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		media, body := "text/html", shell
		switch {
		case strings.HasSuffix(r.URL.Path, ".js"):
			media, body = "text/javascript", module
		case strings.HasSuffix(r.URL.Path, ".css"):
			media, body = "text/css", ".foot{padding:2rem;background:#222;color:#fff}.foot a{color:#fff}"
		case strings.HasSuffix(r.URL.Path, ".json"):
			media, body = "application/json", `{"odr":"https://ec.europa.eu/consumers/odr","mail":"vraag@kaashuis-verbeke.be"}`
		}
		w.Header().Set("Content-Type", media)
		_, _ = w.Write([]byte(body))
	}))
	t.Cleanup(srv.Close)
	return srv
}

// A shop that React writes is undecided without a browser and right with one,
// on every page and on both sides of the day the duty turned.
func TestShopOfReact(t *testing.T) {
	srv := reactShop(t)
	outcomes := func(s report.Shop) string {
		var out []string
		for _, r := range s.Results {
			if r.Outcome != "not-in-force" {
				out = append(out, strings.TrimSpace(r.Rule+" "+string(r.Outcome)+" "+string(r.Cause)))
			}
		}
		return strings.Join(out, ", ")
	}
	const blind = "unclear needs-javascript"
	for _, c := range []struct{ mode, day, want string }{
		{"never", "2024-06-01", "odr-link " + blind + ", contact-email " + blind},
		{"never", "2026-01-05", "odr-link-stale " + blind + ", contact-email " + blind},
		{"auto", "2024-06-01", "odr-link pass, contact-email pass"},
		{"auto", "2026-01-05", "odr-link-stale fail, contact-email pass"},
	} {
		if _, err := browser.Find(); err != nil && c.mode == "auto" {
			t.Skip(err)
		}
		s := checkJSON(t, srv.URL, "--only", "odr,contact-email", "--as-of", c.day, "--render", c.mode)
		if got := outcomes(s); got != c.want {
			t.Errorf("%s on %s: %s, want %s", c.mode, c.day, got, c.want)
		}
		for _, p := range s.Survey.Pages {
			if p.Rendered != (c.mode == "auto") {
				t.Errorf("%s: %s rendered: %v", c.mode, p.URL, p.Rendered)
			}
		}
		if n := len(s.Survey.Pages); c.mode == "auto" && n < 4 {
			t.Errorf("only %d pages were read: the menu was not seen", n)
		}
	}
}
