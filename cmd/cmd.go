// Package cmd is the command line: flags into options, run functions, exit
// codes.
package cmd

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/shoplint/shoplint/pkg/report"
)

// app is what every command shares: the streams and the program's version.
type app struct {
	in       io.Reader
	out, err io.Writer
	version  string
	self     []string // the command that starts this program again; none: nobody said
}

// exit is an error that only carries an exit code: everything was said.
type exit int

func (e exit) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

// Main runs the command line and returns its exit code. self is the command
// that starts the program again, for what is best done in a process of its
// own; without it that is done in this one.
func Main(args []string, in io.Reader, out, errw io.Writer, version string, self ...string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// A second Ctrl-C ends the program at once: the first gives the signal back.
	context.AfterFunc(ctx, stop)
	a := &app{in: in, out: out, err: errw, version: version, self: self}
	root := a.root()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	var code exit
	switch {
	case err == nil:
		return report.ExitClean
	case errors.As(err, &code):
		return int(code)
	}
	a.tell(err, args)
	return report.ExitUsage
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "shoplint",
		Short: "Check a webshop for the notices EU consumer law demands, as of any day",
		Long: `shoplint reads a webshop and says whether it shows the notices EU consumer law
demands, on any day, and how to mend what is missing.

` + turned,
		Version:       a.version,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          noCommand,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.SetVersionTemplate("shoplint {{.Version}}\n")
	root.PersistentFlags().String("lang", "", "`LANGUAGE` of help and faults: en, nl, fr or de (also SHOPLINT_LANG)")
	a.teach(root)
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.SetFlagErrorFunc(flagFault)
	root.AddCommand(a.checkCommand(), a.batchCommand(), a.workerCommand(), a.forecastCommand(), a.demoCommand(), a.rulesCommand(), a.explainCommand(), a.diffCommand(), a.historyCommand(), a.initCommand(), a.schemaCommand(), a.manCommand(), a.completionCommand(), a.versionCommand(), a.paperCommand())
	a.complete(root)
	return root
}

// turned is said wherever the ODR rule is named: who knows only the old law
// takes today's verdict for a bug.
const turned = `The ODR rule has been turned round. From 9 January 2016 to 19 July 2025 a shop
HAD to link to the EU platform for online dispute resolution (ODR). Since 20
July 2025 the platform is closed: the duty is gone, and a link that stays is the
fault. To see the old verdict: shoplint check ADDRESS --as-of 2025-07-19`

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(a.out, "shoplint %s\n", a.version)
			return err
		},
	}
}
