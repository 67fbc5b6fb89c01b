package cmd_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/shoplint/shoplint/pkg/report"
)

var formatFlag = regexp.MustCompile(`--format "?([a-z]+)`)

// TestExamplesNameKnownFormats: what readers copy must parse and run.
func TestExamplesNameKnownFormats(t *testing.T) {
	files, err := filepath.Glob("../.github/examples/*.yml")
	if err != nil || len(files) < 2 {
		t.Fatalf("%d examples (%v)", len(files), err)
	}
	named := 0
	for _, name := range append(files, "../action.yml", "../README.md") {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var tree map[string]any
		if filepath.Ext(name) == ".yml" && yaml.Unmarshal(data, &tree) != nil {
			t.Errorf("%s is no YAML", name)
		}
		for _, m := range formatFlag.FindAllStringSubmatch(string(data), -1) {
			named++
			if !slices.Contains(report.Formats(), m[1]) {
				t.Errorf("%s names the format %s", name, m[1])
			}
		}
	}
	if named < 8 {
		t.Errorf("only %d formats named", named)
	}
}
