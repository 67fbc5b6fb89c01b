package cmd

import (
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/shoplint/shoplint/pkg/audit"
	"github.com/shoplint/shoplint/pkg/audit/trial"
	"github.com/shoplint/shoplint/pkg/report"
)

func (a *app) rulesTestCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "test DIR",
		Short: "Run the fixtures of your own rules",
		Long: `Test loads the rules of a folder, or the one rule whose folder it is, and runs
every fixture: testdata/SLUG.VERDICT.txtar must give VERDICT, and what stands
under mended/ must pass. Everything that is wrong is named with file and line.

Exit codes: 0 all as promised; 1 a fixture gave another verdict; 2 the rule
cannot be loaded.`,
		Example: "  shoplint rules test ./our-rules",
		Args:    cobra.ExactArgs(1),
		RunE:    func(c *cobra.Command, args []string) error { return a.testRules(c.Context(), args[0]) },
	}
}

func (a *app) testRules(ctx context.Context, dir string) error {
	builtIn, err := loadBook()
	if err != nil {
		return err
	}
	book, err := loadBook(dir)
	if err != nil {
		return faultsOf(err)
	}
	root, _ := ownRoot(dir)
	count, missed := 0, 0
	for _, r := range book.Rules.Rules[len(builtIn.Rules.Rules):] {
		n, wrong, err := a.testRule(ctx, book, r.ID, root)
		count, missed = count+n, missed+wrong
		if err != nil {
			return err
		}
	}
	fmt.Fprintf(a.out, "%d fixtures run, %d wrong\n", count, missed)
	if missed > 0 {
		return exit(report.ExitFinding)
	}
	return nil
}

// testRule runs the fixtures of one rule and prints those that were missed.
func (a *app) testRule(ctx context.Context, book audit.Book, id, root string) (count, missed int, err error) {
	count, wrong, err := trial.Run(ctx, book, id, os.DirFS(root))
	if err != nil {
		return count, len(wrong), fmt.Errorf("%s: %w", id, err)
	}
	for _, m := range wrong {
		m.File = path.Join(filepath.ToSlash(root), m.File)
		fmt.Fprintln(a.out, report.Clean(m.String()))
	}
	return count, len(wrong), nil
}

// ownRoot is the folder that holds the folders of rules: dir itself, or its
// parent when dir is the folder of one rule, which only then names.
func ownRoot(dir string) (root string, only []string) {
	clean := filepath.Clean(dir)
	if _, err := os.Stat(filepath.Join(clean, "rule.yaml")); err != nil {
		return clean, nil
	}
	abs, err := filepath.Abs(clean)
	if err != nil {
		return clean, nil
	}
	if filepath.Base(clean) != filepath.Base(abs) { // "." and ".." have no name in them
		clean = abs
	}
	return filepath.Dir(clean), []string{filepath.Base(abs)}
}
