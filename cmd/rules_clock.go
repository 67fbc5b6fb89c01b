package cmd

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/report"
)

// listRules lists the whole book, or the rules of a day.
func (a *app) listRules(o rulesOptions) error {
	if err := oneOf("format", o.format, "text", "json"); err != nil {
		return err
	}
	lang, err := a.givenLanguage(o.lang)
	if err != nil {
		return err
	}
	book, err := loadBook(o.own)
	if err != nil {
		return err
	}
	if o.asOf == "" {
		return report.RuleList(a.out, book.Rules.Rules, lang, o.format)
	}
	day, err := law.ParseDay(o.asOf)
	if err != nil {
		return fmt.Errorf("--as-of %w", err)
	}
	return report.RulesOn(a.out, book.Rules.Rules, day, lang, o.format)
}

func (a *app) rulesDiffCommand() *cobra.Command {
	var o rulesOptions
	c := &cobra.Command{
		Use:   "diff DAY DAY",
		Short: "Show how the law of the book differs on two days, state by state",
		Example: `  shoplint rules diff 2025-07-19 2025-07-20
  shoplint rules diff 2026-01-01 2027-01-01 --format markdown`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return wrong("two-days")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.diffRules(o, args[0], args[1]) },
	}
	o.flags(c, "text, markdown or json")
	return c
}

func (a *app) diffRules(o rulesOptions, first, second string) error {
	if err := oneOf("format", o.format, "text", "markdown", "json"); err != nil {
		return err
	}
	lang, err := a.givenLanguage(o.lang)
	if err != nil {
		return err
	}
	from, err := law.ParseDay(first)
	if err != nil {
		return err
	}
	to, err := law.ParseDay(second)
	if err != nil {
		return err
	}
	book, err := loadBook(o.own)
	if err != nil {
		return err
	}
	return report.RulesDiff(a.out, book.Rules, from, to, lang, o.format)
}
