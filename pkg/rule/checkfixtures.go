package rule

import (
	"io/fs"
	"path"
	"strings"
)

// checkFixtures wants at least one shop that passes and one that fails (that
// warns, where the level never lets it fail), and file names that say so.
func (c *checker) checkFixtures() {
	dir := path.Join(c.dir, "testdata")
	entries, err := fs.ReadDir(c.fsys, dir)
	if err != nil {
		c.faults.add(dir, 0, "there are no fixtures: at least a pass and a fail are needed")
		return
	}
	seen := map[string]bool{}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".txtar") {
			continue
		}
		verdict, err := FixtureVerdict(e.Name())
		if err != nil {
			c.faults.add(path.Join(dir, e.Name()), 0, "%v", err)
		}
		seen[verdict] = true
	}
	if !seen["pass"] {
		c.faults.add(dir, 0, "no fixture passes: add one named SLUG.pass.txtar")
	}
	if !seen["fail"] && !seen["warn"] {
		c.faults.add(dir, 0, "no fixture fails: add one named SLUG.fail.txtar")
	}
}
