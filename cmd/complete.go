package cmd

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/report"
)

// shells are those a completion script can be had for.
var shells = []string{"bash", "zsh", "fish", "powershell"}

func (a *app) completionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Print the script with which your shell completes commands and flags",
		Long: `Completion prints a script for bash, zsh, fish or powershell. With it the shell
completes commands, flags, rules, topics, countries and formats.`,
		Example: `  shoplint completion bash > /etc/bash_completion.d/shoplint
  shoplint completion zsh > "${fpath[1]}/_shoplint"
  shoplint completion fish > ~/.config/fish/completions/shoplint.fish
  shoplint completion powershell | Out-String | Invoke-Expression`,
		ValidArgs: shells,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 || !slices.Contains(shells, args[0]) {
				return wrong("one-shell")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			switch root := c.Root(); args[0] {
			case "zsh":
				return root.GenZshCompletion(a.out)
			case "fish":
				return root.GenFishCompletion(a.out, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(a.out)
			default:
				return root.GenBashCompletionV2(a.out, true)
			}
		},
	}
}

// completer gives the words a value may be, each with what it is behind a tab.
type completer func(lang string) []string

// completers are those of flags, whichever command they are of.
func completers() map[string]completer {
	words := func(all ...string) completer { return func(string) []string { return all } }
	return map[string]completer{
		"country": countryWords, "sells-to": countryWords, "only": ruleWords, "skip": ruleWords,
		"format": words(report.Formats()...), "lang": words(report.Languages()...),
		"fail-on": words("fail", "warn", "never"), "unclear": words("fail", "ok"),
		"color": words("auto", "always", "never"), "render": words("auto", "always", "never"),
		"shop": words("b2c", "b2b", "marketplace"), "sells": words("goods", "digital", "services"), "size": words("micro", "small", "large"),
	}
}

// complete teaches every command below c what the values of its flags may be.
func (a *app) complete(c *cobra.Command) {
	for name, words := range completers() {
		if f := c.Flags().Lookup(name); f != nil && f.DefValue != "text" {
			list := f.Value.Type() == "stringSlice"
			// The error is for a flag that is told twice; each is told once here.
			_ = c.RegisterFlagCompletionFunc(name, func(c *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
				return listed(words(a.helpLanguage(c)), typed, list), cobra.ShellCompDirectiveNoFileComp
			})
		}
	}
	for _, name := range []string{"rules", "screenshots", "dir"} {
		if c.Flags().Lookup(name) != nil {
			_ = c.MarkFlagDirname(name)
		}
	}
	if name := c.Name(); name == "explain" || name == "show" {
		c.ValidArgsFunction = func(c *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return ruleWords(a.helpLanguage(c)), cobra.ShellCompDirectiveNoFileComp
		}
	}
	for _, sub := range c.Commands() {
		a.complete(sub)
	}
}

// listed completes the last word of a list with commas; words that stand
// before it are not offered again.
func listed(words []string, typed string, list bool) []string {
	at := strings.LastIndexByte(typed, ',') + 1
	if !list || at == 0 {
		return words
	}
	before := strings.Split(typed[:at-1], ",")
	out := make([]string, 0, len(words))
	for _, w := range words {
		if name, _, _ := strings.Cut(w, "\t"); !slices.Contains(before, name) {
			out = append(out, typed[:at]+w)
		}
	}
	return out
}

func countryWords(lang string) []string {
	var out []string
	for _, c := range law.States() {
		out = append(out, fmt.Sprintf("%s\t%s", c, c.Name(lang)))
	}
	return out
}

// ruleWords are the rules of the book with their titles, and its topics.
func ruleWords(lang string) []string {
	book, err := loadBook()
	if err != nil {
		return nil
	}
	var out, topics []string
	for i := range book.Rules.Rules {
		r := &book.Rules.Rules[i]
		out = append(out, r.ID+"\t"+r.Text[lang].Title)
		if !slices.Contains(topics, r.Topic) && book.Rules.Rule(r.Topic) == nil {
			topics = append(topics, r.Topic)
		}
	}
	return append(out, topics...)
}
