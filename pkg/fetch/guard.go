package fetch

import (
	"context"
	"fmt"
	"net"
	"net/netip"
	"strings"
	"syscall"
	"time"
)

// Refused is the error for an address that a public shop may not lead to.
type Refused struct {
	Addr netip.Addr
	Why  string // "loopback", "private", …
}

func (r *Refused) Error() string {
	return fmt.Sprintf("address %s is refused: %s", r.Addr, r.Why)
}

// guard dials, and looks at every address after the name was resolved, so
// neither a redirect nor a second look-up can lead inside.
type guard struct {
	open   bool              // every address is allowed
	named  map[string]bool   // host:port as the user wrote it
	remap  map[string]string // host:port to the host:port dialled instead
	proxy  string            // host:port of the proxy, "" without one
	turn   Turn              // knows the addresses; nil: the resolver does
	dialer net.Dialer
}

func newGuard(o Options) *guard {
	g := &guard{open: o.AllowPrivate, named: map[string]bool{}, remap: map[string]string{}, turn: o.Turn}
	g.dialer = net.Dialer{Timeout: o.ConnectTimeout, KeepAlive: 30 * time.Second, Resolver: o.Resolver}
	for _, n := range o.Named {
		g.named[strings.ToLower(n)] = true
	}
	for from, to := range o.Resolve {
		g.remap[strings.ToLower(from)] = strings.ToLower(to)
	}
	if o.Proxy != nil {
		g.proxy = HostPort(o.Proxy)
	}
	return g
}

// dial is the DialContext of the transport.
func (g *guard) dial(ctx context.Context, network, addr string) (net.Conn, error) {
	addr = strings.ToLower(addr)
	to, mapped := g.remap[addr]
	if mapped {
		addr = to
	}
	d := g.dialer
	switch {
	case g.open:
	case mapped, g.named[addr], addr == g.proxy:
		d.Control = controlNamed(addr)
	default:
		d.Control = controlPublic
	}
	if mapped {
		return d.DialContext(ctx, network, addr)
	}
	return g.connect(ctx, d, network, addr)
}

func controlPublic(_, address string, _ syscall.RawConn) error {
	ap, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("read address %q: %w", address, err)
	}
	if why := notPublic(ap.Addr()); why != "" {
		return &Refused{ap.Addr(), why}
	}
	return nil
}

// controlNamed lets a host the user named be anywhere, but a name (unlike an
// address written out) never leads to the metadata service of a cloud.
func controlNamed(named string) func(string, string, syscall.RawConn) error {
	return func(_, address string, _ syscall.RawConn) error {
		ap, err := netip.ParseAddrPort(address)
		if err != nil {
			return fmt.Errorf("read address %q: %w", address, err)
		}
		if metadata(ap.Addr()) && named != address {
			return &Refused{ap.Addr(), "metadata service"}
		}
		return nil
	}
}
