package batch

import (
	"context"
	"fmt"
	"net"
	"net/url"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/nats-io/nats-server/v2/server"
)

// nodes starts a cluster of three on the loopback interface.
func nodes(t *testing.T) (list []*server.Server, address string) {
	t.Helper()
	var routes []*url.URL
	var ports []int
	for range 3 {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		port := l.Addr().(*net.TCPAddr).Port
		l.Close()
		ports = append(ports, port)
		routes = append(routes, &url.URL{Scheme: "nats", Host: fmt.Sprintf("127.0.0.1:%d", port)})
	}
	var urls []string
	for i, port := range ports {
		s, err := server.NewServer(&server.Options{
			ServerName: fmt.Sprintf("n%d", i), Host: "127.0.0.1", Port: -1, JetStream: true, StoreDir: t.TempDir(), NoSigs: true, NoLog: true,
			Cluster: server.ClusterOpts{Name: "c", Host: "127.0.0.1", Port: port}, Routes: routes,
		})
		if err != nil {
			t.Fatal(err)
		}
		s.Start()
		t.Cleanup(func() { s.Shutdown(); s.WaitForShutdown() })
		list = append(list, s)
	}
	for _, s := range list {
		if !s.ReadyForConnections(20 * time.Second) {
			t.Fatal("a node did not start")
		}
		urls = append(urls, s.ClientURL())
	}
	return list, strings.Join(urls, ",")
}

// A node and two of three workers die: all is judged, none twice.
func TestClusterLosesANodeAndTwoWorkers(t *testing.T) {
	if testing.Short() {
		t.Skip("it waits for elections of a cluster")
	}
	list, address := nodes(t)
	const shops = 300
	dir, calm, shopList := t.TempDir(), t.TempDir(), testList(shops)
	var workers []*exec.Cmd
	for i := range 3 {
		workers = append(workers, child(t, "worker", natsEnv+"="+address, copiesEnv+"=3", fmt.Sprintf("%s=w%d", nameEnv, i)))
	}
	o := testOptions(dir, shopList)
	o.Cluster, o.Jobs, o.Tally = &Cluster{URL: address, Replicas: 3}, 0, &Tally{}
	done := make(chan *Result, 1)
	go func() {
		r, err := Run(t.Context(), o)
		if err != nil {
			t.Error(err)
		}
		done <- r
	}()
	var r *Result
	kill := map[int]func(){
		60:  func() { _ = workers[0].Process.Kill() },
		120: list[0].Shutdown,
		200: func() { _ = workers[1].Process.Kill() },
	}
	limit := time.After(3 * time.Minute)
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for r == nil {
		select {
		case r = <-done:
			if r == nil {
				t.FailNow()
			}
		case <-tick.C:
			for n, f := range kill {
				if o.Tally.Now().Done >= n {
					f()
					delete(kill, n)
				}
			}
		case <-limit:
			t.Fatalf("%+v", o.Tally.Now())
		}
	}
	if r.Ended != nil || len(r.Left) > 0 || len(kill) > 0 {
		t.Fatalf("ended %v, %d left, %d blows not struck", r.Ended, len(r.Left), len(kill))
	}
	onceEach(t, dir, shopList)
	mustRun(t, testOptions(calm, shopList))
	sameTree(t, calm, dir)
	t.Logf("jobs by worker: %v", o.Tally.Now().Workers)
	for i, w := range workers {
		_ = w.Process.Signal(syscall.SIGTERM)
		if err := w.Wait(); i == 2 && err != nil {
			t.Errorf("the worker that was left did not drain: %v", err)
		}
	}
}

// A worker of another version is refused, and the run can tell.
func TestWorkerOfAnotherVersion(t *testing.T) {
	s, err := server.NewServer(&server.Options{Host: "127.0.0.1", Port: -1, JetStream: true, StoreDir: t.TempDir(), NoSigs: true, NoLog: true})
	if err != nil {
		t.Fatal(err)
	}
	s.Start()
	defer func() { s.Shutdown(); s.WaitForShutdown() }()
	if !s.ReadyForConnections(20 * time.Second) {
		t.Fatal("the server did not start")
	}
	w := child(t, "worker", natsEnv+"="+s.ClientURL(), copiesEnv+"=1", nameEnv+"=old")
	o := testOptions(t.TempDir(), testList(3))
	o.Version, o.Jobs, o.Cluster, o.Tally = "test 2", 0, &Cluster{URL: s.ClientURL()}, &Tally{}
	ctx, stop := context.WithTimeout(t.Context(), 30*time.Second)
	defer stop()
	ended := make(chan *Result, 1)
	go func() {
		r, _ := Run(ctx, o)
		ended <- r
	}()
	for o.Tally.Now().Refused["old"] == 0 {
		select {
		case r := <-ended:
			t.Fatalf("nobody was refused: %+v", r)
		case <-time.After(10 * time.Millisecond):
		}
	}
	if p := o.Tally.Now(); p.Done > 0 {
		t.Errorf("a worker of another version did %d shops", p.Done)
	}
	stop()
	<-ended
	_ = w.Process.Signal(syscall.SIGTERM)
	_ = w.Wait()
}
