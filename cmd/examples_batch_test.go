package cmd_test

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/shoplint/shoplint/cmd"
)

// What the examples of a cluster start must be flags of the program.
func TestClusterExamplesNameKnownFlags(t *testing.T) {
	var help bytes.Buffer
	for _, c := range []string{"worker", "batch"} {
		if code := cmd.Main([]string{c, "--help"}, nil, &help, &help, "0"); code != 0 {
			t.Fatalf("%s --help exits %d", c, code)
		}
	}
	named := 0
	for _, name := range []string{"compose.yml", "shoplint-worker.service"} {
		data, err := os.ReadFile("../.github/examples/batch/" + name)
		if err != nil {
			t.Fatal(err)
		}
		var tree map[string]any
		if strings.HasSuffix(name, ".yml") && yaml.Unmarshal(data, &tree) != nil {
			t.Errorf("%s is no YAML", name)
		}
		for _, m := range regexp.MustCompile(`(?m)(?:shoplint|command:) (?:worker|batch) .*$`).FindAllString(string(data), -1) {
			for _, flag := range regexp.MustCompile(`--[a-z-]+`).FindAllString(m, -1) {
				named++
				if !strings.Contains(help.String(), flag+" ") {
					t.Errorf("%s: the program has no flag %s", name, flag)
				}
			}
		}
	}
	if named < 6 {
		t.Errorf("only %d flags are named", named)
	}
}
