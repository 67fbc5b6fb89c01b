package cmd_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/shoplint/shoplint/cmd"
)

// TestHelpFitsEightyColumns reads every help page as a narrow terminal shows
// it, and wants the sentence about the turned rule where people look for it.
func TestHelpFitsEightyColumns(t *testing.T) {
	for _, args := range [][]string{{"--help"}, {"check", "--help"}, {"demo", "--help"}, {"rules", "--help"}, {"explain", "--help"}, {"schema", "--help"}, {"init", "--help"}, {"diff", "--help"}} {
		var out, errs bytes.Buffer
		if code := cmd.Main(args, nil, &out, &errs, "0.1.0"); code != 0 {
			t.Fatalf("%v exits %d: %s", args, code, errs.String())
		}
		for line := range strings.Lines(out.String()) {
			if utf8.RuneCountInString(strings.TrimRight(line, "\n")) > 80 {
				t.Errorf("shoplint %s: a line of more than 80 columns: %q", strings.Join(args, " "), line)
			}
		}
		if args[0] == "check" && !strings.Contains(out.String(), "turned round") {
			t.Error("check --help does not say that the rule has been turned round")
		}
	}
}
