package browser_test

import (
	"encoding/base64"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/shoplint/shoplint/pkg/fetch"
	"github.com/shoplint/shoplint/pkg/page"
)

// shopBehind is a shop under a name that only the proxy knows, with a footer
// that a script builds.
func shopBehind(t *testing.T, secure bool) string {
	t.Helper()
	h := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.Host != "shop.test" && !strings.HasPrefix(r.Host, "shop.test:"):
			w.WriteHeader(http.StatusMisdirectedRequest)
		case r.URL.Path == "/app.js":
			w.Header().Set("Content-Type", "text/javascript")
			_, _ = io.WriteString(w, `document.body.innerHTML = "<a href='/there'>x</a>"`)
		default:
			w.Header().Set("Content-Type", "text/html")
			_, _ = io.WriteString(w, `<!doctype html><body><script src="/app.js"></script>`)
		}
	})
	srv := httptest.NewUnstartedServer(h)
	if secure {
		srv.StartTLS()
	} else {
		srv.Start()
	}
	t.Cleanup(srv.Close)
	return srv.Listener.Addr().String()
}

// forwarder is an HTTP proxy with a password that leads everything to one
// place, and opens tunnels only to the port of https.
func forwarder(t *testing.T, to string, used *atomic.Int64) http.Handler {
	want := "Basic " + base64.StdEncoding.EncodeToString([]byte("me:secret"))
	pass := httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {
		r.Out.URL.Host = to
		r.Out.Host = r.In.Host
	}}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		used.Add(1)
		switch {
		case r.Header.Get("Proxy-Authorization") != want:
			w.WriteHeader(http.StatusProxyAuthRequired)
		case r.Method != http.MethodConnect:
			pass.ServeHTTP(w, r)
		case r.Host != "shop.test:443":
			w.WriteHeader(http.StatusForbidden)
		default:
			far, err := net.Dial("tcp", to)
			if err != nil {
				t.Error(err)
				return
			}
			near, _, err := w.(http.Hijacker).Hijack()
			if err != nil {
				t.Error(err)
				return
			}
			_, _ = io.WriteString(near, "HTTP/1.1 200 OK\r\n\r\n")
			join(near, far)
		}
	})
}

func join(a, b net.Conn) {
	go func() { _, _ = io.Copy(a, b); a.Close() }()
	_, _ = io.Copy(b, a)
	b.Close()
}

// socksServer leads every connection to one place. It asks for no password.
func socksServer(t *testing.T, to string, used *atomic.Int64) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer c.Close()
				b := make([]byte, 512)
				if _, err := io.ReadFull(c, b[:2]); err != nil {
					return
				}
				_, _ = io.ReadFull(c, b[:b[1]])
				_, _ = c.Write([]byte{5, 0})
				_, _ = io.ReadFull(c, b[:5]) // version, command, 0, kind, length
				name := b[5 : 5+int(b[4])+2]
				if _, err := io.ReadFull(c, name); err != nil || b[3] != 3 || string(name[:len(name)-2]) != "shop.test" {
					t.Errorf("asked for kind %d, %q", b[3], name)
					return
				}
				used.Add(1)
				_, _ = c.Write([]byte{5, 0, 0, 1, 0, 0, 0, 0, 0, 0})
				if far, err := net.Dial("tcp", to); err == nil {
					join(c, far)
				}
			}()
		}
	}()
	return l.Addr().String()
}

// A page and its scripts come through the user's proxy, whatever its kind, and
// the shop's name is looked up there.
func TestProxyOfTheUser(t *testing.T) {
	b := start(t, quick())
	for _, shop := range []string{"http", "https"} {
		to := shopBehind(t, shop == "https")
		for _, kind := range []string{"http", "https", "socks5"} {
			t.Run(shop+" through "+kind, func(t *testing.T) {
				var used atomic.Int64
				via := &url.URL{Scheme: kind, User: url.UserPassword("me", "secret")}
				switch kind {
				case "socks5":
					via.Host, via.User = socksServer(t, to, &used), nil
				case "https":
					srv := httptest.NewTLSServer(forwarder(t, to, &used))
					defer srv.CloseClientConnections()
					via.Host = srv.Listener.Addr().String()
				default:
					srv := httptest.NewServer(forwarder(t, to, &used))
					defer srv.CloseClientConnections()
					via.Host = srv.Listener.Addr().String()
				}
				s := b.Shop(fetch.Options{Shop: &url.URL{Scheme: shop, Host: "shop.test"}, Proxy: via, Insecure: true})
				defer s.Close()
				link(t, read(t, s, shop+"://shop.test/"), "/there")
				if used.Load() == 0 {
					t.Error("the proxy was not asked")
				}
			})
		}
	}
}

// --resolve leads the browser too; a certificate that is not in order is
// refused without --insecure.
func TestResolveAndCertificates(t *testing.T) {
	b := start(t, quick())
	to := shopBehind(t, true)
	for _, insecure := range []bool{false, true} {
		s := b.Shop(fetch.Options{
			Shop: &url.URL{Scheme: "https", Host: "shop.test"}, Named: []string{"shop.test:443"}, Insecure: insecure,
			Resolve: map[string]string{"shop.test:443": to},
		})
		defer s.Close()
		if !insecure {
			if r, err := s.Render(t.Context(), page.Source{Address: "https://shop.test/"}); err == nil {
				t.Errorf("rendered: %s", r.HTML)
			}
			continue
		}
		link(t, read(t, s, "https://shop.test/"), "/there")
	}
}
