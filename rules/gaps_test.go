package rules_test

import (
	"io/fs"
	"testing"

	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/rules"
)

// TestSnippetsFillGaps pastes what a rule says to add into its fixtures that
// warn because something is missing, in the language of the shop: the rule
// must pass. A rule that can only warn has no failing fixture to mend.
func TestSnippetsFillGaps(t *testing.T) {
	book := load(t)
	for _, r := range book.Rules.Rules {
		if kind := r.Kind(); kind != "statement" && kind != "legal-page" && kind != "offer" {
			continue
		}
		names, err := fs.Glob(rules.FS(), r.ID+"/testdata/*.warn.txtar")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			data, err := fs.ReadFile(rules.FS(), name)
			if err != nil {
				t.Fatal(err)
			}
			f, err := rule.ParseFixture(name, data)
			if err != nil {
				t.Fatal(err)
			}
			if f.Reason != "missing" && f.Reason != "partly" {
				continue
			}
			for _, s := range r.Fix.Snippets {
				if text := r.Text[f.Lang].Snippets[s.ID]; s.Do == "add" && text != "" && s.Contains(f.AsOf) {
					paste(t, book, r.ID, s.ID+"/"+f.Lang, text, []string{name})
				}
			}
		}
	}
}
