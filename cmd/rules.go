package cmd

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/shoplint/shoplint/pkg/report"
	"github.com/shoplint/shoplint/pkg/rule"
)

func (a *app) rulesCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "rules",
		Short: "List the rules, or show one",
		Args:  noCommand,
		RunE:  func(*cobra.Command, []string) error { return a.listRules("text", "") },
	}
	var format, lang string
	list := &cobra.Command{
		Use:   "list",
		Short: "List every rule with its days",
		Args:  cobra.NoArgs,
		RunE:  func(*cobra.Command, []string) error { return a.listRules(format, lang) },
	}
	list.Flags().StringVar(&format, "format", "text", "`FORMAT`: text or json")
	list.Flags().StringVar(&lang, "lang", "", "`LANGUAGE`: en, nl, fr or de")
	show := a.explainCommand()
	show.Use = "show ID|TOPIC"
	c.AddCommand(list, show)
	return c
}

func (a *app) listRules(format, lang string) error {
	if err := oneOf("format", format, "text", "json"); err != nil {
		return err
	}
	lang, err := a.givenLanguage(lang)
	if err != nil {
		return err
	}
	book, err := loadBook()
	if err != nil {
		return err
	}
	return report.RuleList(a.out, book.Rules.Rules, lang, format)
}

func (a *app) explainCommand() *cobra.Command {
	var lang string
	c := &cobra.Command{
		Use:   "explain ID|TOPIC",
		Short: "Explain a rule: its law, its days, how to mend",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return fmt.Errorf("give one rule or topic, as in: shoplint explain odr; see: shoplint rules list")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			lang, err := a.givenLanguage(lang)
			if err != nil {
				return err
			}
			book, err := loadBook()
			if err != nil {
				return err
			}
			found := book.Rules.Find(args[0])
			if len(found) == 0 {
				hint := "see: shoplint rules list"
				if near := book.Rules.Nearest(args[0]); near != "" {
					hint = fmt.Sprintf("did you mean %q?", near)
				}
				return fmt.Errorf("no rule or topic %q; %s", args[0], hint)
			}
			var explained []rule.Rule
			for _, r := range found {
				explained = append(explained, *r)
			}
			return report.Explain(a.out, explained, book.Rules.Acts, lang, 80)
		},
	}
	c.Flags().StringVar(&lang, "lang", "", "`LANGUAGE`: en, nl, fr or de")
	return c
}

// givenLanguage is the language of a command without a report.
func (a *app) givenLanguage(lang string) (string, error) {
	o := checkOptions{lang: lang}
	if err := o.resolveLaw(); err != nil {
		return "", err
	}
	return a.language(o.lang), nil
}

func (a *app) schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:       "schema [report]",
		Short:     "Print the JSON Schema of the report",
		Args:      cobra.MatchAll(cobra.MaximumNArgs(1), cobra.OnlyValidArgs),
		ValidArgs: []string{"report"},
		RunE: func(*cobra.Command, []string) error {
			_, err := a.out.Write(report.Schema())
			return err
		},
	}
}
