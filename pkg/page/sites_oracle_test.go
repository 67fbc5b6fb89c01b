//go:build unix

package page

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// onDisk gives the style sheets of a folder as its server would.
type onDisk struct{ root, host string }

func (d onDisk) Sheet(address string) (string, error) {
	rest, ok := strings.CutPrefix(address, d.host+"/")
	if !ok {
		return "", fs.ErrNotExist
	}
	rest, _, _ = strings.Cut(rest, "?")
	b, err := os.ReadFile(filepath.Join(d.root, filepath.FromSlash(rest)))
	return string(b), err
}

func (d onDisk) Own(address string) bool { return strings.HasPrefix(address, d.host+"/") }

// TestOracleSites compares Sight with Chromium for every link of built sites:
// SHOPLINT_ORACLE_SITES is a folder with a folder for each of them. Scripts
// do not run.
func TestOracleSites(t *testing.T) {
	root := os.Getenv("SHOPLINT_ORACLE_SITES")
	if root == "" {
		t.Skip("name a folder of built sites in SHOPLINT_ORACLE_SITES")
	}
	sites, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	var all tally
	for _, site := range sites {
		if site.IsDir() {
			one := judgeSite(t, filepath.Join(root, site.Name()))
			t.Logf("%s: %d asked, %d unknown, %d agree, %d hidden though shown, %d shown though hidden", site.Name(), one.asked, one.unknown, one.agree, one.costly, one.cheap)
			all.asked, all.unknown, all.agree = all.asked+one.asked, all.unknown+one.unknown, all.agree+one.agree
			all.costly, all.cheap = all.costly+one.costly, all.cheap+one.cheap
		}
	}
	decided := all.asked - all.unknown
	t.Logf("all: %d asked, %d unknown (%.2f %%), %d of %d decided agree (%.2f %%), %d hidden though shown, %d shown though hidden",
		all.asked, all.unknown, percent(all.unknown, all.asked), all.agree, decided, percent(all.agree, decided), all.costly, all.cheap)
	if percent(all.agree, decided) < 99.5 || all.costly > 0 {
		t.Error("too many answers differ from the browser's")
	}
}

// judgeSite compares all links of the pages below a folder.
func judgeSite(t *testing.T, root string) (sum tally) {
	served := map[string][]byte{}
	var addresses []string
	trees := map[string]*Page{}
	mux := http.NewServeMux()
	server := httptest.NewServer(mux)
	defer server.Close()
	sheets := NewSheets(onDisk{root, server.URL})
	_ = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".html") {
			return err
		}
		rel, _ := filepath.Rel(root, path)
		body, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		address := "/" + filepath.ToSlash(rel)
		body = asked(t, body)
		p, err := Parse(Input{URL: server.URL + address, Body: body}, nil)
		if err != nil {
			t.Logf("%s: %v", address, err)
			return nil
		}
		p.ShareSheets(sheets)
		served[address], trees[address] = body, p
		addresses = append(addresses, address)
		return nil
	})
	truth := askAddresses(t, server, mux, root, served, addresses)
	for i, address := range addresses {
		for n := trees[address].root; n != nil; n = next(n, nil) {
			key := attr(n, "data-ask")
			if n.Type != html.ElementNode || key == "" {
				continue
			}
			want, ok := truth[i][key]
			if !ok {
				t.Logf("%s: the browser does not know link %s", address, key)
				continue
			}
			for _, fault := range sum.compare(trees[address].Sight(n), want, false, true) {
				t.Logf("%s%s: %s %q: %s", filepath.Base(root), address, n.Data, attr(n, "href"), fault)
			}
		}
	}
	return sum
}

// asked takes the scripts out of a page and numbers its links that hold text
// and no picture, which is not there to be seen.
func asked(t *testing.T, body []byte) []byte {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	var drop []*html.Node
	number := 0
	for n := doc; n != nil; n = next(n, nil) {
		switch n.DataAtom {
		case atom.Script, atom.Noscript, atom.Iframe:
			drop = append(drop, n)
		case atom.A:
			if hasAttr(n, "href") && strings.TrimSpace(textOf(n)) != "" && !pictured(n) {
				number++
				n.Attr = append(n.Attr, html.Attribute{Key: "data-ask", Val: fmt.Sprint(number)})
			}
		}
	}
	for _, n := range drop {
		n.Parent.RemoveChild(n)
	}
	var out bytes.Buffer
	if err := html.Render(&out, doc); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func pictured(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = next(c, n) {
		if c.DataAtom == atom.Img || c.DataAtom == atom.Picture || c.DataAtom == atom.Svg || c.DataAtom == atom.Video {
			return true
		}
	}
	return false
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = next(c, n) {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// askAddresses lets the browser fetch pages and post what it sees.
func askAddresses(t *testing.T, server *httptest.Server, mux *http.ServeMux, root string, served map[string][]byte, addresses []string) []map[string]answer {
	t.Helper()
	program := chromium(t)
	script, err := os.ReadFile("testdata/oracle/oracle.js")
	if err != nil {
		t.Fatal(err)
	}
	list, _ := json.Marshal(addresses)
	done := make(chan []byte, 1)
	mux.HandleFunc("/shoplint-oracle", func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodPost {
			body, _ := io.ReadAll(r.Body)
			done <- body
			return
		}
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprintf(w, "<!doctype html><meta charset=utf-8><body><script type=application/json id=cases data-fetch>%s</script><pre id=out></pre><script>%s</script>", list, script)
	})
	files := http.FileServer(http.Dir(root))
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if body, ok := served[r.URL.Path]; ok {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			_, _ = w.Write(body)
			return
		}
		files.ServeHTTP(w, r)
	})
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-pings", "--hide-scrollbars", "--remote-debugging-port=0",
		"--user-data-dir="+filepath.Join(t.TempDir(), "profile"), "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1", server.URL+"/shoplint-oracle")
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := cmd.Start(); err != nil {
		t.Skipf("the browser does not run here: %v", err)
	}
	defer func() {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
		_ = cmd.Wait()
	}()
	var out []map[string]answer
	select {
	case body := <-done:
		if err := json.Unmarshal(body, &out); err != nil || len(out) != len(addresses) {
			t.Fatalf("the browser answered %d of %d pages: %v", len(out), len(addresses), err)
		}
	case <-ctx.Done():
		t.Fatal("the browser did not answer in time")
	}
	return out
}
