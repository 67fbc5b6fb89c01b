package cmd

import (
	"github.com/spf13/cobra"

	"github.com/shoplint/shoplint/pkg/baseline"
	"github.com/shoplint/shoplint/pkg/report"
)

func (a *app) diffCommand() *cobra.Command {
	var format, lang, failOn string
	c := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Compare two reports: new, known, resolved, and why",
		Long: `Diff compares two JSON reports, files of JSON lines, or folders of a batch. Each
finding is new, known or resolved, with the reason: the page, the law or the
rules changed. What the newer report did not judge is neither known nor
resolved.

Exit codes: 0 nothing new; 1 new findings at or above --fail-on; 2 wrong use, or
a file that is no report; 3 a duty is newly undecided, by a cause for which
check exits 3.`,
		Example: `  shoplint diff last-week.json today.json
  shoplint diff old.json new.json --format markdown --lang nl`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return wrong("two-reports")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if err := oneOf("format", format, "text", "markdown", "json"); err != nil {
				return err
			}
			if err := oneOf("fail-on", failOn, "fail", "warn", "never"); err != nil {
				return err
			}
			lang, err := a.givenLanguage(lang)
			if err != nil {
				return err
			}
			return a.diff(args[0], args[1], format, lang, failOn)
		},
	}
	c.Flags().StringVar(&format, "format", "text", "`FORMAT`: text, markdown or json")
	c.Flags().StringVar(&failOn, "fail-on", "fail", "exit 1 from this `OUTCOME` of a new finding on: fail, warn or never")
	c.Flags().StringVar(&lang, "lang", "", "`LANGUAGE`: en, nl, fr or de")
	return c
}

func (a *app) diff(old, now, format, lang, failOn string) error {
	before, err := baseline.Read(old)
	if err != nil {
		return err
	}
	after, err := baseline.Read(now)
	if err != nil {
		return err
	}
	d := report.CompareReports(before, after, failOn)
	if err := report.WriteDiff(a.out, d, format, lang); err != nil {
		return err
	}
	if d.Exit != report.ExitClean {
		return exit(d.Exit)
	}
	return nil
}
