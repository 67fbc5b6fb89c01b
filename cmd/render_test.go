package cmd

import (
	"bytes"
	"encoding/json"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/shoplint/shoplint/pkg/browser"
	"github.com/shoplint/shoplint/pkg/report"
	"github.com/shoplint/shoplint/pkg/survey"
)

// What lies beside a page is found where a web server would have it, and
// nothing outside the folder.
func TestFilesBesideAPage(t *testing.T) {
	dir := t.TempDir()
	for name, body := range map[string]string{"site/index.html": "home", "site/js/app.js": "script", "site/nl/index.html": "nl", "secret.txt": "secret"} {
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ base, address, want string }{
		{"", "/js/app.js", "script"}, {"", "/", "home"}, {"", "/nl/", "nl"}, {"", "/nl", "nl"},
		{"", "/../secret.txt", ""}, {"", "/%2e%2e/secret.txt", ""}, {"", "/none.js", ""},
		{"https://shop.be/winkel/", "/winkel/js/app.js", "script"}, {"https://shop.be/winkel/", "/js/app.js", ""}, {"https://shop.be/winkel", "/winkel", "home"},
	} {
		r := &run{opts: &checkOptions{baseURL: c.base}}
		s := r.filesOf(target{filepath.Join(dir, "site"), survey.Folder})
		u, err := url.Parse("http://shop.invalid" + c.address)
		if err != nil {
			t.Fatal(err)
		}
		if body, _, _ := s.answer(u); string(body) != c.want {
			t.Errorf("base %q, %s: %q, want %q", c.base, c.address, body, c.want)
		}
		s.close()
	}
}

func TestPicturesHaveNamesOfTheirOwn(t *testing.T) {
	taken := map[string]bool{}
	for _, c := range []struct{ target, want string }{
		{"https://Shop.be/nl/", "shop.be"}, {"https://shop.be/fr/", "shop.be-2"}, {"http://127.0.0.1:80/", "127.0.0.1-80"},
		{"../..", "shop"}, {"public/Mijn Shop", "mijn-shop"},
	} {
		if got := prefixOf(c.target, taken); got != c.want {
			t.Errorf("%q: %q, want %q", c.target, got, c.want)
		}
	}
}

// A shop whose footer a script writes: undecided without a browser, right with
// one, and its finding pictured.
func TestShellOfAShop(t *testing.T) {
	dir := t.TempDir()
	for name, body := range map[string]string{
		"index.html": `<!doctype html><html lang="nl"><title>Kaas</title><div id="root"></div><script src="/app.js"></script>`,
		"app.js":     `document.getElementById("root").innerHTML = "<h1>Kaas</h1><footer><a href='https://ec.europa.eu/consumers/odr'>ODR</a> <a href='mailto:vraag@kaashuis-verbeke.be'>vraag@kaashuis-verbeke.be</a></footer>"`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	check := func(want int, args ...string) report.Shop {
		t.Helper()
		var out, faults bytes.Buffer
		args = append([]string{"check", dir, "--country", "BE", "--only", "odr,contact-email", "--format", "json"}, args...)
		if code := Main(args, nil, &out, &faults, "0"); code != want {
			t.Fatalf("exit %d, want %d: %s%s", code, want, out.Bytes(), faults.Bytes())
		}
		var r report.Report
		if err := json.Unmarshal(out.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		return r.Shops[0]
	}
	if s := check(3, "--render", "never", "--as-of", "2024-06-01"); s.Survey.Pages[0].Rendered || s.Results[0].Cause != survey.NeedsJavaScript {
		t.Errorf("%+v", s.Results[0])
	}
	if _, err := browser.Find(); err != nil {
		t.Skip(err)
	}
	if s := check(0, "--as-of", "2024-06-01"); !s.Survey.Pages[0].Rendered || len(s.Facts.ODRLinks) != 1 || len(s.Facts.Emails) != 1 {
		t.Errorf("%+v", s.Facts)
	}
	place := t.TempDir()
	page := filepath.Join(place, "report.html")
	s := check(1, "--as-of", "2026-01-01", "--screenshots", filepath.Join(place, "pictures"), "--format", "html="+page,
		"--format", "json="+filepath.Join(place, "report.json"), "--format", "markdown="+filepath.Join(place, "report.md"))
	shot := 0
	for _, r := range s.Results {
		for _, name := range r.Screenshots {
			if info, err := os.Stat(name); err != nil || info.Size() < 1000 {
				t.Errorf("%s: %v", name, err)
			}
			shot++
		}
	}
	if shot != 2 {
		t.Errorf("%d pictures", shot)
	}
	name := regexp.MustCompile(`"(pictures/[^"/]*_odr-link-stale_(desktop|phone)\.png)"`)
	for file, want := range map[string]string{"report.json": `"pictures/`, "report.md": "](pictures/", "report.html": `<a href="pictures/`} {
		text, err := os.ReadFile(filepath.Join(place, file))
		if err != nil || strings.Count(string(text), want) != 2 {
			t.Errorf("%s: %d links to pictures (%v)", file, strings.Count(string(text), want), err)
		}
		for _, m := range name.FindAllStringSubmatch(string(text), -1) {
			if _, err := os.Stat(filepath.Join(place, m[1])); err != nil {
				t.Error(err)
			}
		}
		if file == "report.html" && strings.Count(string(text), `<img src="data:image/png;base64,`) != 2 {
			t.Error("the pictures do not stand in the report")
		}
	}
}
