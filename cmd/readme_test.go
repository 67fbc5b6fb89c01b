package cmd_test

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/shoplint/shoplint/cmd"
)

// consoles are the blocks of the README that show a command with its output.
var consoles = regexp.MustCompile("(?s)```console\n\\$ shoplint ([^\n]*)\n(.*?)```")

// TestReadmeShowsRealOutput runs every command the README shows and wants its
// lines in the same order; a line "…" stands for any that were left out.
func TestReadmeShowsRealOutput(t *testing.T) {
	t.Setenv("NO_COLOR", "1")
	t.Setenv("SHOPLINT_LANG", "")
	t.Chdir("..")
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := consoles.FindAllStringSubmatch(string(text), -1)
	if len(blocks) < 2 {
		t.Fatalf("the README shows %d commands with output", len(blocks))
	}
	for _, b := range blocks {
		var out, errs bytes.Buffer
		cmd.Main(strings.Fields(b[1]), nil, &out, &errs, "0.1.0")
		inOrder(t, b[1], strings.Split(strings.TrimSuffix(b[2], "\n"), "\n"), strings.Split(out.String(), "\n"))
	}
}

func inOrder(t *testing.T, command string, want, got []string) {
	t.Helper()
	at, skip := 0, false
	for _, line := range want {
		if line == "…" {
			skip = true
			continue
		}
		for skip && at < len(got) && got[at] != line {
			at++
		}
		if at >= len(got) || got[at] != line {
			t.Errorf("shoplint %s does not print\n  %q", command, line)
			return
		}
		at, skip = at+1, false
	}
	if !skip && at < len(got)-1 {
		t.Errorf("shoplint %s prints more than the README shows: %q", command, got[at])
	}
}

// TestReadmeNamesTheTwoCommands keeps the promise of the first page: two
// commands do everything on a fresh machine.
func TestReadmeNamesTheTwoCommands(t *testing.T) {
	text, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), "```\ngo run ./cmd/shoplint demo\ngo test ./...\n```") {
		t.Error("the README no longer names its two commands")
	}
	var out, errs bytes.Buffer
	if code := cmd.Main([]string{"demo"}, nil, &out, &errs, "0.1.0"); code != 0 {
		t.Fatalf("demo exits %d: %s", code, errs.String())
	}
	for _, want := range []string{"law of 2024-06-01", "odr-link-stale", "This rule has been turned round", "No e-mail address, only a form"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the demo does not say %q", want)
		}
	}
}
