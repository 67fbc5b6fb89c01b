package cmd_test

import (
	"encoding/json"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"
)

// same wants two JSON reports to be equal but for times, target and source.
func same(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: same REPORT REPORT")
	}
	var got [2]map[string]any
	for i, name := range args {
		ts.Check(json.Unmarshal([]byte(ts.ReadFile(name)), &got[i]))
		for _, s := range got[i]["shops"].([]any) {
			for _, field := range []string{"times", "target", "source"} {
				delete(s.(map[string]any), field)
			}
		}
	}
	if d := cmp.Diff(got[0], got[1]); d != "" {
		ts.Fatalf("%s and %s differ: %s", args[0], args[1], d)
	}
}
