package source

import (
	"context"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

// maxEntries is how many files and folders are looked at before a folder is
// taken for something other than a site.
const maxEntries = 2_000_000

// tree is the pages a folder may hold, by their slash-separated names below
// it. Whether a file holds HTML is only known once it is parsed.
type tree struct {
	root   *os.Root
	pages  map[string]bool
	papers map[string]bool // PDFs
	locked []string        // folders and files that may not be read
	full   bool            // there were more than the limit
}

// plant lists a folder. Dot folders and node_modules are left out, links that
// lead out of the folder too.
func plant(ctx context.Context, root *os.Root, limit int) (*tree, error) {
	t := &tree{root: root, pages: map[string]bool{}, papers: map[string]bool{}}
	entries := 0
	err := fs.WalkDir(root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		if entries++; ctx.Err() != nil || entries > maxEntries {
			t.full = entries > maxEntries
			return fs.SkipAll
		}
		if err != nil {
			if name == "." {
				return err
			}
			t.locked = append(t.locked, name)
			return nil
		}
		if d.IsDir() {
			if name != "." && skipped(d.Name()) {
				return fs.SkipDir
			}
			return nil
		}
		if strings.EqualFold(path.Ext(name), ".pdf") && len(t.papers) < limit && t.regular(name, d) {
			t.papers[name] = true
		}
		if !pageFile(name) || !t.regular(name, d) {
			return nil
		}
		if len(t.pages) == limit {
			t.full = true
			return fs.SkipAll
		}
		t.pages[name] = true
		return nil
	})
	return t, err
}

// skipped are folders that no site publishes.
func skipped(folder string) bool {
	return strings.HasPrefix(folder, ".") || folder == "node_modules"
}

// pageFile reports whether a file name is that of a page.
func pageFile(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".xhtml", ".php":
		return true
	}
	return false
}

// code reports whether a file is a program that may write a page.
func code(name string) bool { return strings.EqualFold(path.Ext(name), ".php") }

// regular follows a symbolic link, inside the root only, and refuses pipes
// and devices, whose reading would not end.
func (t *tree) regular(name string, d fs.DirEntry) bool {
	if d.Type()&fs.ModeSymlink == 0 {
		return d.Type().IsRegular()
	}
	info, err := t.root.Stat(name)
	return err == nil && info.Mode().IsRegular()
}

// indexes are the file names a server shows for a folder, the first wins.
var indexes = []string{"index.html", "index.htm", "index.xhtml", "index.php"}

// index is the page a server shows for a folder, "" when there is none.
func (t *tree) index(folder string) string {
	for _, name := range indexes {
		if f := path.Join(folder, name); t.pages[f] {
			return f
		}
	}
	return ""
}

// starts is where the reading begins: the index of the folder, else every
// page of the topmost folder that holds any, its index first.
func (t *tree) starts() []string {
	if f := t.index("."); f != "" {
		return []string{f}
	}
	top := -1
	var out []string
	for name := range t.pages {
		depth := strings.Count(name, "/")
		if top < 0 || depth < top {
			top, out = depth, out[:0]
		}
		if depth == top {
			out = append(out, name)
		}
	}
	slices.SortFunc(out, func(a, b string) int {
		if c := strings.Compare(path.Dir(a), path.Dir(b)); c != 0 {
			return c
		}
		return strings.Compare(rank(a), rank(b))
	})
	return out
}

// rank sorts an index before the other pages of its folder.
func rank(name string) string {
	if i := slices.Index(indexes, path.Base(name)); i >= 0 {
		return string(rune('0' + i))
	}
	return "~" + name
}
