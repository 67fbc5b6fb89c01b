package batch

import (
	"io"
	"net"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/nats-io/nats-server/v2/server"
)

// wire is the net between a worker and the cluster; it can be cut.
type wire struct {
	net.Listener
	to string

	mu    sync.Mutex
	cut   bool
	conns []net.Conn
}

// newWire carries to an address until the test ends.
func newWire(t *testing.T, to string) *wire {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	w := &wire{Listener: l, to: to}
	t.Cleanup(func() { l.Close(); w.set(true) })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			w.carry(c)
		}
	}()
	return w
}

func (w *wire) carry(a net.Conn) {
	b, err := net.Dial("tcp", w.to)
	w.mu.Lock()
	defer w.mu.Unlock()
	if err != nil || w.cut {
		a.Close()
		if err == nil {
			b.Close()
		}
		return
	}
	w.conns = append(w.conns, a, b)
	for _, pair := range [][2]net.Conn{{a, b}, {b, a}} {
		go func() {
			_, _ = io.Copy(pair[0], pair[1])
			pair[0].Close()
		}()
	}
}

// set cuts the wire, or mends it.
func (w *wire) set(cut bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.cut = cut
	for _, c := range w.conns {
		if cut {
			c.Close()
		}
	}
}

// The net between a worker and the cluster is cut in the middle of jobs, and
// comes back: all is judged, none twice.
func TestNetIsCut(t *testing.T) {
	s, err := server.NewServer(&server.Options{Host: "127.0.0.1", Port: -1, JetStream: true, StoreDir: t.TempDir(), NoSigs: true, NoLog: true})
	if err != nil {
		t.Fatal(err)
	}
	s.Start()
	defer func() { s.Shutdown(); s.WaitForShutdown() }()
	if !s.ReadyForConnections(20 * time.Second) {
		t.Fatal("the server did not start")
	}
	direct := s.ClientURL()
	w := newWire(t, strings.TrimPrefix(direct, "nats://"))
	worker := child(t, "worker", natsEnv+"=nats://"+w.Addr().String(), copiesEnv+"=1", nameEnv+"=far")
	dir, list := t.TempDir(), testList(150)
	o := testOptions(dir, list)
	o.Cluster, o.Jobs, o.Tally = &Cluster{URL: direct}, 0, &Tally{}
	ended := make(chan *Result, 1)
	go func() {
		r, _ := Run(t.Context(), o)
		ended <- r
	}()
	cuts := 0
	var r *Result
	for r == nil {
		select {
		case r = <-ended:
			if r == nil {
				t.Fatal("the run did not begin")
			}
		case <-time.After(5 * time.Millisecond):
			if done := o.Tally.Now().Done; done >= 40*(cuts+1) && cuts < 2 {
				cuts++
				w.set(true)
				time.AfterFunc(700*time.Millisecond, func() { w.set(false) })
			}
		}
	}
	if r.Ended != nil || len(r.Left) > 0 || cuts == 0 {
		t.Fatalf("ended %v, %d left, %d cuts", r.Ended, len(r.Left), cuts)
	}
	onceEach(t, dir, list)
	_ = worker.Process.Signal(syscall.SIGTERM)
	if err := worker.Wait(); err != nil {
		t.Errorf("the worker did not drain: %v", err)
	}
}
