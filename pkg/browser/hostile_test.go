package browser_test

import (
	"context"
	"io"

	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/shoplint/shoplint/pkg/browser"
	"github.com/shoplint/shoplint/pkg/fetch"
	"github.com/shoplint/shoplint/pkg/page"
)

// quick are limits that keep pages without an end short.
func quick() browser.Options {
	return browser.Options{Page: time.Minute, Load: 1500 * time.Millisecond, Idle: 1500 * time.Millisecond}
}

func TestPagesThatMisbehave(t *testing.T) {
	const text = `<p>still <a href="/there">there</a></p>`
	pages := map[string]string{
		"/dialogs":  `<!doctype html>` + text + `<script>alert(1); confirm(2); prompt(3); onbeforeunload = () => "stay"</script>`,
		"/endless":  `<!doctype html>` + text + `<script>for (;;) {}</script>`,
		"/windows":  `<!doctype html>` + text + `<script>for (let i = 0; i < 20; i++) window.open("/windows")</script>`,
		"/download": `<!doctype html>` + text + `<script>location = "/big.zip"</script>`,
		"/big.zip":  "PK",
		"/worker":   `<!doctype html>` + text + `<script>navigator.serviceWorker.register("/sw.js")</script>`,
		"/deep":     `<!doctype html>` + text + `<script>let e = document.body; for (let i = 0; i < 1000; i++) { const d = document.createElement("div"); e.append(d); e = d }</script>`,
		"/wide":     `<!doctype html>` + text + `<script>for (let i = 0; i < 90000; i++) document.body.append(document.createElement("b"))</script>`,
		"/asks":     `<!doctype html>` + text + `<script>Notification.requestPermission(); navigator.geolocation.getCurrentPosition(() => {}); navigator.mediaDevices && navigator.mediaDevices.getUserMedia({audio: true}).catch(() => {}); navigator.clipboard && navigator.clipboard.readText().catch(() => {}); document.documentElement.requestFullscreen().catch(() => {})</script>`,
		"/stays":    `<!doctype html>` + text + `<script>addEventListener("beforeunload", (e) => { e.preventDefault(); e.returnValue = "stay" }); location = "/big.zip"; setTimeout(() => location.reload(), 300000)</script>`,
		"/noise":    `<!doctype html>` + text + `<script>setInterval(() => { for (let i = 0; i < 300; i++) console.log("x".repeat(1000), {a: [i]}); }, 5)</script>`,
		"/busy":     `<!doctype html>` + text + `<script>setInterval(() => fetch("/big.zip?" + Math.random()), 20); setInterval(() => history.pushState({}, "", "/busy?" + Math.random()), 20); setInterval(() => { location.hash = Math.random() }, 20)</script>`,
		"/printer":  `<!doctype html>` + text + `<script>print(); setInterval(() => alert(1), 10)</script>`,
		"/saves":    `<!doctype html>` + text + `<a download="x.zip" href="data:application/zip,PK" id=d></a><script>for (let i = 0; i < 50; i++) document.getElementById("d").click(); const f = document.createElement("iframe"); f.src = "/big.zip"; document.body.append(f)</script>`,
		"/workers":  `<!doctype html>` + text + `<script>for (let i = 0; i < 8; i++) new Worker(URL.createObjectURL(new Blob(["for(;;);"])))</script>`,
		"/grows":    `<!doctype html>` + text + `<script>setInterval(() => { for (let i = 0; i < 200; i++) document.body.append(document.createElement("i")) }, 5)</script>`,
	}
	s, srv := serve(t, start(t, quick()), pages)
	for _, name := range []string{
		"dialogs", "endless", "windows", "download", "worker", "deep", "wide", "asks", "stays", "noise", "busy", "printer", "saves", "workers", "grows",
	} {
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			p := read(t, s, srv.URL+"/"+name)
			if d := time.Since(began); d > 70*time.Second { // what ends it is its own limit, however busy the machine is
				t.Errorf("took %v", d)
			}
			link(t, p, "/there")
			if cut := name == "endless" || name == "deep" || name == "wide"; name != "grows" && p.Truncated != cut {
				t.Errorf("truncated: %v", p.Truncated)
			}
		})
	}
}

func TestPagesThatLeave(t *testing.T) {
	var inside atomic.Int64
	private := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { inside.Add(1) }))
	defer private.Close()
	s, srv := serve(t, start(t, quick()), map[string]string{
		"/private": `<!doctype html><p>x<script>location = "` + private.URL + `/secret"</script>`,
		"/other":   `<!doctype html><p>x<script>location = "https://other.example/"</script>`,
		"/meta":    `<!doctype html><meta http-equiv=refresh content="0;url=http://169.254.169.254/latest"><p>x`,
		"/on":      `<!doctype html><p>x<script>location = "/on?" + Math.random()</script>`,
		"/form":    `<!doctype html><form method=post action="/order"><input name=a></form><p><a href="/there">x</a><script>document.forms[0].submit()</script>`,
	})
	for name, want := range map[string]string{"private": "did not open|away|not there", "other": "another site: other.example", "meta": "another site", "on": "on and on"} {
		t.Run(name, func(t *testing.T) {
			r, err := s.Render(t.Context(), page.Source{Address: srv.URL + "/" + name})
			if err == nil {
				t.Fatalf("rendered: %s", r.HTML)
			}
			for _, w := range strings.Split(want, "|") {
				if strings.Contains(err.Error(), w) {
					return
				}
			}
			t.Errorf("error %q", err)
		})
	}
	link(t, read(t, s, srv.URL+"/form"), "/there")
	if n := inside.Load(); n != 0 {
		t.Errorf("%d requests came to a private address", n)
	}
}

// A page's requests to private addresses are refused too, not only its moves.
func TestRequestsAreGuarded(t *testing.T) {
	var inside atomic.Int64
	private := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		inside.Add(1)
		w.Header().Set("Access-Control-Allow-Origin", "*")
	}))
	defer private.Close()
	u, err := url.Parse(private.URL)
	if err != nil {
		t.Fatal(err)
	}
	s, srv := serve(t, start(t, quick()), map[string]string{
		"/": `<!doctype html><p><a href="/there">x</a><img src="` + private.URL + `/i.png"><script>
fetch("` + private.URL + `/x").catch(() => {}); fetch("https://` + u.Host + `/x").catch(() => {}); new WebSocket("ws://` + u.Host + `/s")</script>`,
	})
	link(t, read(t, s, srv.URL+"/"), "/there")
	if n := inside.Load(); n != 0 {
		t.Errorf("%d requests came through", n)
	}
}

func TestPageWithoutEnd(t *testing.T) {
	b := start(t, quick())
	var sent atomic.Int64
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		_, _ = io.WriteString(w, "<!doctype html><p>x")
		chunk := strings.Repeat("<!-- padding -->", 1<<16)
		for range 300 {
			n, err := io.WriteString(w, chunk)
			if sent.Add(int64(n)); err != nil {
				return
			}
		}
	}))
	defer srv.Close()
	u, _ := url.Parse(srv.URL)
	s := b.Shop(fetch.Options{Named: []string{u.Host}})
	defer s.Close()
	if r, err := s.Render(t.Context(), page.Source{Address: srv.URL}); err == nil && !r.Truncated {
		t.Error("a page of 300 MB was taken for a whole one")
	}
	if n := sent.Load(); n > 60<<20 {
		t.Errorf("%d MB were sent", n>>20)
	}
}

// Secrets go to the shop's own origin and nowhere else.
func TestSecretsStayAtHome(t *testing.T) {
	b := start(t, quick())
	var own, data atomic.Value
	var mu sync.Mutex
	others := map[string]http.Header{}
	far := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		others[r.URL.Path] = r.Header.Clone()
	}))
	defer far.Close()
	near := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/":
			own.Store(r.Header.Clone())
			w.Header().Set("Content-Type", "text/html")
			w.Header().Set("Set-Cookie", "session=1")
			_, _ = io.WriteString(w, `<!doctype html><p>x<img src="`+far.URL+`/i.png"><img src="/on.png"><script>fetch("/data")</script>`)
		case "/on.png":
			http.Redirect(w, r, far.URL+"/on.png", http.StatusFound)
		case "/data":
			data.Store(r.Header.Clone())
		}
	}))
	defer near.Close()
	nu, _ := url.Parse(near.URL)
	fu, _ := url.Parse(far.URL)
	s := b.Shop(fetch.Options{Shop: nu, Named: []string{nu.Host, fu.Host}, BasicAuth: url.UserPassword("a", "b"), Headers: http.Header{"X-Key": {"k"}, "Cookie": {"preview=yes"}}})
	defer s.Close()
	if _, err := s.Render(t.Context(), page.Source{Address: near.URL + "/"}); err != nil {
		t.Fatal(err)
	}
	if h, _ := own.Load().(http.Header); h.Get("X-Key") != "k" || h.Get("Authorization") == "" || !strings.Contains(h.Get("User-Agent"), "shoplint") {
		t.Errorf("the shop got %v", h)
	}
	for _, at := range []*atomic.Value{&own, &data} {
		if h, _ := at.Load().(http.Header); !strings.Contains(h.Get("Cookie"), "preview=yes") {
			t.Errorf("cookies %q", h.Get("Cookie"))
		}
	}
	if h, _ := data.Load().(http.Header); !strings.Contains(h.Get("Cookie"), "session=1") {
		t.Errorf("the shop's own cookie is gone: %q", h.Get("Cookie"))
	}
	mu.Lock()
	defer mu.Unlock()
	for _, path := range []string{"/i.png", "/on.png"} {
		if h := others[path]; h == nil || h.Get("X-Key") != "" || h.Get("Authorization") != "" || strings.Contains(h.Get("Cookie"), "preview") {
			t.Errorf("%s: another host got %v", path, h)
		}
	}
}

func TestCancelEndsAtOnce(t *testing.T) {
	b := start(t, browser.Options{})
	hold := make(chan struct{})
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { <-hold }))
	defer srv.Close()
	defer close(hold)
	u, _ := url.Parse(srv.URL)
	s := b.Shop(fetch.Options{Named: []string{u.Host}})
	ctx, cancel := context.WithCancel(t.Context())
	began := make(chan time.Time, 1)
	time.AfterFunc(time.Second, func() { began <- time.Now(); cancel() })
	if _, err := s.Render(ctx, page.Source{Address: srv.URL}); err == nil {
		t.Fatal("no error")
	}
	s.Close()
	b.Close()
	if d := time.Since(<-began); d > 2*time.Second {
		t.Errorf("took %v to end", d)
	}
}

// After Close no process has the browser's folder in its command line, and the
// folder is gone.
func TestNothingIsLeft(t *testing.T) {
	b := start(t, browser.Options{})
	s, srv := serve(t, b, map[string]string{"/": `<!doctype html><p><a href="/there">x</a>`})
	link(t, read(t, s, srv.URL+"/"), "/there")
	line, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(b.Pid()), "cmdline"))
	if err != nil {
		t.Skip("no process table to look into:", err)
	}
	folder := ""
	for _, arg := range strings.Split(string(line), "\x00") {
		if dir, ok := strings.CutPrefix(arg, "--user-data-dir="); ok {
			folder = dir
		}
	}
	if folder == "" || len(users(folder)) == 0 {
		t.Fatalf("the browser %d is not found by its folder %q", b.Pid(), folder)
	}
	s.Close()
	b.Close()
	if left := users(folder); len(left) != 0 {
		t.Errorf("still running: %v", left)
	}
	if _, err := os.Stat(folder); !os.IsNotExist(err) {
		t.Errorf("%s is still there: %v", folder, err)
	}
}

// users are the processes that name a folder in their command line.
func users(folder string) []string {
	var out []string
	lines, _ := filepath.Glob("/proc/[0-9]*/cmdline")
	for _, f := range lines {
		if line, err := os.ReadFile(f); err == nil && strings.Contains(string(line), folder) {
			out = append(out, f)
		}
	}
	return out
}
