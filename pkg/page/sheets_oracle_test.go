//go:build unix

package page

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	nethtml "golang.org/x/net/html"
)

// answer is what the browser says of one asked element, by view.
type answer struct {
	Desktop bool `json:"desktop"`
	Phone   bool `json:"phone"`
}

// chromium is the program of a browser; the test is skipped without one.
func chromium(t *testing.T) string {
	t.Helper()
	if os.Getenv("SHOPLINT_ORACLE") == "" {
		t.Skip("the browser is asked with SHOPLINT_ORACLE=1")
	}
	if named := os.Getenv("SHOPLINT_CHROMIUM"); named != "" {
		return named
	}
	for _, name := range []string{"chromium-headless-shell", "chromium", "google-chrome"} {
		path, err := exec.LookPath(name)
		if err != nil {
			continue
		}
		for _, folder := range []string{"/usr/lib/chromium", "/usr/lib/" + name} { // Debian's launchers do not replace themselves
			if real := filepath.Join(folder, name); executable(real) {
				return real
			}
		}
		return path
	}
	t.Skip("no Chromium on the PATH: install chromium-headless-shell, or name one in SHOPLINT_CHROMIUM")
	return ""
}

func executable(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular() && info.Mode()&0o111 != 0
}

// ask lets the browser judge pages in both views. Its process group is gone
// when it returns.
func ask(t *testing.T, cases []oracleCase) []map[string]answer {
	t.Helper()
	program := chromium(t)
	script, err := os.ReadFile("testdata/oracle/oracle.js")
	if err != nil {
		t.Fatal(err)
	}
	pages := make([]string, len(cases))
	for i, c := range cases {
		pages[i] = c.html
	}
	list, err := json.Marshal(pages)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "oracle.html")
	body := "<!doctype html><meta charset=utf-8><body><script type=application/json id=cases>" + string(list) +
		"</script><pre id=out></pre><script>" + string(script) + "</script>"
	if err := os.WriteFile(file, []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-pings", "--hide-scrollbars",
		"--user-data-dir="+filepath.Join(dir, "profile"), "--proxy-server=127.0.0.1:9", "--dump-dom", "file://"+file)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	kill := func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	cmd.Cancel, cmd.WaitDelay = kill, 5*time.Second
	out, err := cmd.Output()
	if cmd.Process != nil {
		_ = kill() // what the browser left, if anything
	}
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			t.Skipf("the browser does not run here: %v: %.300s", err, exit.Stderr)
		}
		t.Skipf("the browser does not run here: %v", err)
	}
	return answers(t, out, len(cases))
}

// answers reads what the script wrote into the page.
func answers(t *testing.T, dump []byte, want int) []map[string]answer {
	t.Helper()
	_, rest, _ := bytes.Cut(dump, []byte(`<pre id="out">`))
	text, _, _ := bytes.Cut(rest, []byte("</pre>"))
	var out []map[string]answer
	if err := json.Unmarshal([]byte(html.UnescapeString(string(text))), &out); err != nil || len(out) != want {
		t.Fatalf("the browser answered %d of %d pages: %v: %.200q", len(out), want, err, text)
	}
	return out
}

// tally counts how the two judges compare.
type tally struct {
	asked, agree, unknown int
	costly                int // links hidden for us, shown by the browser
	cheap                 int // shown for us, hidden by the browser
}

// TestOracle compares Sight with Chromium, for every asked element of every
// page, in both views.
func TestOracle(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a browser")
	}
	seed, pages := number("SHOPLINT_ORACLE_SEED", 20261122), int(number("SHOPLINT_ORACLE_PAGES", 1000))
	cases := append(writtenCases(), generatedCases(seed, pages)...)
	cases = append(cases, grownCases(seed, pages)...)
	cases = append(cases, hostileCases(seed, pages)...)
	truth := ask(t, cases)
	tallies := map[string]*tally{"written": {}, "generated": {}, "hostile": {}}
	for i, c := range cases {
		into := tallies[c.name]
		p, err := Parse(Input{URL: "https://shop.example/", Body: []byte(c.html)}, nil)
		if err != nil {
			t.Fatal(err)
		}
		for n := p.root; n != nil; n = next(n, nil) {
			if key := attr(n, "data-ask"); n.Type == nethtml.ElementNode && key != "" {
				want, ok := truth[i][key]
				if !ok {
					t.Fatalf("page %d: the browser does not know %q", i, key)
				}
				for _, fault := range into.compare(p.Sight(n), want, c.open, n.Data == "a") {
					t.Logf("%s %d, %s: %s\n%s", c.name, i, key, fault, c.html)
				}
			}
		}
	}
	for name, got := range tallies {
		decided := got.asked - got.unknown
		t.Logf("%s: %d asked, %d unknown (%.2f %%), %d of %d decided agree (%.2f %%), %d links hidden though shown, %d shown though hidden",
			name, got.asked, got.unknown, percent(got.unknown, got.asked), got.agree, decided, percent(got.agree, decided), got.costly, got.cheap)
		if name != "hostile" && percent(got.agree, decided) < 99.5 || got.costly > 0 {
			t.Errorf("%s: too many answers differ from the browser's", name)
		}
	}
	if g := tallies["generated"]; percent(g.unknown, g.asked) > 1.5 { // about 1 over many seeds
		t.Errorf("%d of %d answers on generated pages are unknown", g.unknown, g.asked)
	}
}

// number is a variable of the environment, for fresh seeds and longer runs.
func number(name string, otherwise uint64) uint64 {
	if n, err := strconv.ParseUint(os.Getenv(name), 10, 32); err == nil {
		return n
	}
	return otherwise
}

func percent(a, of int) float64 { return 100 * float64(a) / float64(max(of, 1)) }

// compare counts the answers of both views and says where they differ.
func (c *tally) compare(s Sight, want answer, open, link bool) (faults []string) {
	for _, v := range []struct {
		name      string
		got, want bool
	}{{"desktop", s.Desktop, want.Desktop}, {"phone", s.Phone, want.Phone}} {
		c.asked++
		switch {
		case s.State == Unknown:
			c.unknown++
			if !open {
				faults = append(faults, v.name+": unknown: "+s.Why)
			}
		case v.got == v.want:
			c.agree++
		case v.want:
			if link {
				c.costly++
			}
			faults = append(faults, fmt.Sprintf("%s: HIDDEN, but the browser shows it: %s", v.name, s.Why))
		default:
			c.cheap++
			faults = append(faults, v.name+": shown, but the browser hides it")
		}
	}
	return faults
}

// oracleCase is a page to judge. open: unknown is a fair answer.
type oracleCase struct {
	name string
	html string
	open bool
}

func oraclePage(css, body string) string {
	return "<!doctype html><html><head><meta charset=utf-8><style>" + strings.ReplaceAll(css, "</", "<\\/") + "</style></head><body>" + body + "</body></html>"
}
