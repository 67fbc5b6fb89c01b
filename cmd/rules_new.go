package cmd

import (
	"embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shoplint/shoplint/pkg/report"
	"github.com/shoplint/shoplint/pkg/rule"
)

// newRule is the folder that "rules new" writes: a rule with a comment on each
// line that its author will want to change, and fixtures that it passes.
//
//go:embed newrule
var newRule embed.FS

// newRuleFiles are where the files of newRule go in a rule's folder.
var newRuleFiles = map[string]string{
	"rule.yaml": "rule.yaml", "words.yaml": "words.yaml", "text.en.yaml": "text.en.yaml",
	"told.pass.txtar": "testdata/told.pass.txtar", "silent.warn.txtar": "testdata/silent.warn.txtar",
}

func (a *app) rulesNewCommand() *cobra.Command {
	var dir string
	c := &cobra.Command{
		Use:   "new ID",
		Short: "Write a rule of your own to start from, with its tests",
		Long: `New writes the folder DIR/ID: a rule with comments, its words, and two fixtures
that it passes. Change it, run "shoplint rules test DIR/ID" until it is right, and
use it with "shoplint check TARGET --rules DIR".`,
		Example: "  shoplint rules new delivery-time --rules ./our-rules",
		Args:    cobra.ExactArgs(1),
		RunE:    func(_ *cobra.Command, args []string) error { return a.newRule(dir, args[0]) },
	}
	c.Flags().StringVar(&dir, "rules", ".", "the folder `DIR` that holds your rules")
	return c
}

var ruleID = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)+$`)

func (a *app) newRule(dir, id string) error {
	if !ruleID.MatchString(id) {
		return fmt.Errorf("%q is no name for a rule: write two or more words such as delivery-time", id)
	}
	book, err := loadBook()
	if err != nil {
		return err
	}
	if book.Rules.Rule(id) != nil || book.Rules.Topic(id) != nil {
		return fmt.Errorf("%q is a rule or topic of the book: choose another name", id)
	}
	folder := filepath.Join(dir, id)
	if _, err := os.Stat(folder); err == nil {
		return fmt.Errorf("%s exists already; nothing was written", folder)
	}
	for from, to := range newRuleFiles {
		data, err := newRule.ReadFile("newrule/" + from)
		if err != nil {
			return err
		}
		name := filepath.Join(folder, filepath.FromSlash(to))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, []byte(strings.ReplaceAll(string(data), "{{ID}}", id)), 0o644); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(a.out, "wrote %s; now: shoplint rules test %s\n", filepath.ToSlash(folder), filepath.ToSlash(folder))
	return err
}

// faultsOf is an error with what a rule folder holds cleaned for a terminal.
func faultsOf(err error) error {
	var faults rule.Faults
	if errors.As(err, &faults) {
		return errors.New(report.CleanText(err.Error()))
	}
	return err
}
