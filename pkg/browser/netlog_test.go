package browser_test

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/har"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"github.com/shoplint/shoplint/cmd"
	"github.com/shoplint/shoplint/pkg/browser"
)

// netlog is what the network tab of a browser holds of a visit.
type netlog struct {
	ctx context.Context

	mu      sync.Mutex
	asked   map[network.RequestID]*network.EventRequestWillBeSent
	answers map[network.RequestID]*network.Response
	order   []network.RequestID
	done    map[network.RequestID]bool
}

func (n *netlog) hear(ev any) {
	n.mu.Lock()
	defer n.mu.Unlock()
	switch ev := ev.(type) {
	case *network.EventRequestWillBeSent:
		n.asked[ev.RequestID] = ev
	case *network.EventResponseReceived:
		n.answers[ev.RequestID] = ev.Response
		n.order = append(n.order, ev.RequestID)
	case *network.EventLoadingFinished:
		n.done[ev.RequestID] = true
	}
}

// settled reports whether every answer has come to its end.
func (n *netlog) settled() bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	for id := range n.asked {
		if !n.done[id] {
			return false
		}
	}
	return true
}

// entries are the exchanges so far, as developer tools export them.
func (n *netlog) entries(t *testing.T) []any {
	n.mu.Lock() // not for longer: events come in while the browser is asked
	order, answers, asked := slices.Clone(n.order), maps.Clone(n.answers), maps.Clone(n.asked)
	n.mu.Unlock()
	out := make([]any, 0, len(order))
	for _, id := range order {
		res := answers[id]
		got, err := chromedp.Call(n.ctx, network.GetResponseBody, network.GetResponseBodyParams{RequestID: id})
		if err != nil {
			t.Fatalf("the body of %s: %v", res.URL, err)
		}
		headers := []har.NameValuePair{}
		for name, v := range res.Headers {
			headers = append(headers, har.NameValuePair{Name: name, Value: fmt.Sprint(v)})
		}
		content := map[string]any{"size": len(got.Body), "mimeType": res.MimeType, "text": string(got.Body)}
		if got.Base64encoded {
			content["text"], content["encoding"] = base64.StdEncoding.EncodeToString(got.Body), "base64"
		}
		out = append(out, map[string]any{
			"_resourceType": "other", "startedDateTime": "2026-11-22T10:00:00.000Z", "time": 1.5, "cache": map[string]any{}, "timings": map[string]any{"send": 0, "wait": 1, "receive": 0.5},
			"request":  map[string]any{"method": asked[id].Request.Method, "url": res.URL, "httpVersion": res.Protocol, "headers": []any{}, "queryString": []any{}, "cookies": []any{}, "headersSize": -1, "bodySize": 0},
			"response": map[string]any{"status": res.Status, "statusText": res.StatusText, "httpVersion": res.Protocol, "headers": headers, "cookies": []any{}, "redirectURL": "", "headersSize": -1, "bodySize": -1, "content": content},
		})
	}
	return out
}

// visit opens pages one after the other in a browser and writes its network
// log into a file.
func visit(t *testing.T, name string, pages ...string) {
	t.Helper()
	path, err := browser.Find()
	if err != nil {
		t.Skip(err)
	}
	o := append(chromedp.DefaultExecAllocatorOptions[:len(chromedp.DefaultExecAllocatorOptions):len(chromedp.DefaultExecAllocatorOptions)], chromedp.ExecPath(path))
	if os.Geteuid() == 0 {
		o = append(o, chromedp.NoSandbox)
	}
	ctx, stop := context.WithTimeout(t.Context(), 90*time.Second)
	defer stop()
	alloc, stopAlloc := chromedp.NewExecAllocator(ctx, o...)
	defer stopAlloc()
	tab, closeTab := chromedp.NewContext(alloc)
	defer closeTab()
	if err := chromedp.Do(tab); err != nil {
		t.Skipf("the browser does not start: %v", err)
	}
	var entries []any
	for _, p := range pages {
		n := &netlog{ctx: tab, asked: map[network.RequestID]*network.EventRequestWillBeSent{}, answers: map[network.RequestID]*network.Response{}, done: map[network.RequestID]bool{}}
		listening, stop := context.WithCancel(tab)
		if err := chromedp.Listen(listening, n.hear); err != nil {
			t.Fatal(err)
		}
		if err := chromedp.Do(tab, chromedp.Navigate(p), chromedp.WaitVisible("footer a")); err != nil {
			t.Fatalf("visit %s: %v", p, err)
		}
		for !n.settled() && tab.Err() == nil {
			if _, err := chromedp.Call(tab, network.GetCookies, network.GetCookiesParams{}); err != nil { // a turn of the browser's loop
				t.Fatal(err)
			}
		}
		entries = append(entries, n.entries(t)...)
		stop()
	}
	data, err := json.Marshal(map[string]any{"log": map[string]any{
		"version": "1.2", "creator": map[string]string{"name": "WebInspector", "version": "537.36"}, "pages": []any{}, "entries": entries,
	}})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// scriptShop serves one shell for every page; a script asks for the page's
// text and writes it.
func scriptShop(t *testing.T) *httptest.Server {
	texts := map[string]string{
		"":            `<h1>Kaashuis Verbeke</h1><p>Kaas van de streek.</p>`,
		"contact":     `<h1>Contact</h1><p>Kaashuis Verbeke, Markt 1, 9000 Gent.</p>`,
		"voorwaarden": `<h1>Algemene voorwaarden</h1><p>Deze voorwaarden gelden voor elke bestelling.</p>`,
	}
	const foot = `<footer><a href="/contact">Contact</a> <a href="/voorwaarden">Algemene voorwaarden</a> <a href="https://ec.europa.eu/consumers/odr">ODR</a> <a href="mailto:vraag@kaashuis-verbeke.be">vraag@kaashuis-verbeke.be</a></footer>`
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, isText := strings.CutPrefix(r.URL.Path, "/text/")
		text, known := texts[name]
		switch {
		case r.URL.Path == "/app.js":
			w.Header().Set("Content-Type", "text/javascript")
			fmt.Fprint(w, `fetch("/text" + location.pathname).then(r => r.text()).then(t => document.getElementById("root").innerHTML = t)`)
		case isText && known:
			w.Header().Set("Content-Type", "text/plain; charset=utf-8")
			fmt.Fprint(w, text, foot)
		case texts[strings.TrimPrefix(r.URL.Path, "/")] != "":
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprint(w, `<!doctype html><html lang="nl"><title>Kaashuis</title><link rel="icon" href="data:,"><div id="root"></div><script src="/app.js"></script></html>`)
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(srv.Close)
	return srv
}

// judged is a report without what says where and when it was made.
func judged(t *testing.T, want int, args ...string) (results, pages []any) {
	t.Helper()
	var out, errs bytes.Buffer
	args = append([]string{"check", "--only", "odr,contact-email", "--country", "BE", "--format", "json"}, args...)
	if code := cmd.Main(args, nil, &out, &errs, "0"); code != want {
		t.Fatalf("%v: exit %d, want %d: %s%s", args, code, want, out.Bytes(), errs.Bytes())
	}
	var r struct {
		Shops []struct {
			Results []any
			Survey  struct{ Pages []map[string]any }
		}
	}
	if err := json.Unmarshal(out.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	for _, p := range r.Shops[0].Survey.Pages {
		delete(p, "via") // by a link, or because the archive holds it
		pages = append(pages, p)
	}
	return r.Shops[0].Results, pages
}

// TestNetworkLogOfABrowser: somebody looks at a shop that scripts build and
// exports what the network tab holds; judged, it is the shop, on either side
// of the day the duty turned.
func TestNetworkLogOfABrowser(t *testing.T) {
	srv := scriptShop(t)
	name := filepath.Join(t.TempDir(), "visit.har")
	visit(t, name, srv.URL+"/", srv.URL+"/contact", srv.URL+"/voorwaarden")
	for day, want := range map[string]int{"2024-06-01": 0, "2026-01-05": 1} {
		live, livePages := judged(t, want, srv.URL, "--as-of", day, "--full")
		kept, keptPages := judged(t, want, name, "--as-of", day)
		for _, x := range [][2]any{{live, kept}, {livePages, keptPages}} {
			a, _ := json.MarshalIndent(x[0], "", " ")
			b, _ := json.MarshalIndent(x[1], "", " ")
			if !bytes.Equal(a, b) {
				t.Errorf("as of %s the archive differs from the shop\nlive %s\nkept %s", day, a, b)
			}
		}
	}
	// Without a browser now, nobody can tell what the scripts would write.
	judged(t, 3, name, "--as-of", "2026-01-05", "--render", "never")
}
