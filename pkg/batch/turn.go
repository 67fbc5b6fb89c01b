package batch

import (
	"context"
	"slices"
	"sync"
	"time"
)

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
