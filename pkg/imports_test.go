// Package pkg_test holds the shape of the tree: which room may import which,
// and who alone may use a large module.
package pkg_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/shoplint/shoplint/"

// all stands for "every room": the command line knows them all.
const all = "*"

// below is what each room may import of ours. Imports go down only; a room
// that is not here does not exist. Some rooms are here before they are built.
var below = map[string]string{
	"cmd":          all,
	"rules":        "pkg/adr pkg/check pkg/contact pkg/ident pkg/law pkg/page pkg/profile pkg/rule pkg/survey pkg/words",
	"pkg/adr":      "pkg/law",
	"pkg/contact":  "",
	"pkg/fetch":    "",
	"pkg/ident":    "",
	"pkg/law":      "",
	"pkg/style":    "",
	"pkg/words":    "",
	"pkg/page":     "pkg/style pkg/words",
	"pkg/survey":   "pkg/contact pkg/ident pkg/law pkg/page pkg/words",
	"pkg/rule":     "pkg/law pkg/words",
	"pkg/profile":  "pkg/law pkg/rule pkg/survey",
	"pkg/config":   "pkg/law pkg/rule pkg/survey",
	"pkg/baseline": "pkg/law pkg/rule pkg/survey",
	"pkg/check":    "pkg/adr pkg/contact pkg/ident pkg/law pkg/page pkg/profile pkg/rule pkg/survey pkg/words",
	"pkg/crawl":    documents,
	"pkg/source":   documents,
	"pkg/browser":  documents,
	"pkg/har":      documents,
	"pkg/pdf":      documents,
	"pkg/audit":    judging,
	"pkg/report":   judging + " pkg/audit",
	"pkg/batch":    judging + " pkg/audit pkg/report",
}

const (
	documents = "pkg/fetch pkg/page pkg/style pkg/survey pkg/words"
	judging   = documents + " pkg/adr pkg/baseline pkg/browser pkg/check pkg/config pkg/contact pkg/crawl pkg/har " +
		"pkg/ident pkg/law pkg/pdf pkg/profile pkg/rule pkg/source"
)

// sole is the only room that may import a module of others.
var sole = map[string]string{
	"github.com/spf13/cobra":       "cmd",
	"github.com/gocolly/colly":     "pkg/crawl",
	"github.com/fatih/color":       "pkg/report",
	"github.com/owenrumney":        "pkg/report",
	"github.com/jstemmer":          "pkg/report",
	"github.com/chromedp/chromedp": "pkg/browser",
	"github.com/nats-io":           "pkg/batch",
	"github.com/ledongthuc/pdf":    "pkg/pdf",
}

// vague are names that say nothing about what a package is for.
var vague = []string{"util", "utils", "common", "core", "helper", "helpers", "misc", "shared"}

// source is one file of the tree, with its slash-separated folder.
type source struct {
	name, folder string
	test         bool
	tree         *ast.File
}

// imports lists the import paths of a file.
func (s source) imports(t *testing.T) []string {
	var out []string
	for _, i := range s.tree.Imports {
		p, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			t.Fatalf("%s: %v", s.name, err)
		}
		out = append(out, p)
	}
	return out
}

// sources parses every Go file of the module.
func sources(t *testing.T) []source {
	t.Helper()
	const root = ".."
	var out []source
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || name != root && strings.HasPrefix(d.Name(), ".")) {
			return fs.SkipDir
		}
		if d.IsDir() || path.Ext(name) != ".go" {
			return nil
		}
		tree, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		rel = filepath.ToSlash(rel)
		out = append(out, source{rel, path.Dir(rel), strings.HasSuffix(rel, "_test.go"), tree})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 20 {
		t.Fatalf("only %d files found: is the test in the wrong folder?", len(out))
	}
	return out
}

// room is the room a folder belongs to: pkg/report/schema is part of pkg/report.
func room(folder string) string {
	parts := strings.SplitN(folder, "/", 3)
	if parts[0] == "pkg" && len(parts) > 1 {
		return "pkg/" + parts[1]
	}
	return parts[0]
}

func TestImportsGoDown(t *testing.T) {
	for _, s := range sources(t) {
		from := room(s.folder)
		may, ok := below[from]
		if s.test || may == all {
			continue
		}
		if !ok {
			t.Errorf("%s: no room %s in the table of this test; say what it may import", s.name, from)
			continue
		}
		for _, p := range s.imports(t) {
			to, ours := strings.CutPrefix(p, module)
			if to = room(to); ours && to != from && !slices.Contains(strings.Fields(may), to) {
				t.Errorf("%s: %s may not import %s", s.name, from, to)
			}
		}
	}
}

// The table itself must go down, or two rooms could import each other.
func TestTableHasNoRing(t *testing.T) {
	var visit func(from string, above []string)
	visit = func(from string, above []string) {
		if slices.Contains(above, from) {
			t.Fatalf("ring: %s", strings.Join(append(above, from), " -> "))
		}
		for _, to := range strings.Fields(below[from]) {
			if _, ok := below[to]; !ok {
				t.Errorf("%s may import %s, which is not in the table", from, to)
			}
			visit(to, append(slices.Clone(above), from))
		}
	}
	for from, may := range below {
		if may != all {
			visit(from, nil)
		}
	}
}

func TestModulesWithOneUser(t *testing.T) {
	for _, s := range sources(t) {
		for _, p := range s.imports(t) {
			for prefix, only := range sole {
				if (p == prefix || strings.HasPrefix(p, prefix+"/")) && room(s.folder) != only {
					t.Errorf("%s: only %s may import %s", s.name, only, prefix)
				}
			}
		}
	}
}

func TestNamesSaySomething(t *testing.T) {
	for _, s := range sources(t) {
		if name := strings.TrimSuffix(s.tree.Name.Name, "_test"); slices.Contains(vague, name) {
			t.Errorf("%s: package %s says nothing about what it is for", s.name, name)
		}
	}
}

// What runs before main cannot be tested, ordered or left out.
func TestNoInit(t *testing.T) {
	for _, s := range sources(t) {
		for _, d := range s.tree.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" && !s.test {
				t.Errorf("%s: func init is not used here", s.name)
			}
		}
	}
}
