package fetch

import (
	"context"
	"net"
)

// Dialer is the guarded dialler of a stack without the stack: for a proxy that
// hands connections on unread. It looks at every address after the name was
// resolved; the error is *Refused for one that a public shop may not lead to.
func Dialer(o Options) func(ctx context.Context, network, addr string) (net.Conn, error) {
	return newGuard(o.withDefaults()).dial
}

// Literal refuses a host:port written out as an address that a public shop may
// not lead to: what goes through another proxy is dialled by that, not by us.
func Literal(o Options, hostport string) error {
	g := newGuard(o.withDefaults())
	host, _, err := net.SplitHostPort(hostport)
	if err != nil {
		return err
	}
	a, ok := written(host)
	if !ok || g.open || g.named[hostport] {
		return nil
	}
	if why := notPublic(a); why != "" {
		return &Refused{a, why}
	}
	return nil
}
