package cmd

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Columns of a help page.
const (
	helpWidth = 80
	helpFlags = 29 // where the text of a flag begins
)

// teach gives every command its help page.
func (a *app) teach(root *cobra.Command) {
	root.SetHelpFunc(func(c *cobra.Command, _ []string) {
		fmt.Fprint(a.out, helpPage(c, phrasesOf(a.helpLanguage(c))))
	})
	root.SetUsageFunc(func(c *cobra.Command) error {
		_, err := fmt.Fprint(a.out, usageOf(c, phrasesOf(a.helpLanguage(c))))
		return err
	})
}

// helpLanguage is that of --lang, also where the command has no such flag,
// else of SHOPLINT_LANG, else of the terminal.
func (a *app) helpLanguage(c *cobra.Command) string {
	given := os.Getenv(variable("lang"))
	if f := c.Flags().Lookup("lang"); f != nil && f.Changed {
		given = f.Value.String()
	}
	return a.language(given)
}

// helpPage is all a command says of itself, at 80 columns.
func helpPage(c *cobra.Command, p phrases) string {
	var b strings.Builder
	for _, para := range strings.Split(p.long(c), "\n\n") {
		hang(&b, "", 0, para)
		b.WriteByte('\n')
	}
	return b.String() + usageOf(c, p)
}

func usageOf(c *cobra.Command, p phrases) string {
	var b strings.Builder
	head := func(id string) { fmt.Fprintf(&b, "\n%s:\n", p.word("help."+id)) }
	fmt.Fprintf(&b, "%s:\n", p.word("help.usage"))
	if c.Runnable() {
		fmt.Fprintf(&b, "  %s\n", c.UseLine())
	}
	subs := commandsOf(c)
	if len(subs) > 0 {
		fmt.Fprintf(&b, "  %s\n", p.word("help.command", "Path", c.CommandPath()))
	}
	if c.Example != "" {
		head("examples")
		b.WriteString(strings.TrimRight(c.Example, "\n") + "\n")
	}
	if len(subs) > 0 {
		head("commands")
		wide := 0
		for _, s := range subs {
			wide = max(wide, len(s.Name()))
		}
		for _, s := range subs {
			hang(&b, "  "+s.Name(), wide+4, p.short(s))
		}
	}
	for _, g := range grouped(c) {
		head(g.id)
		for _, f := range g.flags {
			value, usage := p.flag(c, f)
			hang(&b, flagHead(f, value), helpFlags, usage)
		}
	}
	if len(subs) > 0 {
		fmt.Fprintf(&b, "\n%s\n", p.word("help.more", "Path", c.CommandPath()))
	}
	return b.String()
}

// commandsOf are the commands below one that people have a use for.
func commandsOf(c *cobra.Command) []*cobra.Command {
	return slices.DeleteFunc(slices.Clone(c.Commands()), func(s *cobra.Command) bool { return !s.IsAvailableCommand() })
}

// flagHead is a flag with its short form and the word for its value.
func flagHead(f *pflag.Flag, value string) string {
	out := "      --" + f.Name
	if f.Shorthand != "" {
		out = "  -" + f.Shorthand + ", --" + f.Name
	}
	if value != "" {
		out += " " + value
	}
	return out
}

// hang writes head, and text in a column of its own that begins at col; a head
// that reaches into the column stands on a line alone.
func hang(b *strings.Builder, head string, col int, text string) {
	pad := strings.Repeat(" ", col)
	line := head
	if head != "" && utf8.RuneCountInString(head) > col-2 {
		b.WriteString(head + "\n")
		line = ""
	}
	line += pad[min(col, utf8.RuneCountInString(line)):]
	at := col
	for i, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case at+1+n > helpWidth:
			b.WriteString(strings.TrimRight(line, " ") + "\n")
			line, at = pad, col
		default:
			line, at = line+" ", at+1
		}
		line, at = line+word, at+n
	}
	b.WriteString(strings.TrimRight(line, " ") + "\n")
}
