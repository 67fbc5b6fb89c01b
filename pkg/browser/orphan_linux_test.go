package browser_test

import (
	"bufio"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shoplint/shoplint/pkg/browser"
	"github.com/shoplint/shoplint/pkg/fetch"
	"github.com/shoplint/shoplint/pkg/page"
)

// endlessAt names the page that a child of the test renders until it is killed.
const endlessAt = "SHOPLINT_TEST_ENDLESS"

// TestChild is no test of its own: it is the process that gets killed.
func TestChild(t *testing.T) {
	address := os.Getenv(endlessAt)
	if address == "" {
		t.Skip("only runs as a child")
	}
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	b := start(t, browser.Options{Page: time.Minute, Load: time.Minute})
	s := b.Shop(fetch.Options{Named: []string{u.Host}})
	go func() { _, _ = s.Render(t.Context(), page.Source{Address: address}) }()
	for b.Pid() == 0 {
		time.Sleep(time.Millisecond) // until it has started
	}
	fmt.Printf("\nbrowser %d\n", b.Pid())
	<-t.Context().Done()
}

// When our own process is killed in the middle of a page, the browser and all
// its children end by themselves.
func TestKilledProcessLeavesNothing(t *testing.T) {
	if _, err := browser.Find(); err != nil {
		t.Skip(err)
	}
	asked, hold := make(chan struct{}, 10), make(chan struct{})
	srv := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked <- struct{}{}; <-hold }))
	defer srv.Close()
	defer close(hold)
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestChild$")
	temp := t.TempDir()
	cmd.Env = append(os.Environ(), endlessAt+"="+srv.URL+"/", "TMPDIR="+temp)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	pid := 0
	for lines := bufio.NewScanner(out); pid == 0 && lines.Scan(); {
		_, _ = fmt.Sscanf(lines.Text(), "browser %d", &pid) // other lines are the test's own
	}
	<-asked
	line, err := os.ReadFile(filepath.Join("/proc", fmt.Sprint(pid), "cmdline"))
	if err != nil || !strings.Contains(string(line), temp) {
		t.Fatalf("browser %d: %v, %q", pid, err, line)
	}
	if n := len(group(pid)); n < 2 {
		t.Fatalf("%d processes to begin with", n)
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // killed
	for end := time.Now().Add(10 * time.Second); len(group(pid)) > 0; {
		if time.Now().After(end) {
			t.Fatalf("still running: %v", group(pid))
		}
		time.Sleep(10 * time.Millisecond)
	}
	sweptAtNextStart(t, temp)
}

// sweptAtNextStart starts two browsers where a killed process left a folder:
// that one goes, and the one in use stays.
func sweptAtNextStart(t *testing.T, temp string) {
	t.Setenv("TMPDIR", temp)
	left := profiles(t, temp)
	if len(left) != 1 {
		t.Fatalf("the killed process left %q", left)
	}
	first := start(t, browser.Options{})
	s, srv := serve(t, first, map[string]string{"/": `<!doctype html><p><a href="/there">x</a>`})
	link(t, read(t, s, srv.URL+"/"), "/there")
	used := profiles(t, temp)
	if len(used) != 1 || used[0] == left[0] {
		t.Fatalf("%q was left, then there is %q", left, used)
	}
	second := start(t, browser.Options{})
	s, srv = serve(t, second, map[string]string{"/": `<!doctype html><p><a href="/there">x</a>`})
	link(t, read(t, s, srv.URL+"/"), "/there")
	if both := profiles(t, temp); len(both) != 2 || !slices.Contains(both, used[0]) {
		t.Fatalf("%q is in use, then there is %q", used, both)
	}
	first.Close()
	second.Close()
	if none := profiles(t, temp); len(none) > 0 {
		t.Errorf("%q is left after both were closed", none)
	}
}

// profiles are the folders that browsers write into.
func profiles(t *testing.T, temp string) []string {
	found, err := filepath.Glob(filepath.Join(temp, "*runner*"))
	if err != nil {
		t.Fatal(err)
	}
	return found
}
