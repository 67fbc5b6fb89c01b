package fetch

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"testing"
)

// A shop that redirects to another origin does not get the password sent
// along, not even to another port of the same host.
func TestSecretsStayAtTheShop(t *testing.T) {
	var leaked []string
	other := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		for _, h := range []string{"Authorization", "Cookie", "X-Staging"} {
			if v := r.Header.Get(h); v != "" {
				leaked = append(leaked, h)
			}
		}
	}))
	defer other.Close()
	var user, word, header, cookie string
	shop := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		user, word, _ = r.BasicAuth()
		header, cookie = r.Header.Get("X-Staging"), r.Header.Get("Cookie")
		http.Redirect(w, r, other.URL, http.StatusFound)
	}))
	defer shop.Close()
	c := client(t, shop.URL, Options{
		AllowPrivate: true, BasicAuth: url.UserPassword("anna", "geheim"),
		Headers: http.Header{"x-staging": {"open"}, "Cookie": {"pass=1"}},
	})
	if _, err := c.Get(t.Context(), shop.URL, 1<<20, 5); err != nil {
		t.Fatal(err)
	}
	if user != "anna" || word != "geheim" || header != "open" || cookie != "pass=1" {
		t.Errorf("the shop got %q %q %q %q", user, word, header, cookie)
	}
	if len(leaked) > 0 {
		t.Errorf("another origin got %v", leaked)
	}
}

func TestSameOrigin(t *testing.T) {
	tests := []struct {
		shop, to string
		same     bool
	}{
		{"https://a.be/", "https://A.be:443/x", true},
		{"http://a.be/", "https://a.be/", true},
		{"https://a.be/", "http://a.be/", false},
		{"http://a.be:8080/", "https://a.be/", false},
		{"https://a.be/", "https://www.a.be/", false},
		{"https://a.be/", "https://a.be.evil.example/", false},
	}
	for _, tt := range tests {
		a, _ := url.Parse(tt.shop)
		b, _ := url.Parse(tt.to)
		if got := sameOrigin(a, b); got != tt.same {
			t.Errorf("sameOrigin(%s, %s) = %v", tt.shop, tt.to, got)
		}
	}
}

func TestCookiesAndName(t *testing.T) {
	var seen, agent string
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		seen, agent = r.Header.Get("Cookie"), r.UserAgent()
		http.SetCookie(w, &http.Cookie{Name: "s", Value: "1"})
	}))
	defer srv.Close()
	c := client(t, srv.URL, Options{IgnoreRobots: true, UserAgent: UserAgent("1.2.3")})
	for range 2 {
		if _, err := c.Get(t.Context(), srv.URL, 1<<20, 0); err != nil {
			t.Fatal(err)
		}
	}
	if seen != "s=1" || agent != "shoplint/1.2.3 (+https://github.com/shoplint/shoplint)" {
		t.Errorf("cookie %q, agent %q", seen, agent)
	}
}

func TestTLSIsExplained(t *testing.T) {
	srv := httptest.NewTLSServer(http.NotFoundHandler())
	defer srv.Close()
	_, err := client(t, srv.URL, Options{IgnoreRobots: true}).Get(t.Context(), srv.URL, 1<<20, 0)
	if err == nil || Explain(err) != "TLS: certificate is signed by an unknown authority" {
		t.Errorf("error %v: %q", err, Explain(err))
	}
	a, err := client(t, srv.URL, Options{IgnoreRobots: true, Insecure: true}).Get(t.Context(), srv.URL, 1<<20, 0)
	if err != nil || a.Status != http.StatusNotFound {
		t.Errorf("insecure: error %v", err)
	}
}

func TestHTTP2IsKept(t *testing.T) {
	srv := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.Header().Set("X-Proto", r.Proto) }))
	srv.EnableHTTP2 = true
	srv.StartTLS()
	defer srv.Close()
	a, err := client(t, srv.URL, Options{IgnoreRobots: true, Insecure: true}).Get(t.Context(), srv.URL, 1<<20, 0)
	if err != nil || a.Header.Get("X-Proto") != "HTTP/2.0" {
		t.Errorf("error %v, answer %+v", err, a)
	}
}

func TestResolveMap(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.Write([]byte(r.Host)) }))
	defer srv.Close()
	u, _ := url.Parse(srv.URL)
	c := New(Options{IgnoreRobots: true, Resolve: map[string]string{"Shop.example:80": u.Host}})
	defer c.Close()
	a, err := c.Get(t.Context(), "http://shop.example/", 1<<20, 0)
	if err != nil || string(a.Body) != "shop.example" {
		t.Errorf("error %v, answer %+v", err, a)
	}
}

func TestProxyDoesNotHideInnerAddresses(t *testing.T) {
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("via " + r.URL.Host)) }))
	defer proxy.Close()
	p, _ := url.Parse(proxy.URL)
	c := New(Options{IgnoreRobots: true, Proxy: p})
	defer c.Close()
	if a, err := c.Get(t.Context(), "http://shop.example/", 1<<20, 0); err != nil || string(a.Body) != "via shop.example" {
		t.Errorf("error %v, answer %+v", err, a)
	}
	if _, err := c.Get(t.Context(), "http://10.0.0.1/", 1<<20, 0); err == nil {
		t.Error("a private address went to the proxy")
	}
}

func TestJarIsBounded(t *testing.T) {
	j := newJar()
	u, _ := url.Parse("https://shop.example/")
	for i := range 2 * maxCookies {
		j.SetCookies(u, []*http.Cookie{{Name: "c" + strconv.Itoa(i), Value: "1"}})
	}
	if n := len(j.Cookies(u)); n != maxCookies {
		t.Errorf("%d cookies are kept", n)
	}
	other, _ := url.Parse("https://a.co.uk/")
	fresh := newJar()
	fresh.SetCookies(other, []*http.Cookie{{Name: "x", Value: "1", Domain: "co.uk"}})
	if b, _ := url.Parse("https://b.co.uk/"); len(fresh.Cookies(b)) > 0 {
		t.Error("a cookie was set for a public suffix")
	}
}
