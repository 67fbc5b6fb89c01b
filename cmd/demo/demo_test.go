package demo

import (
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
)

func get(t *testing.T, address string) (int, string) {
	t.Helper()
	w := httptest.NewRecorder()
	Handler().ServeHTTP(w, httptest.NewRequest("GET", "http://127.0.0.1:8080"+address, nil))
	return w.Code, w.Body.String()
}

var locs = regexp.MustCompile(`<loc>http://127\.0\.0\.1:8080(/[^<]*)</loc>`)

// sitemapPaths are the pages the sitemap promises.
func sitemapPaths(t *testing.T) []string {
	t.Helper()
	_, body := get(t, "/sitemap.xml")
	var out []string
	for _, m := range locs.FindAllStringSubmatch(body, -1) {
		out = append(out, m[1])
	}
	if len(out) != 16 {
		t.Fatalf("the sitemap names %d pages, want 8 in each language:\n%s", len(out), body)
	}
	return out
}

func TestEveryPageHasTheLeftoverLink(t *testing.T) {
	for _, p := range sitemapPaths(t) {
		code, body := get(t, p)
		if code != http.StatusOK {
			t.Errorf("%s: status %d", p, code)
		}
		_, footer, _ := strings.Cut(body, "<footer")
		if strings.Count(footer, `href="https://ec.europa.eu/consumers/odr/`) != 1 {
			t.Errorf("%s: the footer does not link to the platform once", p)
		}
		if strings.Contains(body, "mailto:") {
			t.Errorf("%s: the shop must have no address to click", p)
		}
	}
}

func TestAddressesThatNobodyCanUse(t *testing.T) {
	for page, want := range map[string]string{
		"/contact/":                 `placeholder="jouw@email.be"`,
		"/privacybeleid/":           "noreply@",
		"/algemene-voorwaarden/":    "contact@consumentenombudsdienst.be",
		"/fr/conditions-generales/": "https://ec.europa.eu/consumers/odr</p>",
	} {
		if _, body := get(t, page); !strings.Contains(body, want) {
			t.Errorf("%s lacks %q", page, want)
		}
	}
}

var hrefs = regexp.MustCompile(`href="(/[^"]*)"`)

// The cart is the only dead end, as a crawler never goes there.
func TestLinksLeadSomewhere(t *testing.T) {
	for _, p := range sitemapPaths(t) {
		_, body := get(t, p)
		for _, m := range hrefs.FindAllStringSubmatch(body, -1) {
			if m[1] == "/winkelmand/" || m[1] == "/fr/panier/" {
				continue
			}
			if code, _ := get(t, m[1]); code != http.StatusOK {
				t.Errorf("%s links to %s: status %d", p, m[1], code)
			}
		}
	}
}

func TestAnswers(t *testing.T) {
	for address, want := range map[string]int{
		"/style.css":      200,
		"/robots.txt":     200,
		"/contact":        301,
		"/index.html":     301,
		"/product/":       404, // a folder without a page is not listed
		"/winkelmand/":    404,
		"/../demo.go":     307,
		"/notfound.html":  404,
		"/%2e%2e/demo.go": 404,
	} {
		if code, _ := get(t, address); code != want {
			t.Errorf("%s: status %d, want %d", address, code, want)
		}
	}
	if code, body := get(t, "/nergens/"); code != 404 || !strings.Contains(body, "Page introuvable") {
		t.Errorf("the page of its own for a missing address: %d", code)
	}
}

func TestListen(t *testing.T) {
	addr, stop, err := Listen()
	if err != nil {
		t.Fatal(err)
	}
	res, err := http.Get(addr)
	if err != nil {
		t.Fatal(err)
	}
	body, _ := io.ReadAll(res.Body)
	res.Body.Close()
	if !strings.Contains(string(body), "De Korenaar") {
		t.Error("the home page is not there")
	}
	stop()
	stop() // twice is once
	if _, err := http.Get(addr); err == nil {
		t.Error("the server still answers after it was stopped")
	}
}

// The sample number has to pass the check of a real one.
func TestEnterpriseNumberIsValidInForm(t *testing.T) {
	if n := 97 - 9999999%97; n != 22 {
		t.Errorf("0999.999.9%02d is the number with the right check digits", n)
	}
	if _, body := get(t, "/"); !strings.Contains(body, "0999.999.922") {
		t.Error("the home page shows no such number")
	}
}
