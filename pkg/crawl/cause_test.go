package crawl

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// panicky is a sink whose checks break on one page.
type panicky struct{ testSink }

func (s *panicky) Inspect(p *page.Page) *survey.Record {
	if strings.HasSuffix(p.URL, "/terms") {
		panic("a check broke")
	}
	return s.testSink.Inspect(p)
}

func status(code int, body string, header ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		for i := 0; i+1 < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.WriteHeader(code)
		io.WriteString(w, body)
	}
}

func TestCauses(t *testing.T) {
	challenge := "<html><head><title>Just a moment...</title></head><body><script src='/cdn-cgi/challenge-platform/x.js'></script></body></html>"
	tests := []struct {
		name   string
		answer http.HandlerFunc
		cause  survey.Cause
		detail string // a part of it
	}{
		{"401", status(401, ""), survey.Blocked, "401"},
		{"403", status(403, "no"), survey.Blocked, "403"},
		{"451", status(451, ""), survey.Blocked, "451"},
		{"429 for long", status(429, "", "Retry-After", "600"), survey.Blocked, "429"},
		{"Cloudflare", status(403, challenge, "cf-mitigated", "challenge"), survey.Blocked, "Cloudflare"},
		{"Cloudflare under 200", status(200, challenge, "Content-Type", "text/html"), survey.Blocked, "Cloudflare"},
		{"DataDome", status(403, "<script src='https://ct.captcha-delivery.com/c.js'></script>"), survey.Blocked, "DataDome"},
		{"Akamai", status(403, "Access Denied", "Server", "AkamaiGHost"), survey.Blocked, "Akamai"},
		{"Imperva", status(200, "<html><iframe src='/_Incapsula_Resource?x=1'></iframe></html>", "Content-Type", "text/html"), survey.Blocked, "Imperva"},
		{"500", status(500, ""), survey.Unreachable, "HTTP 500"},
		{"400", status(400, ""), survey.Unreachable, "HTTP 400"},
		{"maintenance", status(503, "", "Retry-After", "3600"), survey.Maintenance, "503"},
		{"PDF", status(200, "%PDF-1.7", "Content-Type", "application/pdf"), survey.Unreadable, "application/pdf"},
		{"JSON", status(200, `{"a":1}`, "Content-Type", "application/json"), survey.Unreadable, "application/json"},
		{"login", to("/login?back=terms", 302), survey.LoginWall, "login"},
		{"password of a storefront", to("/password", 302), survey.LoginWall, "password"},
		{"storefront password in place", status(200, `<form action="/password"><input type="hidden" name="form_type" value="storefront_password"></form>`, "Content-Type", "text/html"), survey.LoginWall, "Shopify"},
		{"login in place", status(200, `<html><title>Shop</title><form method=post><input type=password name=p></form></html>`, "Content-Type", "text/html"), survey.LoginWall, "password"},
		{"coming soon", status(200, `<html><body class="woocommerce-coming-soon">Great things</body></html>`, "Content-Type", "text/html"), survey.Maintenance, "WooCommerce"},
		{"country", status(403, "<p>The owner has banned the country or region your IP is in</p>"), survey.Blocked, "country"},
		{"country under 200", status(200, "<html><p>Sorry, not available in your country.</p></html>", "Content-Type", "text/html"), survey.Blocked, "country"},
		{"SiteGround", status(202, `<html><meta http-equiv="refresh" content="0;/.well-known/sgcaptcha/?r=%2F"></html>`, "SG-Captcha", "challenge", "Content-Type", "text/html"), survey.Blocked, "SiteGround"},
		{"DDoS-Guard", status(403, "", "Server", "ddos-guard"), survey.Blocked, "DDoS-Guard"},
		{"waiting room", status(200, "<html><script src='https://static.queue-it.net/x.js'></script></html>", "Content-Type", "text/html"), survey.Blocked, "Queue-it"},
		{"cookie wall", to("/cookie-consent?back=terms", 302), survey.Blocked, "cookie wall"},
		{"another site", to("https://lamps.example/terms", 302), survey.Unreachable, "lamps.example"},
		{"loop", to("/terms", 302), survey.Unreachable, "redirect loop"},
		{"hang up", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, survey.Unreachable, "closed"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newShop(t, legalPages(html("Lamps", legal...)))
			s.pages["/terms"] = tt.answer
			s.pages["/cookie-consent?back=terms"] = to("/terms", 302)
			sink, _ := crawlShop(t, t.Context(), s.URL, Options{})
			u := sink.missed(s.URL, "/terms")
			if u.Cause != tt.cause || !strings.Contains(u.Detail, tt.detail) || u.Guess.Kind != words.Terms {
				t.Errorf("unread %+v", u)
			}
		})
	}
}

func TestGoneIsAnAnswer(t *testing.T) {
	for _, code := range []int{404, 410} {
		s := newShop(t, legalPages(html("Lamps", legal...)))
		s.pages["/terms"] = status(code, html("Not found"))
		sink, _ := crawlShop(t, t.Context(), s.URL, Options{})
		i := slices.IndexFunc(sink.pages, func(p survey.Page) bool { return strings.HasSuffix(p.URL, "/terms") })
		if i < 0 || sink.pages[i].Status != code || len(sink.miss) > 0 {
			t.Errorf("HTTP %d: pages %+v, unread %+v", code, sink.pages, sink.miss)
		}
	}
}

func TestStartThatCannotBeRead(t *testing.T) {
	shut := httptest.NewServer(http.NotFoundHandler())
	shut.Close()
	gone := newShop(t, nil)
	deny := newShop(t, map[string]string{"/robots.txt": "User-agent: *\nDisallow: /", "/": html("Lamps")})
	broken := newShop(t, nil)
	broken.pages["/robots.txt"] = status(500, "")
	for _, tt := range []struct {
		name, start, detail string
		cause               survey.Cause
	}{
		{"refused", shut.URL, "connection refused", survey.Unreachable},
		{"not there", gone.URL, "HTTP 404", survey.Unreachable},
		{"robots", deny.URL, "Disallow: /", survey.Robots},
		{"robots without an answer", broken.URL, "HTTP 500", survey.Robots},
		{"inside a network", "http://10.0.0.1:1/", "refused: private", survey.Unreachable},
	} {
		t.Run(tt.name, func(t *testing.T) {
			sink, totals := crawlShop(t, t.Context(), tt.start, Options{Foreign: tt.name == "inside a network"})
			if len(sink.pages) > 0 || len(sink.miss) != 1 || sink.miss[0].Cause != tt.cause || sink.miss[0].Guess.Kind != words.Home {
				t.Fatalf("pages %v, unread %+v", sink.pages, sink.miss)
			}
			if !strings.Contains(sink.miss[0].Detail, tt.detail) {
				t.Errorf("detail %q, totals %+v", sink.miss[0].Detail, totals)
			}
		})
	}
}

// A home page that fails does not hide legal pages that the sitemap names.
func TestHomeFailsSitemapHelps(t *testing.T) {
	s := newShop(t, legalPages(""))
	s.pages["/"] = status(500, "")
	s.pages["/sitemap.xml"] = write("<urlset><url><loc>/terms</loc></url><url><loc>/contact</loc></url></urlset>")
	sink, _ := crawlShop(t, t.Context(), s.URL, Options{})
	if !sink.has(words.Terms) || !sink.has(words.Contact) || sink.missed(s.URL, "").Cause == "" && sink.missed(s.URL, "/").Cause != survey.Unreachable {
		t.Errorf("pages %+v, unread %+v", sink.pages, sink.miss)
	}
}

func TestRobotsOfTheShopAreKept(t *testing.T) {
	pages := legalPages(html("Lamps", legal...))
	pages["/robots.txt"] = "User-agent: *\nDisallow: /privacy\nDisallow: /hidden"
	s := newShop(t, pages)
	s.pages["/terms"] = to("/hidden/terms", 302)
	sink, _ := crawlShop(t, t.Context(), s.URL, Options{})
	for _, p := range []string{"/privacy", "/terms"} {
		if u := sink.missed(s.URL, p); u.Cause != survey.Robots {
			t.Errorf("%s: unread %+v", p, u)
		}
	}
	if slices.Contains(s.requests(), "/hidden/terms") || slices.Contains(s.requests(), "/privacy") {
		t.Errorf("asked for %v", s.requests())
	}
}

func TestCookieWallLetsThroughTheSecondTime(t *testing.T) {
	s := newShop(t, legalPages(""))
	s.pages["/"] = func(w http.ResponseWriter, r *http.Request) {
		if _, err := r.Cookie("ok"); err != nil {
			http.Redirect(w, r, "/consent?back=/", http.StatusFound)
			return
		}
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, html("Lamps", legal...))
	}
	s.pages["/consent?back=/"] = func(w http.ResponseWriter, r *http.Request) {
		http.SetCookie(w, &http.Cookie{Name: "ok", Value: "1", Path: "/"})
		http.Redirect(w, r, "/", http.StatusFound)
	}
	sink, totals := crawlShop(t, t.Context(), s.URL, Options{})
	if totals.Stopped != "enough" || len(sink.pages) != 6 {
		t.Errorf("totals %+v, pages %v, unread %+v", totals, sink.paths(s.URL), sink.miss)
	}
}

func TestCharsetReachesThePageReader(t *testing.T) {
	s := newShop(t, legalPages(""))
	s.pages["/"] = status(200, "<html lang=fr><title>Caf\xe9</title><a href=/mentions>Mentions l\xe9gales</a></html>", "Content-Type", "text/html; charset=iso-8859-1")
	s.pages["/mentions"] = write(html("Mentions légales"))
	sink, _ := crawlShop(t, t.Context(), s.URL, Options{})
	if !sink.has(words.Imprint) {
		t.Errorf("pages %+v", sink.pages)
	}
}

func TestPasswordInTheAddressIsUsedAndHidden(t *testing.T) {
	s := newShop(t, nil)
	s.other = func(w http.ResponseWriter, r *http.Request) {
		if u, p, _ := r.BasicAuth(); u != "anna" || p != "geheim" {
			w.WriteHeader(401)
			return
		}
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, html("Lamps"))
	}
	u, _ := url.Parse(s.URL)
	u.User = url.UserPassword("anna", "geheim")
	sink, _ := crawlShop(t, t.Context(), u.String(), Options{})
	if len(sink.pages) == 0 || strings.Contains(fmt.Sprint(sink.pages, sink.miss), "geheim") {
		t.Errorf("pages %+v, unread %+v", sink.pages, sink.miss)
	}
}

func TestStartMustBeAnAddress(t *testing.T) {
	for _, s := range []string{"", "shop", "ftp://shop.example/", "http://", "http://[::1", "mailto:a@b.be"} {
		if _, err := Run(t.Context(), s, Options{}, &testSink{}); err == nil {
			t.Errorf("Run(%q) has no error", s)
		}
	}
}
