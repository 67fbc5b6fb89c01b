package browser_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/shoplint/shoplint/pkg/browser"
	"github.com/shoplint/shoplint/pkg/page"
)

// A browser that is killed between two pages, and one that is killed while a
// page is open, is replaced, and nothing of it is left.
func TestBrowserThatDies(t *testing.T) {
	b := start(t, browser.Options{})
	s, srv := serve(t, b, map[string]string{
		"/":     `<!doctype html><p><a href="/there">x</a>`,
		"/long": `<!doctype html><p><a href="/there">x</a><script>setInterval(() => fetch("/x"), 50)</script>`,
	})
	link(t, read(t, s, srv.URL+"/"), "/there")
	first := b.Pid()
	kill(t, first)
	link(t, read(t, s, srv.URL+"/"), "/there")
	second := b.Pid()
	if second == first || second == 0 {
		t.Fatalf("browser %d after %d", second, first)
	}
	time.AfterFunc(time.Second, func() { kill(t, second) })
	link(t, read(t, s, srv.URL+"/long"), "/there")
	if b.Pid() == second {
		t.Error("the browser was not replaced")
	}
	last := b.Pid()
	if len(group(last)) < 2 {
		t.Errorf("browser %d has no children", last)
	}
	s.Close()
	b.Close()
	for _, pid := range []int{first, second, last} {
		if left := group(pid); len(left) > 0 {
			t.Errorf("of browser %d are still there: %v", pid, left)
		}
	}
}

// A browser that dies each time is not started for ever.
func TestBrowserThatKeepsDying(t *testing.T) {
	b := start(t, browser.Options{})
	s, srv := serve(t, b, map[string]string{"/": `<!doctype html><p>x`})
	for range 10 {
		if _, err := s.Render(t.Context(), page.Source{Address: srv.URL + "/"}); err != nil {
			if err != browser.ErrClosed { //nolint:errorlint // it is handed on as it is
				t.Error(err)
			}
			return
		}
		kill(t, b.Pid())
	}
	t.Error("started ten times")
}

// A page whose process dies is given up at once; the next one is read.
func TestTabThatDies(t *testing.T) {
	b := start(t, browser.Options{})
	s, srv := serve(t, b, map[string]string{
		"/":     `<!doctype html><p><a href="/there">x</a>`,
		"/long": `<!doctype html><p>x<script>setInterval(() => fetch("/x"), 50)</script>`,
	})
	link(t, read(t, s, srv.URL+"/"), "/there")
	pid := b.Pid()
	time.AfterFunc(time.Second, func() {
		for _, r := range renderers(pid) {
			kill(t, r)
		}
	})
	began := time.Now()
	if _, err := s.Render(t.Context(), page.Source{Address: srv.URL + "/long"}); err == nil || time.Since(began) > 4*time.Second {
		t.Errorf("after %v: %v", time.Since(began), err)
	}
	link(t, read(t, s, srv.URL+"/"), "/there")
	if b.Pid() != pid {
		t.Error("the browser was replaced")
	}
}

func kill(t *testing.T, pid int) {
	if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
		t.Errorf("kill %d: %v", pid, err)
	}
}

// renderers are the processes of pages of one browser.
func renderers(pid int) []int {
	var out []int
	for n, line := range group(pid) {
		if strings.Contains(line, "--type=renderer") {
			out = append(out, n)
		}
	}
	return out
}

// group are the living processes of a browser's process group, with their
// command lines.
func group(pid int) map[int]string {
	out := map[int]string{}
	lines, _ := filepath.Glob("/proc/[0-9]*/cmdline")
	for _, f := range lines {
		n, err := strconv.Atoi(filepath.Base(filepath.Dir(f)))
		if err != nil {
			continue
		}
		line, err := os.ReadFile(f)
		if of, gone := syscall.Getpgid(n); err == nil && gone == nil && of == pid && len(line) > 0 {
			out[n] = string(line)
		}
	}
	return out
}
