package report

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// browser opens a page in headless Chromium and returns its tree after the
// scripts ran, and what the console said.
func browser(t *testing.T, page []byte, flags ...string) (tree, console string) {
	t.Helper()
	return browserFor(t, time.Minute, page, flags...)
}

// browserFor is browser with a limit of time for scripts that have much to do.
func browserFor(t *testing.T, limit time.Duration, page []byte, flags ...string) (tree, console string) {
	t.Helper()
	name := ""
	for _, n := range []string{"chromium-headless-shell", "chromium", "google-chrome"} {
		if p, err := exec.LookPath(n); err == nil {
			name = p
			break
		}
	}
	if name == "" || testing.Short() {
		t.Skip("Chromium is not installed")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "report.html")
	if err := os.WriteFile(file, page, 0o600); err != nil {
		t.Fatal(err)
	}
	args := append([]string{
		"--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--enable-logging=stderr",
		"--user-data-dir=" + filepath.Join(dir, "profile"), "--virtual-time-budget=20000", "--dump-dom",
	}, flags...)
	if os.Geteuid() == 0 {
		args = append(args, "--no-sandbox")
	}
	ctx, cancel := context.WithTimeout(t.Context(), limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, append(args, "file://"+file)...)
	cmd.WaitDelay = 5 * time.Second
	var out, errs strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Skipf("Chromium does not run here: %v\n%s", err, errs.String())
	}
	for _, line := range strings.Split(errs.String(), "\n") {
		if strings.Contains(line, "CONSOLE") {
			console += line + "\n"
		}
	}
	return out.String(), console
}

var policyMeta = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy"[^>]*>`)

// withScript is a report with a script of the test's at its end, and without
// the policy that would refuse it.
func withScript(page []byte, script string) []byte {
	open := policyMeta.ReplaceAll(page, nil)
	return append(open, []byte("<script>"+script+"</script>")...)
}

func TestBrowserFindsNoFault(t *testing.T) {
	for name, r := range map[string]*Report{"one": bakery("nl"), "many": many(500), "agency": signed(t, many(1)), "hostile": hostile(), "several": several()} {
		tree, console := browser(t, render(t, "html", r, TextOptions{}))
		if console != "" {
			t.Errorf("%s: the console says\n%s", name, console)
		}
		if strings.Contains(tree, `<button type="button" hidden`) {
			t.Errorf("%s: the script did not run", name)
		}
	}
}

func TestBrowserRefusesAForeignScript(t *testing.T) {
	page := append(render(t, "html", bakery("en"), TextOptions{}), []byte("<script>document.title='foreign'</script>")...)
	tree, console := browser(t, page)
	if strings.Contains(tree, "<title>foreign") || !strings.Contains(console, "Content Security Policy") {
		t.Errorf("the policy let a script run: %s", console)
	}
}

func TestCopyButton(t *testing.T) {
	tree, console := browser(t, withScript(render(t, "html", bakery("en"), TextOptions{}), `
		let copied = '';
		Object.defineProperty(navigator, 'clipboard', {value: {writeText: async (s) => { copied = s; }}});
		document.querySelector('button[data-copy]').click();
		setTimeout(() => {
			document.body.dataset.copied = copied;
			document.body.dataset.said = document.getElementById('status').textContent;
		}, 50);`))
	if console != "" {
		t.Error(console)
	}
	for _, want := range []string{`data-copied="&lt;p&gt;Niet tevreden?`, `data-said="Copied"`} {
		if !strings.Contains(tree, want) && !strings.Contains(tree, strings.NewReplacer("&lt;", "<", "&gt;", ">").Replace(want)) {
			t.Errorf("no %s", want)
		}
	}
}

// printed is a page as Chromium prints it, as PDF.
func printed(t *testing.T, page []byte) []byte {
	t.Helper()
	file := filepath.Join(t.TempDir(), "report.pdf")
	browserFor(t, 3*time.Minute, page, "--print-to-pdf="+file, "--no-pdf-header-footer")
	pdf, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return pdf
}

var pdfPage = regexp.MustCompile(`/Type\s*/Page\b`)

// TestPrint: a report prints, and what it holds takes its pages.
func TestPrint(t *testing.T) {
	one := len(pdfPage.FindAll(printed(t, render(t, "html", signed(t, many(1)), TextOptions{})), -1))
	many := len(pdfPage.FindAll(printed(t, render(t, "html", many(60), TextOptions{})), -1))
	if one < 1 || many < 10*one {
		t.Errorf("one finding takes %d pages, 60 take %d", one, many)
	}
	o := portfolio("en", 40)
	o.Agency = agency(t)
	if n := len(pdfPage.FindAll(printed(t, overview(t, o)), -1)); n < 1 {
		t.Error("the overview has no page")
	}
}
