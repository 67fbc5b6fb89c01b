package batch

import (
	"context"
	"net"
	"net/url"
	"slices"
	"sync"

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
