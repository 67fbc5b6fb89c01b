package batch

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/shoplint/shoplint/pkg/report"
	"github.com/shoplint/shoplint/pkg/survey"
)

// The test program starts itself again for what has to be killed.
const (
	childEnv  = "BATCH_CHILD" // run or worker
	dirEnv    = "BATCH_DIR"
	shopsEnv  = "BATCH_SHOPS"
	natsEnv   = "BATCH_NATS"
	nameEnv   = "BATCH_NAME"
	copiesEnv = "BATCH_COPIES"
)

const testVersion = "test 1"

func TestMain(m *testing.M) {
	ackWait, leaseTime, askTime = 3*time.Second, 3*time.Second, 2*time.Second
	if os.Getenv(childEnv) != "" {
		go func() { // whoever started this program holds the other end
			_, _ = io.Copy(io.Discard, os.Stdin)
			os.Exit(3)
		}()
	}
	switch os.Getenv(childEnv) {
	case "run":
		os.Exit(childRun())
	case "worker":
		os.Exit(childWorker())
	}
	os.Exit(m.Run())
}

// child starts this program as another one.
func child(t *testing.T, what string, env ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(self)
	c.Env = append(append(os.Environ(), childEnv+"="+what), env...)
	c.Stderr = os.Stderr
	if _, err := c.StdinPipe(); err != nil { // it ends with this program
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	return c
}

func childRun() int {
	n, _ := strconv.Atoi(os.Getenv(shopsEnv))
	r, err := Run(context.Background(), testOptions(os.Getenv(dirEnv), testList(n)))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	return r.Exit()
}

func childWorker() int {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	replicas, _ := strconv.Atoi(os.Getenv(copiesEnv))
	c := Cluster{URL: os.Getenv(natsEnv)}
	nc, err := c.Connect(os.Getenv(nameEnv))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	defer nc.Close()
	err = Work(ctx, WorkerOptions{Conn: nc, Name: os.Getenv(nameEnv), Jobs: 4, Version: testVersion, Open: openTest, Drain: true, Replicas: replicas})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	return 0
}

// testList names n shops that nobody asks for.
func testList(n int) *List {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "https://shop%d.example/\n", i)
	}
	list, err := ReadList(strings.NewReader(b.String()), "list.txt", ListOptions{})
	if err != nil {
		panic(err)
	}
	return list
}

func testOptions(dir string, list *List) Options {
	return Options{
		Dir: dir, List: list, Formats: []string{"text"}, Open: openTest, Jobs: 4, Version: testVersion,
		Settings: map[string]string{"lang": "en"},
	}
}

// openTest judges without the net: the manners look no name up.
func openTest(_ json.RawMessage, leases Leases) (Judge, *Manners, error) {
	return judgeTest, &Manners{Concurrency: 4, Proxied: true, Leases: leases}, nil
}

// judgeTest takes a few milliseconds, and finds what the name of a shop says.
func judgeTest(ctx context.Context, e *Entry) (*Outcome, error) {
	sum := uint(0)
	for _, c := range e.Target {
		sum = sum*31 + uint(c)
	}
	select {
	case <-time.After(time.Duration(sum%7+1) * time.Millisecond):
	case <-ctx.Done():
	}
	return outcomeOf(e.Target, []string{"pass", "fail", "warn"}[sum%3]), nil
}

// outcomeOf is what is kept of a shop with one result.
func outcomeOf(target, outcome string) *Outcome {
	var line bytes.Buffer
	s := report.Shop{Target: target, Source: "live", Results: []report.Result{{Rule: "odr-link-stale", Level: "error", Title: "ODR", State: "new"}}}
	s.Survey.Pages = []survey.Page{{URL: target, Status: 200}}
	s.Results[0].Outcome = "pass"
	switch outcome {
	case "fail", "warn":
		s.Results[0].Outcome = "fail"
	case "unclear":
		s.Results[0].Outcome, s.Results[0].Cause = "unclear", "blocked"
	}
	rep := &report.Report{Version: 1, Tool: report.Tool{Name: "shoplint", Version: "test", Rulebook: "2026-11-22"}, AsOf: "2026-11-22", Shops: []report.Shop{s}}
	rep.Gate = report.Decide(rep.Shops, report.GateOptions{})
	if err := report.JSONLines(&line, rep); err != nil {
		panic(err)
	}
	return &Outcome{Line: line.Bytes(), Files: map[string][]byte{"text": []byte("report of " + target + "\n" + strings.Repeat("x", 2000) + "\n")}}
}

// tree is every file of a folder but what is the program's own.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if d.Name() == ownDir {
				return filepath.SkipDir
			}
			return nil
		}
		data, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		out[rel] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// sameTree wants two folders to hold the same bytes.
func sameTree(t *testing.T, a, b string) {
	t.Helper()
	x, y := tree(t, a), tree(t, b)
	for name := range y {
		if _, ok := x[name]; !ok {
			t.Errorf("%s is too many", name)
		}
	}
	for name, want := range x {
		if got, ok := y[name]; !ok || got != want {
			t.Errorf("%s differs (there: %t)", name, ok)
		}
	}
}

// onceEach wants every shop of a list in the journal, and once.
func onceEach(t *testing.T, dir string, list *List) {
	t.Helper()
	seen := map[string]int{}
	for l, err := range Lines(dir) {
		if err != nil {
			t.Fatal(err)
		}
		seen[l.Target]++
	}
	for _, e := range list.Entries {
		if seen[e.Target] != 1 {
			t.Errorf("%s stands in the journal %d times", e.Target, seen[e.Target])
		}
	}
	if len(seen) != len(list.Entries) {
		t.Errorf("%d shops in the journal, want %d", len(seen), len(list.Entries))
	}
}
