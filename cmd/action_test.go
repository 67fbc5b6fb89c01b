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
	steps := readAction(t).Runs.Steps
	script := steps[len(steps)-1].Run
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
		c.Env = append(os.Environ(), "PATH="+dir+"/fake:"+os.Getenv("PATH"), "TARGET="+tt.target, "ARGS="+tt.args,
			"VERSION=latest", "REPORTS=out/reports", "GITHUB_STEP_SUMMARY="+dir+"/summary", "GITHUB_OUTPUT="+dir+"/output", "SHOPLINT_LANG=en")
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
		if want := "exit=" + string(rune('0'+tt.exit)) + "\n"; string(output) != want {
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

// actionDir is a folder with a shop, and a go command that installs this test
// program, which answers to the name shoplint.
func actionDir(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []string{"fake", "bin", "shop"} {
		if err := os.Mkdir(filepath.Join(dir, d), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	page := `<html lang="en"><p><a href="https://ec.europa.eu/consumers/odr">ODR</a> Mail shop@bakkerij-wabenstein.be</p></html>`
	if err := os.WriteFile(filepath.Join(dir, "shop", "index.html"), []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	fake := "#!/bin/sh\n[ \"$1\" = env ] && echo '" + dir + "'\nexit 0\n"
	if err := os.WriteFile(filepath.Join(dir, "fake", "go"), []byte(fake), 0o700); err != nil { //nolint:gosec // a program
		t.Fatal(err)
	}
	if err := os.Symlink(self, filepath.Join(dir, "bin", "shoplint")); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
	return dir
}
