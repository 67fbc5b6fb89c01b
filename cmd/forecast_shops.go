package cmd

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/shoplint/shoplint/pkg/batch"
	"github.com/shoplint/shoplint/pkg/report"
)

// forecastFolder tells what is to come for the shops of a batch folder. What
// its journal has not judged cannot be told, so the law's day is the journal's.
func (r *run) forecastFolder(dir string) error {
	if err := errors.Join(forecastFormats(r.outputs), writable(r.outputs)); err != nil {
		return err
	}
	f, err := batch.Forecast(dir)
	if err != nil {
		return err
	}
	return r.writePortfolio(f)
}

// forecastList audits a list of shops, as batch does and with its manners, and
// tells what is to come. No report is kept.
func (a *app) forecastList(c *cobra.Command, o *checkOptions, list string) error {
	o.forecast = false // the journal has the days
	if err := a.configure(c, o); err != nil {
		return err
	}
	r, err := a.newRun(o, c.Flags().Changed("delay"))
	if err != nil {
		return err
	}
	if err := errors.Join(forecastFormats(r.outputs), writable(r.outputs)); err != nil {
		return err
	}
	b := &batchRun{run: r, opts: &batchOptions{checkOptions: *o}, jobs: o.jobs}
	if b.list, err = b.readList(list); err != nil {
		return err
	}
	if err := b.secrets(); err != nil {
		return err
	}
	if err := r.openBrowser(); err != nil {
		return err
	}
	defer r.closeBrowser()
	return b.forecast(c.Context())
}

// forecast runs the list in a folder that is thrown away.
func (b *batchRun) forecast(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "shoplint-forecast-")
	if err != nil {
		return fmt.Errorf("make a folder for the run: %w", err)
	}
	defer os.RemoveAll(dir)
	tally := &batch.Tally{}
	shown := b.showProgress(tally)
	result, err := batch.Run(ctx, batch.Options{
		Dir: dir, List: b.list, Open: b.open, Version: b.version(), Jobs: b.jobs, Timeout: b.shopTime(), Tally: tally,
		Note: func(s string) { b.app.note(&b.opts.checkOptions, s) },
	})
	shown()
	if err != nil {
		return err
	}
	f, err := batch.Forecast(dir)
	if err != nil {
		return err
	}
	if err := b.writePortfolio(f); err != nil {
		return err
	}
	if result.Ended != nil {
		fmt.Fprintln(b.app.err, "shoplint: "+report.Clean(result.Ended.Error()))
		return exit(report.ExitUnclear)
	}
	for i := range result.Rows {
		if result.Rows[i].Pages > 0 {
			return nil
		}
	}
	return exit(report.ExitUnclear)
}

// forecastFormats refuses what a forecast cannot be written in.
func forecastFormats(all []output) error {
	for _, out := range all {
		if err := oneOf("format", out.format, "text", "markdown", "json"); err != nil {
			return err
		}
	}
	return nil
}

// writePortfolio renders the forecast of many shops to every output.
func (r *run) writePortfolio(f *report.Portfolio) error {
	for _, x := range r.outputs {
		var buf bytes.Buffer
		if err := report.WritePortfolio(&buf, f, x.format, r.language()); err != nil {
			return err
		}
		var err error
		if x.file == "" {
			_, err = io.Copy(r.app.out, &buf)
		} else {
			err = os.WriteFile(x.file, buf.Bytes(), 0o644)
		}
		if err != nil {
			return fmt.Errorf("write the %s forecast: %w", x.format, err)
		}
	}
	return nil
}
