package cmd

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/shoplint/shoplint/pkg/config"
	"github.com/shoplint/shoplint/pkg/report"
	"github.com/shoplint/shoplint/pkg/words"
)

// ownEnv are flags that read their variable themselves, or have none: secrets,
// and what only makes sense by hand.
var ownEnv = map[string]bool{"header": true, "cookie": true, "basic-auth": true, "proxy": true, "help": true}

// configure fills in the flags that were not given: from the environment, else
// from the configuration file. What no one gives keeps its default.
func (a *app) configure(c *cobra.Command, o *checkOptions) error {
	f := c.Flags()
	from := map[string]string{}
	f.Visit(func(g *pflag.Flag) { from[g.Name] = "flag" })
	if err := fromEnvironment(f, from); err != nil {
		return err
	}
	if err := o.loadConfig(); err != nil {
		return err
	}
	if err := o.fromFile(f, from, c.Name() == "forecast"); err != nil {
		return err
	}
	if o.verbose {
		a.tellSources(f, o, from)
	}
	return nil
}

// variable is the name of a flag's variable.
func variable(flag string) string {
	return "SHOPLINT_" + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
}

// fromEnvironment sets flags from SHOPLINT_*; an empty variable is none.
func fromEnvironment(f *pflag.FlagSet, from map[string]string) error {
	var faults []error
	f.VisitAll(func(g *pflag.Flag) {
		value := os.Getenv(variable(g.Name))
		if value == "" || from[g.Name] != "" || ownEnv[g.Name] {
			return
		}
		values := []string{value}
		if g.Name == "format" {
			values = strings.FieldsFunc(value, func(c rune) bool { return c == ',' || c == ' ' })
		}
		for _, v := range values {
			if err := f.Set(g.Name, v); err != nil {
				faults = append(faults, fmt.Errorf("%s: %w", variable(g.Name), err))
			}
		}
		from[g.Name] = variable(g.Name)
	})
	return errors.Join(faults...)
}

// loadConfig reads the file that --config names, else the one that is found.
// The rule book is loaded for it, since it may name rules.
func (o *checkOptions) loadConfig() error {
	name := o.configFile
	if name == "" {
		found, err := config.Find(".")
		if err != nil {
			return fmt.Errorf("look for %s: %w", config.Name, err)
		}
		name = nearName(found)
	}
	o.file = &config.File{}
	if name == "" {
		return nil
	}
	book, err := loadBook(o.ownRules)
	if err != nil {
		return err
	}
	o.book = &book
	known := config.Known{Book: book.Rules, Formats: report.Formats(), Languages: report.Languages()}
	for _, k := range words.Kinds() {
		known.Kinds = append(known.Kinds, string(k))
	}
	o.file, err = config.Load(name, known)
	return err
}

// nearName is a path as seen from the working directory, where that is shorter.
func nearName(name string) string {
	dir, err := os.Getwd()
	if err != nil || name == "" {
		return name
	}
	if near, err := filepath.Rel(dir, name); err == nil {
		return near
	}
	return name
}

// fromFile sets flags from the file. A forecast has formats of its own and no
// baseline.
func (o *checkOptions) fromFile(f *pflag.FlagSet, from map[string]string, forecast bool) error {
	var faults []error
	for _, s := range o.file.Settings {
		skip := forecast && (s.Flag == "format" || s.Flag == "baseline")
		if f.Lookup(s.Flag) == nil || from[s.Flag] != "" || skip || s.Flag == "format" && from["output"] != "" {
			continue
		}
		for _, v := range s.Values {
			if err := f.Set(s.Flag, v); err != nil {
				faults = append(faults, fmt.Errorf("%s: %w", s.At, err))
			}
		}
		from[s.Flag] = s.At.String()
	}
	return errors.Join(faults...)
}

// tellSources says on standard error where every setting comes from. The value
// of a secret is never shown.
func (a *app) tellSources(f *pflag.FlagSet, o *checkOptions, from map[string]string) {
	say := func(format string, args ...any) {
		fmt.Fprintln(a.err, "shoplint: "+report.Clean(fmt.Sprintf(format, args...)))
	}
	if o.file.Path != "" {
		say("configuration: %s", o.file.Path)
	} else {
		say("configuration: no %s from here up to the root of the repository", config.Name)
	}
	defaults := 0
	f.VisitAll(func(g *pflag.Flag) {
		value, source := g.Value.String(), from[g.Name]
		if ownEnv[g.Name] {
			value = "(hidden)"
			if source == "" && os.Getenv(variable(g.Name)) != "" {
				source = variable(g.Name)
			}
		}
		if source == "" {
			defaults++
			return
		}
		say("--%s %s (%s)", g.Name, value, source)
	})
	say("%d other flags have their defaults", defaults)
}
