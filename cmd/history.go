package cmd

import (
	"github.com/spf13/cobra"

	"github.com/shoplint/shoplint/pkg/batch"
	"github.com/shoplint/shoplint/pkg/report"
)

func (a *app) historyCommand() *cobra.Command {
	var format, lang string
	c := &cobra.Command{
		Use:   "history DIR",
		Short: "Tell the runs of a batch folder: counts, and what changed",
		Long: `History lists the runs that a folder of "shoplint batch" keeps, the oldest first:
the day, the shops by result, and which failures are new or mended since the run
before. What a run could not decide is neither. "shoplint diff" tells why.

Exit codes: 0; 2 for wrong use, or a folder without a run.`,
		Example: `  shoplint history out
  shoplint history out --format json`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return wrong("one-folder")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if err := oneOf("format", format, "text", "json"); err != nil {
				return err
			}
			lang, err := a.givenLanguage(lang)
			if err != nil {
				return err
			}
			runs, err := batch.History(args[0])
			if err != nil {
				return err
			}
			return report.WriteHistory(a.out, runs, format, lang)
		},
	}
	c.Flags().StringVar(&format, "format", "text", "`FORMAT`: text or json")
	c.Flags().StringVar(&lang, "lang", "", "`LANGUAGE`: en, nl, fr or de")
	return c
}
