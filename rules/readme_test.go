package rules_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shoplint/shoplint/pkg/adr"
	"github.com/shoplint/shoplint/pkg/profile"
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

// TestIndexAndHistory refuses an index or a changelog of the law that no longer
// says what the book does.
func TestIndexAndHistory(t *testing.T) {
	b := book(t)
	states, err := profile.LoadStates(rules.FS())
	if err != nil {
		t.Fatal(err)
	}
	bodies, err := adr.Load(rules.FS())
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"README.md": readme.Index(b, states, bodies), "LAW-CHANGELOG.md": readme.History(b)} {
		got, err := os.ReadFile(name)
		if err != nil || string(got) != want {
			t.Errorf("%s is stale, run go generate ./rules (%v)\n%s", name, err, cmp.Diff(string(got), want))
		}
	}
}
