package batch

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/shoplint/shoplint/pkg/fetch"
)

// peaks counts requests that are open at once: of each host and of all, which
// are one address.
type peaks struct {
	mu        sync.Mutex
	open, top map[string]int
	asked     atomic.Int64
}

func (p *peaks) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/robots.txt" {
		return
	}
	p.asked.Add(1)
	for _, k := range []string{r.Host, "address"} {
		p.mu.Lock()
		p.open[k]++
		p.top[k] = max(p.top[k], p.open[k])
		p.mu.Unlock()
		defer func() {
			p.mu.Lock()
			p.open[k]--
			p.mu.Unlock()
		}()
	}
	time.Sleep(2 * time.Millisecond) // so that requests meet
	fmt.Fprint(w, "<title>shop</title>")
}

// hosts are servers on one address.
func (p *peaks) hosts(t *testing.T, n int) []string {
	var out []string
	for range n {
		s := httptest.NewServer(p)
		t.Cleanup(s.Close)
		out = append(out, s.URL+"/")
	}
	return out
}

// askShop reads twelve pages of a shop, as many at once as a client lets through.
func askShop(t *testing.T, m fetch.Turn, shop string) {
	c := fetch.New(fetch.Options{Concurrency: 3, AllowPrivate: true, Turn: m})
	defer c.Close()
	var g sync.WaitGroup
	for i := range 12 {
		g.Go(func() {
			res, err := c.HTTP().Get(fmt.Sprintf("%s%d", shop, i))
			if err != nil {
				t.Error(err)
				return
			}
			_, _ = io.Copy(io.Discard, res.Body)
			res.Body.Close()
		})
	}
	g.Wait()
}

func TestPeakOfHostAndAddress(t *testing.T) {
	alone := &peaks{open: map[string]int{}, top: map[string]int{}}
	together := &peaks{open: map[string]int{}, top: map[string]int{}}
	m := &Manners{Concurrency: 3}
	for _, c := range []struct {
		p    *peaks
		turn fetch.Turn
	}{{alone, nil}, {together, m}} {
		var g sync.WaitGroup
		for _, shop := range c.p.hosts(t, 6) {
			g.Go(func() { askShop(t, c.turn, shop) })
		}
		g.Wait()
		if c.p.asked.Load() != 72 {
			t.Errorf("%d requests, want 72", c.p.asked.Load())
		}
	}
	if alone.top["address"] <= 3 {
		t.Skip("this machine is too slow for requests to meet: nothing could be shown")
	}
	for k, n := range together.top {
		if n > 3 {
			t.Errorf("%s had %d requests open at once, the setting is 3", k, n)
		}
	}
	if len(m.places) > 0 {
		t.Errorf("%d places are kept that nobody needs", len(m.places))
	}
	t.Logf("address: %d at once without a turn, %d with it", alone.top["address"], together.top["address"])
}

// Two shops on one address are read one after the other.
func TestShopsOnOneAddress(t *testing.T) {
	m := &Manners{Concurrency: 4}
	a, ok, err := m.Shop(t.Context(), "http://127.0.0.1:81/")
	if !ok || err != nil {
		t.Fatal(ok, err)
	}
	if _, ok, _ := m.Shop(t.Context(), "http://127.0.0.1:82/"); ok {
		t.Error("a second shop was let in at the same address")
	}
	if b, ok, _ := m.Shop(t.Context(), "http://127.0.0.2:82/"); !ok {
		t.Error("a shop on another address was kept out")
	} else {
		b.Leave()
	}
	a.Leave()
	if c, ok, _ := m.Shop(t.Context(), "http://127.0.0.1:82/"); !ok {
		t.Error("the address was not given back")
	} else {
		c.Leave()
	}
	if len(m.places) > 0 {
		t.Errorf("%d places are kept that nobody needs", len(m.places))
	}
}

// A name is connected to at the addresses that were counted, and nowhere else.
func TestAddressesAreThoseThatWereCounted(t *testing.T) {
	m := &Manners{Concurrency: 1, names: map[string]*lookup{}}
	ready := make(chan struct{})
	close(ready)
	m.names["shop.example"] = &lookup{ready: ready, until: time.Now().Add(time.Hour), all: []netip.Addr{netip.MustParseAddr("127.0.0.1")}}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.Host) }))
	defer s.Close()
	_, port, _ := net.SplitHostPort(s.Listener.Addr().String())
	c := fetch.New(fetch.Options{AllowPrivate: true, IgnoreRobots: true, Turn: m})
	defer c.Close()
	res, err := c.HTTP().Get("http://shop.example:" + port + "/")
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	closed := fetch.New(fetch.Options{IgnoreRobots: true, Turn: m})
	defer closed.Close()
	if _, err := closed.HTTP().Get("http://shop.example:" + port + "/"); err == nil {
		t.Error("a name that leads inside was connected to")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := m.Enter(ctx, "shop.example:1"); err == nil {
		if _, err := m.Enter(ctx, "shop.example:1"); err == nil {
			t.Error("two were let in where one may be")
		}
	}
}
