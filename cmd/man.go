package cmd

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shoplint/shoplint/pkg/report"
)

func (a *app) manCommand() *cobra.Command {
	var dir, lang string
	c := &cobra.Command{
		Use:   "man [COMMAND...]",
		Short: "Print the manual page of a command, or write all into a folder",
		Long: `Man prints a manual page as man reads it. With --dir every page is written into
a folder, named as man looks for it.`,
		Example: `  shoplint man check | man -l -
  shoplint man --dir /usr/local/share/man/man1
  shoplint man --lang nl --dir /usr/local/share/man/nl/man1`,
		RunE: func(c *cobra.Command, args []string) error {
			if lang != "" {
				if err := oneOf("lang", lang, report.Languages()...); err != nil {
					return err
				}
			}
			return a.man(c, args, dir)
		},
	}
	c.Flags().StringVar(&dir, "dir", "", "write every page as a file into the folder `DIR`")
	c.Flags().StringVar(&lang, "lang", "", "`LANGUAGE`: en, nl, fr or de")
	return c
}

// man writes one page, or all of them.
func (a *app) man(c *cobra.Command, args []string, dir string) error {
	p := phrasesOf(a.helpLanguage(c))
	page := c.Root()
	for _, name := range args {
		next, rest, err := page.Find([]string{name})
		if err != nil || next == page || len(rest) > 0 || !next.IsAvailableCommand() {
			return noCommand(page, []string{name})
		}
		page = next
	}
	if dir == "" {
		_, err := fmt.Fprint(a.out, manPage(page, p, a.version))
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("--dir: %w", err)
	}
	return a.manAll(page, p, dir)
}

// manAll writes the pages of a command and all below it.
func (a *app) manAll(c *cobra.Command, p phrases, dir string) error {
	name := filepath.Join(dir, manName(c)+".1")
	if err := os.WriteFile(name, []byte(manPage(c, p, a.version)), 0o644); err != nil {
		return fmt.Errorf("--dir: %w", err)
	}
	for _, sub := range commandsOf(c) {
		if err := a.manAll(sub, p, dir); err != nil {
			return err
		}
	}
	return nil
}

// manName is the name of a command's page: shoplint-rules-diff.
func manName(c *cobra.Command) string { return strings.ReplaceAll(c.CommandPath(), " ", "-") }
