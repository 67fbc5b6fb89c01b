package fetch

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"time"
)

// Turn lets the requests of many stacks to one host or one address in, each
// when it is its turn. Shops on one platform share an address, and what is
// polite of one crawl is not of fifty.
type Turn interface {
	// Enter waits until a request to host:port may be sent; leave gives the
	// turn back once the answer was read.
	Enter(ctx context.Context, hostport string) (leave func(), err error)
	// Addresses are those that host is connected to. Enter counted them, so no
	// other may be used.
	Addresses(ctx context.Context, host string) ([]netip.Addr, error)
}

// turned keeps a request out until its turn, and holds that until its body is
// closed.
type turned struct {
	next http.RoundTripper
	turn Turn
}

// inTurn is next, waited for where there are other stacks.
func inTurn(next http.RoundTripper, turn Turn) http.RoundTripper {
	if turn == nil {
		return next
	}
	return &turned{next, turn}
}

func (t *turned) RoundTrip(req *http.Request) (*http.Response, error) {
	leave, err := t.turn.Enter(req.Context(), HostPort(req.URL))
	if err != nil {
		return nil, err
	}
	res, err := t.next.RoundTrip(req)
	if err != nil {
		leave()
		return nil, err
	}
	res.Body = &closing{res.Body, leave}
	return res, nil
}

// connect dials addr, at the addresses that the turn was given for.
func (g *guard) connect(ctx context.Context, d net.Dialer, network, addr string) (net.Conn, error) {
	host, port, err := net.SplitHostPort(addr)
	if g.turn == nil || addr == g.proxy || err != nil || net.ParseIP(host) != nil {
		return d.DialContext(ctx, network, addr)
	}
	all, err := g.turn.Addresses(ctx, host)
	if err != nil {
		return nil, &net.OpError{Op: "dial", Net: network, Err: err}
	}
	return dialEach(ctx, d, network, port, all)
}

// dialEach tries one address after the other; each gets its part of the time.
func dialEach(ctx context.Context, d net.Dialer, network, port string, all []netip.Addr) (net.Conn, error) {
	var first error
	until := time.Now().Add(d.Timeout)
	for i, a := range all {
		if d.Timeout > 0 {
			d.Timeout = max(time.Until(until)/time.Duration(len(all)-i), time.Millisecond)
		}
		conn, err := d.DialContext(ctx, network, net.JoinHostPort(a.String(), port))
		if err == nil {
			return conn, nil
		}
		if first == nil {
			first = err
		}
	}
	return nil, first
}
