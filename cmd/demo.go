package cmd

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/shoplint/shoplint/cmd/demo"
)

// demoDays are the days the demo judges by: today, and a day of the old law.
var demoDays = []string{"", "2024-06-01"}

func (a *app) demoCommand() *cobra.Command {
	var serve bool
	o := checkOptions{
		failOn: "fail", unclear: "fail", render: "auto", color: "auto", jobs: 1, concurrency: 4, noProgress: true,
	}
	c := &cobra.Command{
		Use:   "demo",
		Short: "Audit a built-in sample shop by the law of today and of 2024",
		Long: `Demo serves a sample Belgian shop in Dutch and French on the loopback interface
and audits it twice: by today's law and by that of 2024-06-01. Nothing leaves
this machine. With --serve the shop stays up to be tried by hand.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if serve {
				return a.serveDemo(c.Context())
			}
			return a.runDemo(c.Context(), o)
		},
	}
	c.Flags().BoolVar(&serve, "serve", false, "serve the shop until Ctrl-C")
	c.Flags().StringVar(&o.lang, "lang", "", "`LANGUAGE` of the reports: en, nl, fr or de")
	c.Flags().StringVar(&o.color, "color", "auto", "`WHEN` to colour: auto, always or never")
	return c
}

func (a *app) runDemo(ctx context.Context, o checkOptions) error {
	address, stop, err := demo.Listen()
	if err != nil {
		return fmt.Errorf("serve the sample shop: %w", err)
	}
	defer stop()
	for i, day := range demoDays {
		o.asOf = day
		args := "shoplint check " + address
		if day != "" {
			args += " --as-of " + day
		}
		if i > 0 {
			fmt.Fprintln(a.out)
		}
		fmt.Fprintf(a.out, "$ %s\n\n", args)
		r, err := a.newRun(&o, false)
		if err != nil {
			return err
		}
		// The shop has faults on purpose: that check would exit 1 is no failure here.
		var code exit
		if err := r.check(ctx, []string{address}); err != nil && !errors.As(err, &code) {
			return err
		}
	}
	return nil
}

func (a *app) serveDemo(ctx context.Context) error {
	address, stop, err := demo.Listen()
	if err != nil {
		return fmt.Errorf("serve the sample shop: %w", err)
	}
	defer stop()
	fmt.Fprintf(a.out, "The sample shop is at %s\nTry:  shoplint check %s --lang nl\nCtrl-C ends it.\n", address, address)
	<-ctx.Done()
	return nil
}
