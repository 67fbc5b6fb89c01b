package cmd

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/shoplint/shoplint/pkg/report"
)

func (a *app) forecastCommand() *cobra.Command {
	var o checkOptions
	c := &cobra.Command{
		Use:   "forecast TARGET...",
		Short: "Tell which rule turns on which day, and what a shop would get",
		Long: `Forecast reads shops as check does and lists, day by day, which duties begin,
end or change after today (or after --as-of), and what each shop would get then
if its pages stayed as they are. Where a directive has a day and no national law
is known, it says "EU date, national law not known".

The formats are text, markdown and json. The exit code is 0; 2 for wrong use; 3
when nothing could be read.`,
		Example: `  shoplint forecast https://www.my-shop.eu
  shoplint forecast ./public --country NL --sells-to NL,CZ --format markdown
  shoplint forecast page.html --as-of 2025-01-01 --only odr`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return wrong("no-target", "Path", c.CommandPath())
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			o.forecast = true
			if err := a.configure(c, &o); err != nil {
				return err
			}
			r, err := a.newRun(&o, c.Flags().Changed("delay"))
			if err != nil {
				return err
			}
			return r.forecast(c.Context(), args)
		},
	}
	o.flags(c)
	return c
}

// forecast audits every target and writes what is to come.
func (r *run) forecast(ctx context.Context, args []string) error {
	for _, out := range r.outputs {
		if err := oneOf("format", out.format, "text", "markdown", "json"); err != nil {
			return err
		}
	}
	list, err := targets(args)
	if err != nil {
		return err
	}
	if err := r.tellApart(list); err != nil {
		return err
	}
	if err := writable(r.outputs); err != nil {
		return err
	}
	if err := r.openBrowser(); err != nil {
		return err
	}
	defer r.closeBrowser()
	stop := r.watch(list)
	shops, err := r.audit(ctx, list)
	stop()
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
