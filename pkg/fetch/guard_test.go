package fetch

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"testing"

	"golang.org/x/net/dns/dnsmessage"
)

func TestNotPublic(t *testing.T) {
	tests := []struct {
		addr string
		open bool
	}{
		{"93.184.216.34", true}, {"2606:2800:220:1::1", true}, {"172.32.0.1", true}, {"100.128.0.1", true},
		{"127.0.0.1", false}, {"127.9.9.9", false}, {"::1", false}, {"10.1.2.3", false}, {"172.16.0.1", false}, {"192.168.1.1", false},
		{"169.254.169.254", false}, {"169.254.1.1", false}, {"fe80::1%eth0", false}, {"fd00:ec2::254", false}, {"fd12::1", false},
		{"100.64.0.1", false}, {"0.0.0.0", false}, {"0.1.2.3", false}, {"::", false}, {"224.0.0.1", false}, {"ff02::1", false},
		{"255.255.255.255", false}, {"192.0.2.1", false}, {"198.51.100.7", false}, {"203.0.113.9", false}, {"2001:db8::1", false},
		{"::ffff:127.0.0.1", false}, {"::ffff:93.184.216.34", true}, {"64:ff9b::7f00:1", false}, {"2002:7f00:1::", false}, {"198.18.0.1", false},
	}
	for _, tt := range tests {
		if why := notPublic(netip.MustParseAddr(tt.addr)); (why == "") != tt.open {
			t.Errorf("notPublic(%s) = %q, open %v", tt.addr, why, tt.open)
		}
	}
}

// The shop's own address is named; what it redirects to is not.
func TestGuardStopsRedirectInside(t *testing.T) {
	inside := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("the inside was reached") }))
	defer inside.Close()
	shop := httptest.NewServer(http.RedirectHandler(inside.URL, http.StatusFound))
	defer shop.Close()
	c := client(t, shop.URL, Options{IgnoreRobots: true})
	_, err := c.Get(t.Context(), shop.URL, 1<<20, 5)
	var refused *Refused
	if !errors.As(err, &refused) {
		t.Fatalf("error %v, want a refusal", err)
	}
}

func TestGuardAllowsPrivateWhenAsked(t *testing.T) {
	srv := httptest.NewServer(http.NotFoundHandler())
	defer srv.Close()
	c := New(Options{AllowPrivate: true, IgnoreRobots: true})
	defer c.Close()
	if _, err := c.Get(t.Context(), srv.URL, 1<<20, 0); err != nil {
		t.Fatal(err)
	}
}

// A name that first looks public and then turns inside is stopped when the
// connection is made, because that is where the guard looks: at every dial of
// one crawl, not once for a name. Nothing leaves the machine here: from a
// loopback address no public one can be reached.
func TestGuardSeesThroughRebinding(t *testing.T) {
	inside := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("the inside was reached") }))
	defer inside.Close()
	_, port, _ := net.SplitHostPort(inside.Listener.Addr().String())
	answers := []string{"93.184.216.34", "127.0.0.1"}
	g := newGuard(Options{Resolver: resolver(t, func() string {
		a := answers[0]
		answers = answers[min(1, len(answers)-1):]
		return a
	})})
	g.dialer.LocalAddr = &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)}
	client := &http.Client{Transport: &http.Transport{DialContext: g.dial, DisableKeepAlives: true}}
	var refused *Refused
	if _, err := client.Get("http://rebind.example:" + port + "/"); err == nil || errors.As(err, &refused) {
		t.Fatalf("error %v: the public address passes the guard and cannot be reached", err)
	}
	if _, err := client.Get("http://rebind.example:" + port + "/"); !errors.As(err, &refused) || refused.Why != "loopback" {
		t.Fatalf("error %v, want a refusal", err)
	}
}

// What is fetched beside the pages is looked at as they are.
func TestGuardCoversRobotsAndTheirRedirects(t *testing.T) {
	inside := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("the inside was reached") }))
	defer inside.Close()
	shop := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, inside.URL+r.URL.Path, http.StatusFound)
	}))
	defer shop.Close()
	var refused *Refused
	if err := client(t, shop.URL, Options{}).Robots.Check(t.Context(), &url.URL{Scheme: "http", Host: shop.Listener.Addr().String(), Path: "/"}); !errors.As(err, &refused) {
		t.Errorf("error %v, want a refusal", err)
	}
}

func TestNamedHostNeverReachesMetadata(t *testing.T) {
	c := New(Options{Named: []string{"staging.example:80"}, Resolver: resolver(t, func() string { return "169.254.169.254" }), IgnoreRobots: true})
	defer c.Close()
	_, err := c.Get(t.Context(), "http://staging.example/latest/meta-data/", 1<<20, 0)
	var refused *Refused
	if !errors.As(err, &refused) {
		t.Fatalf("error %v, want a refusal", err)
	}
}

// client is a stack whose shop is the test server.
func client(t *testing.T, shop string, o Options) *Client {
	t.Helper()
	u, err := url.Parse(shop)
	if err != nil {
		t.Fatal(err)
	}
	o.Shop, o.Named = u, append(o.Named, HostPort(u))
	c := New(o)
	t.Cleanup(c.Close)
	return c
}

// resolver is a DNS server on loopback that answers every question of type A
// with the next address.
func resolver(t *testing.T, next func() string) *net.Resolver {
	t.Helper()
	conn, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	go func() {
		buf := make([]byte, 1500)
		for {
			n, from, err := conn.ReadFrom(buf)
			if err != nil {
				return
			}
			var m dnsmessage.Message
			if m.Unpack(buf[:n]) != nil || len(m.Questions) == 0 {
				continue
			}
			m.Response, m.Additionals = true, nil
			if q := m.Questions[0]; q.Type == dnsmessage.TypeA {
				m.Answers = []dnsmessage.Resource{{
					Header: dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class, TTL: 0},
					Body:   &dnsmessage.AResource{A: netip.MustParseAddr(next()).As4()},
				}}
			}
			if out, err := m.Pack(); err == nil {
				conn.WriteTo(out, from)
			}
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		var d net.Dialer
		return d.DialContext(ctx, "udp", conn.LocalAddr().String())
	}}
}
