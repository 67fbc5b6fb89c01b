// Package trial runs the fixtures of a rule: small shops with the verdict that
// their rule must give.
package trial

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/audit"
	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/profile"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/source"
	"github.com/shoplint/shoplint/pkg/survey"
)

// Shop audits the files of a fixture for one rule, as one page or as a folder.
// The files are written below dir, which must be empty.
func Shop(ctx context.Context, book audit.Book, id string, f rule.Fixture, files []rule.File, dir string) (*audit.Shop, error) {
	if err := write(dir, files); err != nil {
		return nil, err
	}
	a, err := audit.New(book, options(id, f))
	if err != nil {
		return nil, err
	}
	o := source.Options{Book: book.Words}
	if len(files) == 1 {
		name := filepath.Join(dir, filepath.FromSlash(files[0].Name))
		return a.Shop(ctx, dir, survey.File, func(ctx context.Context, k survey.Sink) (survey.Totals, error) {
			return source.File(ctx, name, o, k)
		})
	}
	return a.Shop(ctx, dir, survey.Folder, func(ctx context.Context, k survey.Sink) (survey.Totals, error) {
		return source.Folder(ctx, dir, o, k)
	})
}

// options are the case that a fixture's header gives.
func options(id string, f rule.Fixture) audit.Options {
	o := audit.Options{Day: f.AsOf, Customers: f.SellsTo, CustomersBy: "flag", Only: []string{id}}
	if f.Country != law.EU {
		o.Seller, o.SellerBy = f.Country, "flag"
	}
	if f.Shop != "" {
		o.Profile.Shop, o.Profile.ShopBy = f.Shop, profile.Flag
	}
	if len(f.Sells) > 0 {
		o.Profile.Sells, o.Profile.SellsBy = f.Sells, profile.Flag
	}
	if f.Size != "" {
		o.Profile.Size, o.Profile.SizeBy = f.Size, profile.Flag
	}
	return o
}

func write(dir string, files []rule.File) error {
	for _, f := range files {
		if !filepath.IsLocal(filepath.FromSlash(f.Name)) {
			return fmt.Errorf("the file %q of the fixture is outside its shop", f.Name)
		}
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// Miss is a fixture whose rule gave another verdict than its name promises.
type Miss struct {
	File string // below the folder of the rules
	Line int    // of the header that was not met
	Why  string
}

// String is file:line: why.
func (m Miss) String() string { return fmt.Sprintf("%s:%d: %s", m.File, m.Line, m.Why) }

// Run runs every fixture of a rule in fsys and tells how many there were and
// which were missed. The error is of a fixture that cannot be read or run.
func Run(ctx context.Context, book audit.Book, id string, fsys fs.FS) (count int, missed []Miss, err error) {
	names, err := fs.Glob(fsys, path.Join(id, "testdata", "*.txtar"))
	if err != nil {
		return 0, nil, err
	}
	slices.Sort(names)
	for _, name := range names {
		m, err := one(ctx, book, id, fsys, name)
		if err != nil {
			return count, missed, fmt.Errorf("%s: %w", name, err)
		}
		missed = append(missed, m...)
	}
	return len(names), missed, nil
}

// one runs a fixture, and once more with what was mended, which must pass.
func one(ctx context.Context, book audit.Book, id string, fsys fs.FS, name string) ([]Miss, error) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, err
	}
	f, err := rule.ParseFixture(name, data)
	if err != nil {
		return nil, err
	}
	var out []Miss
	got, err := judge(ctx, book, id, f, f.Files)
	if err != nil {
		return nil, err
	}
	if string(got.Outcome) != f.Verdict {
		out = append(out, Miss{name, 1, fmt.Sprintf("%s, and its name promises %s", said(got), f.Verdict)})
	} else if f.Reason != "" && got.Verdict.Reason != f.Reason {
		out = append(out, Miss{name, lineOf(data, "reason:"), fmt.Sprintf("%s, and the header wants the reason %s", said(got), f.Reason)})
	}
	if len(f.Mended) == 0 {
		return out, nil
	}
	if got, err = judge(ctx, book, id, f, f.Repaired()); err != nil {
		return nil, err
	}
	if got.Outcome != check.Pass {
		out = append(out, Miss{name, lineOf(data, "-- mended/"), "mended: " + said(got) + ", and it must pass"})
	}
	return out, nil
}

func judge(ctx context.Context, book audit.Book, id string, f rule.Fixture, files []rule.File) (audit.Result, error) {
	dir, err := os.MkdirTemp("", "shoplint-rule-")
	if err != nil {
		return audit.Result{}, err
	}
	defer os.RemoveAll(dir)
	shop, err := Shop(ctx, book, id, f, files, dir)
	if err != nil {
		return audit.Result{}, err
	}
	for _, r := range shop.Results {
		if r.Rule.ID == id {
			return r, nil
		}
	}
	return audit.Result{}, fmt.Errorf("no result of the rule %s", id)
}

// said is what a rule answered: outcome, reason and what was behind it.
func said(r audit.Result) string {
	out := string(r.Outcome)
	for _, s := range []string{r.Verdict.Reason, string(r.Verdict.Cause), r.Verdict.Detail, r.Why.Key, r.Broken} {
		if s != "" {
			out += " (" + s + ")"
		}
	}
	return out
}

// lineOf is the line that a text begins, 1 where there is none.
func lineOf(data []byte, text string) int {
	for i, l := range bytes.Split(data, []byte("\n")) {
		if strings.HasPrefix(string(l), text) {
			return i + 1
		}
	}
	return 1
}
