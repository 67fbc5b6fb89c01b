package browser

import (
	"bufio"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"time"

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
		if o.Proxy.Scheme != "http" {
			return nil, fmt.Errorf("pages cannot be rendered behind a proxy of scheme %s", o.Proxy.Scheme)
		}
		c, err := dial(ctx, network, fetch.HostPort(o.Proxy))
		if err != nil {
			return nil, err
		}
		far, err := connect(c, addr, o.Proxy.User)
		if err != nil {
			c.Close()
		}
		return far, err
	}
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
