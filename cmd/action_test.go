package cmd_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// action is what the test reads of action.yml.
type action struct {
	Inputs map[string]struct {
		Default string `yaml:"default"`
	} `yaml:"inputs"`
	Runs struct {
		Steps []struct {
			ID   string            `yaml:"id"`
			Uses string            `yaml:"uses"`
			Run  string            `yaml:"run"`
			Env  map[string]string `yaml:"env"`
		} `yaml:"steps"`
	} `yaml:"runs"`
}

func readAction(t *testing.T) action {
	t.Helper()
	data, err := os.ReadFile("../action.yml")
	if err != nil {
		t.Fatal(err)
	}
	var a action
	if err := yaml.Unmarshal(data, &a); err != nil {
		t.Fatal(err)
	}
	return a
}

// TestActionTakesInputsAsData: an input pasted into a script could run.
func TestActionTakesInputsAsData(t *testing.T) {
	for _, step := range readAction(t).Runs.Steps {
		if strings.Contains(step.Run, "${{") {
			t.Errorf("an expression in a script: %s", step.Run)
		}
		for name, value := range step.Env {
			input := strings.TrimSuffix(strings.TrimPrefix(value, "${{ inputs."), " }}")
			if _, ok := readAction(t).Inputs[input]; !ok {
				t.Errorf("%s is %s, which is no input", name, value)
			}
		}
	}
}

// TestActionRuns runs the action's script in bash, with this program in place
// of the installed one.
func TestActionRuns(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil || runtime.GOOS == "windows" {
		t.Skip("bash is not installed")
	}
	script := scriptOf(t, "check")
	for _, tt := range []struct {
		name, target, args string
		exit               int
		reports            bool
	}{
		{"findings", "shop", "--country BE --as-of 2026-11-22", 1, true},
		{"clean", "shop", "--country BE --as-of 2026-11-22 --only contact-email", 0, true},
		{"wrong use", "shop", "--country Belgium", 2, false},
		{"a target that looks like a command", "$(touch owned)", "", 2, false},
	} {
		dir := actionDir(t)
		c := exec.CommandContext(t.Context(), bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", script)
		c.Dir = dir
		c.Env = append(os.Environ(), "TARGET="+tt.target, "ARGS="+tt.args,
			"RUNNER_TEMP="+dir, "REPORTS=out/reports", "GITHUB_STEP_SUMMARY="+dir+"/summary", "GITHUB_OUTPUT="+dir+"/output", "SHOPLINT_LANG=en")
		log, err := c.CombinedOutput()
		code := 0
		var failed *exec.ExitError
		if errors.As(err, &failed) {
			code = failed.ExitCode()
		} else if err != nil {
			t.Fatal(err)
		}
		if code != tt.exit {
			t.Errorf("%s: exit %d, want %d\n%s", tt.name, code, tt.exit, log)
		}
		output, _ := os.ReadFile(dir + "/output")
		want := "exit=" + string(rune('0'+tt.exit)) + "\n"
		if tt.reports {
			want = "sarif=report.sarif\n" + want
		}
		if string(output) != want {
			t.Errorf("%s: output %q, want %q", tt.name, output, want)
		}
		summary, _ := os.ReadFile(dir + "/summary")
		sarif, _ := os.ReadFile(dir + "/out/reports/report.sarif")
		if (len(summary) > 0) != tt.reports || (len(sarif) > 0) != tt.reports {
			t.Errorf("%s: %d bytes of summary, %d of SARIF", tt.name, len(summary), len(sarif))
		}
		if _, err := os.Stat(dir + "/owned"); err == nil {
			t.Errorf("%s: the target was run", tt.name)
		}
	}
}

// scriptOf is the script of a step.
func scriptOf(t *testing.T, id string) string {
	t.Helper()
	for _, s := range readAction(t).Runs.Steps {
		if s.ID == id {
			return s.Run
		}
	}
	t.Fatalf("action.yml has no step %s", id)
	return ""
}

// actionDir is a folder with a shop, and this test program where the action
// installs shoplint; it answers to that name.
func actionDir(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []string{"shoplint-bin", "shop"} {
		if err := os.Mkdir(filepath.Join(dir, d), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	page := `<html lang="en"><p><a href="https://ec.europa.eu/consumers/odr">ODR</a> Mail shop@bakkerij-wabenstein.be</p></html>`
	if err := os.WriteFile(filepath.Join(dir, "shop", "index.html"), []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(self, filepath.Join(dir, "shoplint-bin", "shoplint")); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
	return dir
}

// TestActionInstallsByChecksum runs the step that installs, from a folder that
// stands for the release page: a right archive is installed, a changed one and
// one that is not listed are refused.
func TestActionInstallsByChecksum(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil || runtime.GOOS != "linux" && runtime.GOOS != "darwin" {
		t.Skip("bash is not installed")
	}
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]string{
		"right":    "true",
		"changed":  `for f in *.tar.gz; do printf x >> "$f"; done`,
		"unlisted": "printf '' > SHA256SUMS",
	} {
		dir := t.TempDir()
		make := `set -e; cd "$1"; printf '#!/bin/sh\necho it runs\n' > shoplint; chmod 755 shoplint
for a in linux_amd64 linux_arm64 darwin_amd64 darwin_arm64; do tar -czf shoplint_$a.tar.gz shoplint; done
{ sha256sum *.tar.gz 2>/dev/null || shasum -a 256 *.tar.gz; } > SHA256SUMS; rm shoplint; ` + spoil
		if said, err := exec.CommandContext(t.Context(), bash, "-c", make, "make", dir).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, said)
		}
		temp := t.TempDir()
		c := exec.CommandContext(t.Context(), bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", scriptOf(t, "install"))
		c.Env = append(os.Environ(), "VERSION=latest", "RUNNER_TEMP="+temp, "GITHUB_ACTION_PATH="+root, "SHOPLINT_RELEASES="+dir)
		said, err := c.CombinedOutput()
		_, missing := os.Stat(filepath.Join(temp, "shoplint-bin", "shoplint"))
		if right := name == "right"; right != (err == nil) || right != (missing == nil) || right != strings.Contains(string(said), "it runs") {
			t.Errorf("%s: %v, %v: %s", name, err, missing, said)
		}
	}
}

// TestPreDeploy runs the example script on a built folder.
func TestPreDeploy(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil || runtime.GOOS == "windows" {
		t.Skip("bash is not installed")
	}
	script, err := filepath.Abs("../.github/examples/pre-deploy.sh")
	if err != nil {
		t.Fatal(err)
	}
	for kind, want := range map[string]int{"static": 1, "nonsense": 2} {
		dir := actionDir(t)
		c := exec.CommandContext(t.Context(), bash, script, kind, "shop", "https://www.my-shop.eu")
		c.Dir, c.Env = dir, append(os.Environ(), "PATH="+dir+"/shoplint-bin:"+os.Getenv("PATH"), "SHOPLINT_LANG=en")
		said, _ := c.CombinedOutput()
		if got := c.ProcessState.ExitCode(); got != want {
			t.Errorf("%s: exit %d, want %d: %s", kind, got, want, said)
		}
		if _, err := os.Stat(filepath.Join(dir, "shoplint", "report.html")); (err == nil) != (kind == "static") {
			t.Errorf("%s: %v", kind, err)
		}
	}
}
