package rules_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shoplint/shoplint/rules"
	"github.com/shoplint/shoplint/rules/internal/readme"
)

// TestReadmes refuses a page that no longer says what its rule does.
func TestReadmes(t *testing.T) {
	b := book(t)
	for i := range b.Rules {
		r := &b.Rules[i]
		want, err := readme.Render(rules.FS(), b, r)
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join(r.ID, "README.md"))
		if err != nil || string(got) != want {
			t.Errorf("the page of %s is stale, run go generate ./rules (%v)\n%s", r.ID, err, cmp.Diff(string(got), want))
		}
	}
}
