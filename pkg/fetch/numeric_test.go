package fetch

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"testing"
)

func TestWritten(t *testing.T) {
	for host, want := range map[string]string{
		"127.0.0.1": "127.0.0.1", "::1": "::1", "::ffff:10.0.0.1": "::ffff:10.0.0.1",
		"2130706433": "127.0.0.1", "0x7f.1": "127.0.0.1", "0x7F000001": "127.0.0.1", "0177.0.0.1": "127.0.0.1", "127.1": "127.0.0.1", "10.258": "10.0.1.2",
		"127.0.0.1.": "127.0.0.1", "localhost": "127.0.0.1", "LocalHost.": "127.0.0.1", "shop.localhost": "127.0.0.1", "metadata.google.internal": "169.254.169.254",
		"shop.example": "", "1.2.3.4.5": "", "256.0.0.1": "", "4294967296": "", "0x7f.x": "", "": "", "..": "", "1..2": "", "+1": "", "localhost.example": "",
	} {
		got, ok := written(host)
		if ok != (want != "") || ok && got.String() != want {
			t.Errorf("written(%q) = %v, %v, want %q", host, got, ok, want)
		}
	}
}

// Behind a proxy nothing is looked up here, so every way to write an inner
// address must be known by its looks.
func TestProxyIsNoWayInside(t *testing.T) {
	var asked []string
	proxy := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { asked = append(asked, r.URL.Host) }))
	defer proxy.Close()
	p, _ := url.Parse(proxy.URL)
	c := New(Options{IgnoreRobots: true, Proxy: p})
	defer c.Close()
	for _, host := range []string{"2130706433", "0x7f.1", "0177.0.0.1", "127.1", "localhost", "a.localhost", "[::1]", "[::ffff:127.0.0.1]", "metadata.google.internal", "169.254.169.254", "100.64.0.1"} {
		if _, err := c.Get(t.Context(), "http://"+host+"/", 1<<20, 0); err == nil {
			t.Errorf("%s went to the proxy", host)
		}
	}
	if len(asked) > 0 {
		t.Errorf("the proxy was asked for %v", asked)
	}
}

func FuzzWritten(f *testing.F) {
	for _, s := range []string{"0x7f.1", "1.2.3.4", "a.b", "0", "08", "0x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, host string) {
		a, ok := written(host)
		if ok && !a.IsValid() {
			t.Errorf("written(%q) is no address", host)
		}
		if b, err := netip.ParseAddr(host); err == nil && a.WithZone("") != b.WithZone("") {
			t.Errorf("written(%q) = %v", host, a)
		}
	})
}
