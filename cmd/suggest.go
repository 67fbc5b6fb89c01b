package cmd

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/report"
	"github.com/shoplint/shoplint/pkg/rule"
)

// oneOf refuses a value that is not among the allowed, naming the nearest.
func oneOf(flag, value string, allowed ...string) error {
	for _, a := range allowed {
		if value == a {
			return nil
		}
	}
	names := strings.Join(allowed, ", ")
	if near := rule.Nearest(value, allowed); near != "" {
		return wrong("value-near", "Flag", flag, "Value", value, "Names", names, "Near", near)
	}
	return wrong("value", "Flag", flag, "Value", value, "Names", names)
}

// flagFault says what is wrong with a flag that could not be read, with the
// flag most like an unknown one.
func flagFault(c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var value *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "":
		err = wrong("flag-short", "Flag", unknown.GetSpecifiedName())
	case errors.As(err, &unknown):
		name := unknown.GetSpecifiedName()
		var names []string
		c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		err = wrong("flag", "Flag", name)
		if near := rule.Nearest(name, names); near != "" {
			err = wrong("flag-near", "Flag", name, "Near", near)
		}
	case errors.As(err, &value):
		err = wrong("flag-value", "Flag", value.GetFlag().Name)
	case errors.As(err, &invalid):
		f := invalid.GetFlag()
		switch f.Value.Type() {
		case "int":
			err = wrong("flag-number", "Flag", f.Name, "Value", invalid.GetValue())
		case "duration":
			err = wrong("flag-duration", "Flag", f.Name, "Value", invalid.GetValue())
		case "string":
			err = invalid.Unwrap() // it names the flag itself
		}
	}
	return &seeHelp{err, c.CommandPath()}
}

// noCommand refuses a word where a command was expected, naming the nearest.
func noCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, sub := range commandsOf(c) {
		names = append(names, sub.Name())
	}
	if near := rule.Nearest(args[0], names); near != "" {
		return wrong("command-near", "Word", args[0], "Path", c.CommandPath(), "Near", near)
	}
	return wrong("command", "Word", args[0], "Names", strings.Join(names, ", "), "Path", c.CommandPath())
}

// country reads the country of a flag; the name of one gives its code.
func country(flag, value string) (law.Country, error) {
	c, err := law.ParseCountry(value)
	if err == nil {
		return c, nil
	}
	for _, s := range law.States() {
		for _, lang := range report.Languages() {
			if strings.EqualFold(strings.TrimSpace(value), s.Name(lang)) {
				return "", wrong("country-near", "Flag", flag, "Value", value, "Near", string(s))
			}
		}
	}
	return "", wrong("country", "Flag", flag, "Value", value)
}
