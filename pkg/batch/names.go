package batch

import (
	"context"
	"net"
	"net/netip"
	"slices"
	"time"
)

// lookup is a name that was looked up, once for all who ask at the same time.
type lookup struct {
	ready chan struct{}
	until time.Time
	all   []netip.Addr
	err   error
}

// Limits of the names that are kept.
const (
	keepName  = time.Minute
	maxNames  = 4096
	maxAddrs  = 2 // of a host: more are not needed to reach it, and each is a lease
	findLimit = 10 * time.Second
)

// Addresses is that of fetch.Turn: the first addresses of a host, in one order
// for every process.
func (m *Manners) Addresses(ctx context.Context, host string) ([]netip.Addr, error) {
	if a, err := netip.ParseAddr(host); err == nil {
		return []netip.Addr{a.Unmap()}, nil
	}
	m.mu.Lock()
	if m.names == nil {
		m.names = map[string]*lookup{}
	}
	l := m.names[host]
	if l == nil || !l.until.IsZero() && time.Now().After(l.until) {
		m.forgetNames()
		l = &lookup{ready: make(chan struct{})}
		m.names[host] = l
		go m.find(context.WithoutCancel(ctx), host, l)
	}
	m.mu.Unlock()
	select {
	case <-l.ready:
		return l.all, l.err
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

// forgetNames drops names that are too old to be used. It is called with the
// lock held.
func (m *Manners) forgetNames() {
	if len(m.names) < maxNames {
		return
	}
	for host, l := range m.names {
		if !l.until.IsZero() && time.Now().After(l.until) {
			delete(m.names, host)
		}
	}
}

func (m *Manners) find(ctx context.Context, host string, l *lookup) {
	ctx, cancel := context.WithTimeout(ctx, findLimit)
	defer cancel()
	r := m.Resolver
	if r == nil {
		r = net.DefaultResolver
	}
	all, err := r.LookupNetIP(ctx, "ip", host)
	for i := range all {
		all[i] = all[i].Unmap()
	}
	slices.SortFunc(all, func(a, b netip.Addr) int { // IPv4 first: it is there where IPv6 is broken
		if a.Is4() != b.Is4() {
			if a.Is4() {
				return -1
			}
			return 1
		}
		return a.Compare(b)
	})
	m.mu.Lock()
	l.all, l.err, l.until = all[:min(len(all), maxAddrs)], err, time.Now().Add(keepName)
	m.mu.Unlock()
	close(l.ready)
}
