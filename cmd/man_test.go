package cmd

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"github.com/shoplint/shoplint/pkg/report"
)

func TestRoff(t *testing.T) {
	for in, want := range map[string]string{
		".dot":         `\&.dot`,
		"a\n'quoted":   "a\n" + `\&'quoted`,
		"--country":    `\-\-country`,
		`back\slash`:   `back\eslash`,
		`a "word"`:     `a \(dqword\(dq`,
		"plain .dot '": "plain .dot '",
	} {
		if got := roff(in); got != want {
			t.Errorf("roff(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestManPages writes every page, in every language, and has groff read them
// where it is installed: not one warning.
func TestManPages(t *testing.T) {
	t.Setenv("SHOPLINT_LANG", "")
	groff, missing := exec.LookPath("groff")
	for _, lang := range report.Languages() {
		dir := filepath.Join(t.TempDir(), "man1")
		var out, errs bytes.Buffer
		if code := Main([]string{"man", "--dir", dir, "--lang", lang}, nil, &out, &errs, "0.1.0"); code != 0 {
			t.Fatalf("exit %d: %s", code, errs.String())
		}
		everyCommand(t, func(c *cobra.Command, path []string) {
			name := filepath.Join(dir, strings.Join(append([]string{"shoplint"}, path...), "-")+".1")
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range grouped(c)[0].flags {
				if !strings.Contains(string(text), `\fB`+roff("--"+f.Name)) && f.Shorthand == "" {
					t.Errorf("%s lacks --%s", name, f.Name)
				}
			}
			if missing != nil {
				return
			}
			run := exec.CommandContext(t.Context(), groff, "-man", "-Tutf8", "-K", "utf8", "-ww", "-z", name)
			if said, err := run.CombinedOutput(); err != nil || len(said) > 0 {
				t.Errorf("%s: %v %s", name, err, said)
			}
		})
	}
	if missing != nil {
		t.Skip("the pages were written; groff is not installed to read them: ", missing)
	}
}

func TestManOfOneCommand(t *testing.T) {
	var out, errs bytes.Buffer
	if code := Main([]string{"man", "rules", "diff"}, nil, &out, &errs, "0.1.0"); code != 0 {
		t.Fatalf("exit %d: %s", code, errs.String())
	}
	for _, want := range []string{".TH \"SHOPLINT\\-RULES\\-DIFF\" \"1\"", "\\fBshoplint\\-rules\\fR(1)", "rules diff 2025\\-07\\-19"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in %s", want, out.String())
		}
	}
}
