package cmd

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"github.com/shoplint/shoplint/pkg/config"
)

func (a *app) initCommand() *cobra.Command {
	var force bool
	c := &cobra.Command{
		Use:   "init",
		Short: "Write a commented " + config.Name + " to start from",
		Long: `Init writes a ` + config.Name + ` into the working directory. Every setting stands in
it with a word on what it does, most of them as comments to be freed. Check
finds the file from there and from every folder below, up to the root of the
repository. A file that is there is left alone, unless --force is given.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return a.writeSample(force) },
	}
	c.Flags().BoolVar(&force, "force", false, "write over a file that is there")
	return c
}

func (a *app) writeSample(force bool) error {
	mode := os.O_WRONLY | os.O_CREATE | os.O_EXCL
	if force {
		mode = os.O_WRONLY | os.O_CREATE | os.O_TRUNC
	}
	f, err := os.OpenFile(config.Name, mode, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already: take --force to write over it", config.Name)
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", config.Name, err)
	}
	_, err = f.Write(config.Sample())
	if err = errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("write %s: %w", config.Name, err)
	}
	_, err = fmt.Fprintf(a.out, "%s is written. Free the lines you need; then: shoplint check ADDRESS\n", config.Name)
	return err
}
