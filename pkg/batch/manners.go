package batch

import (
	"context"
	"net"
	"net/netip"
	"net/url"
	"slices"
	"sync"
	"time"

	"github.com/shoplint/shoplint/pkg/fetch"
)

// Manners keep the shops of a process polite to one another: at most so many
// requests are open at once to a host or an address, and no two shops on one
// host or address are read at the same time. With Leases that holds over all
// processes.
type Manners struct {
	Concurrency int           // requests at once to a host or address
	Resolver    *net.Resolver // nil: the system's
	Proxied     bool          // addresses are a proxy's business
	Leases      Leases        // nil: no other process takes part

	mu     sync.Mutex
	places map[string]*place
	names  map[string]*lookup
}

// Leases are held by one process of many.
type Leases interface {
	// Try takes a lease, or says that another process has it. What is lost
	// closes the lease's channel.
	Try(ctx context.Context, key string) (l *Lease, ok bool, err error)
}

// Lease is a key that no other process may use.
type Lease struct {
	Lost    <-chan struct{} // closed when it could not be kept
	Release func()
}

// place is a host:port or an address.
type place struct {
	refs  int // who has it in hand; without any it is forgotten
	slots chan struct{}
	shop  bool // a shop that is read lives here
	users int  // the shop and the requests that need the lease
	lease *Lease
	busy  sync.Mutex // held while the lease is asked for
}

// Stay is a shop's hold on its host and addresses.
type Stay struct {
	Lost  chan struct{} // closed when another process may be reading there
	leave func()
}

// Leave gives host and addresses back.
func (s *Stay) Leave() { s.leave() }

// Shop takes the host and the addresses of a shop; ok is false while another
// shop is read there. A host that cannot be found has no addresses.
func (m *Manners) Shop(ctx context.Context, target string) (stay *Stay, ok bool, err error) {
	u, err := url.Parse(target)
	if err != nil {
		return nil, false, err
	}
	stay = &Stay{Lost: make(chan struct{})}
	done := make(chan struct{})
	var held []string
	stay.leave = sync.OnceFunc(func() {
		close(done)
		for _, k := range held {
			m.leaveShop(k)
		}
	})
	var once sync.Once
	for _, k := range m.keys(ctx, fetch.HostPort(u)) {
		lease, ok, err := m.enterShop(ctx, k)
		if err != nil || !ok {
			stay.leave()
			return nil, false, err
		}
		held = append(held, k)
		if lease != nil {
			go func() {
				select {
				case <-lease.Lost:
					once.Do(func() { close(stay.Lost) })
				case <-done:
				}
			}()
		}
	}
	return stay, true, nil
}

// Wait is Shop that waits until no other shop is read there.
func (m *Manners) Wait(ctx context.Context, target string) (*Stay, error) {
	for {
		stay, ok, err := m.Shop(ctx, target)
		if ok || err != nil {
			return stay, err
		}
		if !pauseFor(ctx, pollLease) {
			return nil, context.Cause(ctx)
		}
	}
}

func (m *Manners) enterShop(ctx context.Context, key string) (*Lease, bool, error) {
	p := m.place(key)
	m.mu.Lock()
	taken := p.shop
	p.shop = true
	m.mu.Unlock()
	if taken {
		m.drop(key, p)
		return nil, false, nil
	}
	lease, ok, err := m.use(ctx, key, p)
	if !ok {
		m.mu.Lock()
		p.shop = false
		m.mu.Unlock()
		m.drop(key, p)
	}
	return lease, ok, err
}

func (m *Manners) leaveShop(key string) {
	p := m.place(key)
	m.mu.Lock()
	p.shop = false
	m.mu.Unlock()
	m.unuse(p)
	m.drop(key, p) // that of this call
	m.drop(key, p) // that of the shop
}

// keys are the places of a host: its port and its addresses, in one order for
// all, so that no two wait for each other.
func (m *Manners) keys(ctx context.Context, hostport string) []string {
	out := []string{"host " + hostport}
	host, _, err := net.SplitHostPort(hostport)
	if err != nil || m.Proxied {
		return out
	}
	all, _ := m.Addresses(ctx, host) // one that cannot be found cannot be asked
	for _, a := range all {
		out = append(out, "addr "+a.String())
	}
	slices.Sort(out)
	return out
}

// Enter is that of fetch.Turn.
func (m *Manners) Enter(ctx context.Context, hostport string) (func(), error) {
	var held []func()
	leave := sync.OnceFunc(func() {
		for _, f := range slices.Backward(held) {
			f()
		}
	})
	for _, k := range m.keys(ctx, hostport) {
		p := m.place(k)
		held = append(held, func() { m.drop(k, p) })
		if err := m.wait(ctx, k, p); err != nil {
			leave()
			return nil, err
		}
		held = append(held, func() { m.unuse(p) })
		select {
		case p.slots <- struct{}{}:
			held = append(held, func() { <-p.slots })
		case <-ctx.Done():
			leave()
			return nil, context.Cause(ctx)
		}
	}
	return leave, nil
}

// pollLease is how often a lease that another process holds is asked for.
const pollLease = 50 * time.Millisecond

// wait gets the use of a place that another process may have.
func (m *Manners) wait(ctx context.Context, key string, p *place) error {
	for {
		_, ok, err := m.use(ctx, key, p)
		if ok || err != nil {
			return err
		}
		select {
		case <-time.After(pollLease):
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
}

// use counts one more user of a place; the first needs the lease.
func (m *Manners) use(ctx context.Context, key string, p *place) (*Lease, bool, error) {
	if m.Leases == nil {
		return nil, true, nil
	}
	p.busy.Lock()
	defer p.busy.Unlock()
	if p.lease == nil {
		l, ok, err := m.Leases.Try(ctx, key)
		if !ok || err != nil {
			return nil, false, err
		}
		p.lease = l
	}
	p.users++
	return p.lease, true, nil
}

func (m *Manners) unuse(p *place) {
	if m.Leases == nil {
		return
	}
	p.busy.Lock()
	defer p.busy.Unlock()
	if p.users--; p.users == 0 {
		p.lease.Release()
		p.lease = nil
	}
}

// place is that of a key, in the hand of the caller until it is dropped.
func (m *Manners) place(key string) *place {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.places == nil {
		m.places = map[string]*place{}
	}
	p := m.places[key]
	if p == nil {
		p = &place{slots: make(chan struct{}, max(m.Concurrency, 1))}
		m.places[key] = p
	}
	p.refs++
	return p
}

// drop forgets a place that nobody has in hand: a long list has many.
func (m *Manners) drop(key string, p *place) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if p.refs--; p.refs == 0 {
		delete(m.places, key)
	}
}

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
