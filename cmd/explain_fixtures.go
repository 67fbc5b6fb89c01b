package cmd

import (
	"fmt"
	"io/fs"
	"os"
	"path"

	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/rules"
)

// fixturesOf are the small shops that rules are tried on, by rule: those of
// the book, and those of rules of one's own in a folder ("": none).
func fixturesOf(list []rule.Rule, own string) (map[string][]rule.Fixture, error) {
	folders := []fs.FS{rules.FS()}
	if own != "" {
		root, _ := ownRoot(own)
		folders = append(folders, os.DirFS(root))
	}
	out := map[string][]rule.Fixture{}
	for i := range list {
		for _, folder := range folders {
			found, err := readFixtures(folder, list[i].ID)
			if err != nil {
				return nil, err
			}
			out[list[i].ID] = append(out[list[i].ID], found...)
		}
	}
	return out, nil
}

func readFixtures(folder fs.FS, id string) ([]rule.Fixture, error) {
	names, err := fs.Glob(folder, path.Join(id, "testdata", "*.txtar"))
	if err != nil {
		return nil, fmt.Errorf("list the fixtures of %s: %w", id, err)
	}
	var out []rule.Fixture
	for _, name := range names {
		data, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, fmt.Errorf("read a fixture: %w", err)
		}
		f, err := rule.ParseFixture(name, data)
		if err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	return out, nil
}
