package browser

import (
	"bufio"
	"context"
	"crypto/tls"
	"encoding/base64"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	socksproxy "golang.org/x/net/proxy"

	"github.com/shoplint/shoplint/pkg/fetch"
)

// upstream is a dialler that asks the user's proxy for every connection. Names
// are looked up there, so only addresses written out can be refused here.
func upstream(o fetch.Options) dialer {
	dial := fetch.Dialer(o)
	return func(ctx context.Context, network, addr string) (net.Conn, error) {
		if err := fetch.Literal(o, addr); err != nil {
			return nil, err
		}
		if strings.HasPrefix(o.Proxy.Scheme, "socks5") {
			return socks(ctx, dial, o.Proxy, addr)
		}
		c, err := dial(ctx, network, fetch.HostPort(o.Proxy))
		if err != nil {
			return nil, err
		}
		if o.Proxy.Scheme == "https" {
			c = tls.Client(c, &tls.Config{ServerName: o.Proxy.Hostname(), InsecureSkipVerify: o.Insecure}) //nolint:gosec // the user asks for it with --insecure
		}
		far, err := connect(c, addr, o.Proxy.User)
		if err != nil {
			c.Close()
		}
		return far, err
	}
}

// through sends what is not encrypted to the user's proxy as it is: many open
// no tunnel to the port of plain http.
func (p *proxy) through(o fetch.Options) {
	if o.Proxy == nil || strings.HasPrefix(o.Proxy.Scheme, "socks5") {
		return
	}
	p.transport.DialContext = fetch.Dialer(o)
	p.transport.TLSClientConfig = &tls.Config{InsecureSkipVerify: o.Insecure} //nolint:gosec // as above
	p.transport.Proxy = func(r *http.Request) (*url.URL, error) {
		return o.Proxy, fetch.Literal(o, fetch.HostPort(r.URL))
	}
}

// socks asks a SOCKS proxy for a connection to addr; names go along unresolved.
func socks(ctx context.Context, dial dialer, at *url.URL, addr string) (net.Conn, error) {
	var auth *socksproxy.Auth
	if at.User != nil {
		password, _ := at.User.Password()
		auth = &socksproxy.Auth{User: at.User.Username(), Password: password}
	}
	server := fetch.HostPort(at)
	if at.Port() == "" {
		server = net.JoinHostPort(at.Hostname(), "1080")
	}
	d, err := socksproxy.SOCKS5("tcp", server, auth, forward(dial))
	if err != nil {
		return nil, err
	}
	limited, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	return d.(socksproxy.ContextDialer).DialContext(limited, "tcp", addr)
}

// forward is a dialler as the SOCKS client takes it.
type forward dialer

// Dial connects without a context.
func (f forward) Dial(network, addr string) (net.Conn, error) {
	return f(context.Background(), network, addr)
}

// DialContext connects, until ctx ends.
func (f forward) DialContext(ctx context.Context, network, addr string) (net.Conn, error) {
	return f(ctx, network, addr)
}

// connect asks a proxy for a connection to addr.
func connect(c net.Conn, addr string, user *url.Userinfo) (net.Conn, error) {
	r := &http.Request{Method: http.MethodConnect, URL: &url.URL{Opaque: addr}, Host: addr, Header: http.Header{}}
	if user != nil {
		password, _ := user.Password()
		r.Header.Set("Proxy-Authorization", "Basic "+base64.StdEncoding.EncodeToString([]byte(user.Username()+":"+password)))
	}
	if err := c.SetDeadline(time.Now().Add(10 * time.Second)); err != nil {
		return nil, err
	}
	if err := r.Write(c); err != nil {
		return nil, err
	}
	b := bufio.NewReader(io.LimitReader(c, 16<<10))
	res, err := http.ReadResponse(b, r)
	if err != nil {
		return nil, err
	}
	if res.StatusCode != http.StatusOK || b.Buffered() > 0 {
		return nil, errors.New("the proxy refuses: " + res.Status)
	}
	return c, c.SetDeadline(time.Time{})
}
