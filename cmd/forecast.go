package cmd

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/shoplint/shoplint/pkg/batch"
	"github.com/shoplint/shoplint/pkg/report"
)

func (a *app) forecastCommand() *cobra.Command {
	var o checkOptions
	var shops string
	c := &cobra.Command{
		Use:   "forecast TARGET...",
		Short: "Tell which rule turns on which day, and what a shop would get",
		Long: `Forecast reads shops as check does and lists, day by day, which duties begin,
end or change after today (or after --as-of), and what each shop would get then
if its pages stayed as they are. Where a directive has a day and no national law
is known, it says "EU date, national law not known".

--shops reads a list of many, as batch does; a folder of batch is told from its
journal, and nothing is fetched. Both say for how many shops a duty begins, and
which do not meet it yet.

The formats are text, markdown and json. The exit code is 0; 2 for wrong use; 3
when nothing could be read.`,
		Example: `  shoplint forecast https://www.my-shop.eu
  shoplint forecast ./public --country NL --sells-to NL,CZ --format markdown
  shoplint forecast page.html --as-of 2025-01-01 --only odr
  shoplint forecast --shops clients.csv
  shoplint forecast out`,
		Args: func(c *cobra.Command, args []string) error {
			if shops != "" && len(args) > 0 {
				return wrong("shops-or-targets")
			}
			if len(args) == 0 && shops == "" {
				return wrong("no-target", "Path", c.CommandPath())
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if shops != "" {
				return a.forecastList(c, &o, shops)
			}
			o.forecast = true
			if err := a.configure(c, &o); err != nil {
				return err
			}
			r, err := a.newRun(&o, c.Flags().Changed("delay"))
			if err != nil {
				return err
			}
			if len(args) == 1 && batch.IsFolder(args[0]) {
				return r.forecastFolder(args[0])
			}
			return r.forecast(c.Context(), args)
		},
	}
	o.flags(c)
	c.Flags().StringVar(&shops, "shops", "", "tell for all shops of `LIST`: txt, csv, yaml or -")
	return c
}

// forecast audits every target and writes what is to come.
func (r *run) forecast(ctx context.Context, args []string) error {
	if err := forecastFormats(r.outputs); err != nil {
		return err
	}
	list, err := r.ready(args)
	if err != nil {
		return err
	}
	if err := r.openBrowser(); err != nil {
		return err
	}
	defer r.closeBrowser()
	shops, err := r.watched(ctx, list)
	if err != nil {
		return err
	}
	rep := report.Build(shops, report.BuildOptions{
		Lang: r.language(), Version: r.app.version, Book: r.book.Rules, ADR: r.book.ADR, Past: r.past(shops),
	})
	if err := r.app.writeForecast(r.outputs, rep); err != nil {
		return err
	}
	for _, s := range shops {
		if s.Survey.Count() == 0 {
			return exit(report.ExitUnclear)
		}
	}
	return nil
}

// writeForecast renders a forecast to every output.
func (a *app) writeForecast(all []output, r *report.Report) error {
	for _, x := range all {
		var buf bytes.Buffer
		if err := report.Forecast(&buf, r, x.format); err != nil {
			return err
		}
		var err error
		if x.file == "" {
			_, err = io.Copy(a.out, &buf)
		} else {
			err = os.WriteFile(x.file, buf.Bytes(), 0o644)
		}
		if err != nil {
			return fmt.Errorf("write the %s forecast: %w", x.format, err)
		}
	}
	return nil
}
