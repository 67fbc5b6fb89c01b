package cmd

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/shoplint/shoplint/pkg/rule"
)

// oneOf refuses a value that is not among the allowed, naming the nearest.
func oneOf(flag, value string, allowed ...string) error {
	for _, a := range allowed {
		if value == a {
			return nil
		}
	}
	hint := ""
	if near := rule.Nearest(value, allowed); near != "" {
		hint = fmt.Sprintf("; did you mean %q?", near)
	}
	return fmt.Errorf("--%s %q is not known: use %s%s", flag, value, strings.Join(allowed, ", "), hint)
}

// nearestFlag adds the flag most like an unknown one.
func nearestFlag(c *cobra.Command, err error) error {
	name, ok := strings.CutPrefix(err.Error(), "unknown flag: --")
	if !ok {
		return err
	}
	var names []string
	c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	if near := rule.Nearest(name, names); near != "" {
		return fmt.Errorf("unknown flag --%s: did you mean --%s?", name, near)
	}
	return err
}

// noCommand refuses a word where a command was expected, naming the nearest.
func noCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, sub := range c.Commands() {
		names = append(names, sub.Name())
	}
	if near := rule.Nearest(args[0], names); near != "" {
		return fmt.Errorf("no command %q; did you mean: %s %s", args[0], c.CommandPath(), near)
	}
	return fmt.Errorf("no command %q: use %s; see: %s --help", args[0], strings.Join(names, ", "), c.CommandPath())
}
