package cmd

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/shoplint/shoplint/pkg/config"
	"github.com/shoplint/shoplint/pkg/report"
	"github.com/shoplint/shoplint/pkg/rule"
)

// rulesOptions are the flags of the commands about rules.
type rulesOptions struct {
	format, lang string
	asOf         string
	own          string // folder with rules of one's own
}

func (o *rulesOptions) flags(c *cobra.Command, formats string) {
	if formats != "" {
		c.Flags().StringVar(&o.format, "format", "text", "`FORMAT`: "+formats)
	}
	c.Flags().StringVar(&o.lang, "lang", "", "`LANGUAGE`: en, nl, fr or de")
	c.Flags().StringVar(&o.own, "rules", "", "a folder `DIR` with rules of your own, beside those built in")
}

func (a *app) rulesCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "rules",
		Short: "List the rules, show one, compare two days, write your own",
		Args:  noCommand,
		RunE:  func(*cobra.Command, []string) error { return a.listRules(rulesOptions{format: "text"}) },
	}
	var o rulesOptions
	list := &cobra.Command{
		Use:   "list",
		Short: "List every rule with its days, or those of one day with the states",
		Args:  cobra.NoArgs,
		RunE:  func(*cobra.Command, []string) error { return a.listRules(o) },
	}
	o.flags(list, "text or json")
	list.Flags().StringVar(&o.asOf, "as-of", "", "only the rules that bind on `YYYY-MM-DD`, and in which states")
	show := a.explainCommand()
	show.Use = "show ID|TOPIC"
	c.AddCommand(list, show, a.rulesDiffCommand(), a.rulesNewCommand(), a.rulesTestCommand())
	return c
}

func (a *app) explainCommand() *cobra.Command {
	var o rulesOptions
	c := &cobra.Command{
		Use:   "explain ID|TOPIC",
		Short: "Explain a rule: its law, its days, samples, how to mend",
		Long: `Explain prints all there is to know of a rule, or of each rule of a topic: since
when and where it is law, with links; whom it binds; how shoplint looks and what
it cannot see; samples of shops with the verdict they get; and how to mend a
finding, with texts to paste.`,
		Example: `  shoplint explain odr
  shoplint explain contact-email --lang nl
  shoplint explain delivery-time --rules ./our-rules`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return wrong("one-rule")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.explain(o, args[0]) },
	}
	o.flags(c, "")
	return c
}

// explain shows the rule or the rules of the topic.
func (a *app) explain(o rulesOptions, name string) error {
	lang, err := a.givenLanguage(o.lang)
	if err != nil {
		return err
	}
	book, err := loadBook(o.own)
	if err != nil {
		return err
	}
	found := book.Rules.Find(name)
	if len(found) == 0 {
		if near := book.Rules.Nearest(name); near != "" {
			return wrong("rule-near", "Name", name, "Near", near)
		}
		return wrong("rule", "Name", name)
	}
	var explained []rule.Rule
	for _, r := range found {
		explained = append(explained, *r)
	}
	tried, err := fixturesOf(explained, o.own)
	if err != nil {
		return err
	}
	return report.Explain(a.out, explained, book.Rules.Acts, tried, lang, 80)
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
		Use:   "schema [report|config]",
		Short: "Print the JSON Schema of the report, or of the configuration",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 && (len(args) > 1 || args[0] != "report" && args[0] != "config") {
				return wrong("schema", "Name", strings.Join(args, " "))
			}
			return nil
		},
		ValidArgs: []string{"report", "config"},
		Example: `  shoplint schema > report.schema.json
  shoplint schema config > shoplint.schema.json`,
		RunE: func(_ *cobra.Command, args []string) error {
			schema := report.Schema()
			if len(args) == 1 && args[0] == "config" {
				schema = config.Schema()
			}
			_, err := a.out.Write(schema)
			return err
		},
	}
}
