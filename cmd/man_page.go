package cmd

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shoplint/shoplint/rules"
)

// manPage is the manual page of a command in the language of man(7). It is
// dated by the rule book, so that two builds write the same.
func manPage(c *cobra.Command, p phrases, version string) string {
	var b strings.Builder
	head := func(id string) {
		fmt.Fprintf(&b, ".SH %s\n", roff(strings.ToUpper(p.word("man."+id))))
	}
	fmt.Fprintf(&b, ".TH \"%s\" \"1\" \"%s\" \"shoplint %s\" \"shoplint\"\n", roff(strings.ToUpper(manName(c))), rules.Updated, roff(version))
	head("name")
	fmt.Fprintf(&b, "%s \\- %s\n", roff(manName(c)), roff(p.short(c)))
	head("synopsis")
	if c.Runnable() {
		fmt.Fprintf(&b, "\\fB%s\\fR\n", roff(c.UseLine()))
	}
	head("description")
	manText(&b, p.long(c))
	subs := commandsOf(c)
	if len(subs) > 0 {
		head("commands")
		for _, s := range subs {
			fmt.Fprintf(&b, ".TP\n\\fB%s\\fR(1)\n%s\n", roff(manName(s)), roff(p.short(s)))
		}
	}
	head("options")
	for _, g := range grouped(c) {
		if g.id != "flags" {
			fmt.Fprintf(&b, ".SS %s\n", roff(p.word("help."+g.id)))
		}
		for _, f := range g.flags {
			value, usage := p.flag(c, f)
			name, _, _ := strings.Cut(strings.TrimLeft(flagHead(f, ""), " "), "\n")
			fmt.Fprintf(&b, ".TP\n\\fB%s\\fR", roff(name))
			if value != "" {
				fmt.Fprintf(&b, " \\fI%s\\fR", roff(value))
			}
			fmt.Fprintf(&b, "\n%s\n", roff(usage))
		}
	}
	if c.Example != "" {
		head("examples")
		fmt.Fprintf(&b, ".nf\n%s\n.fi\n", roff(strings.TrimRight(c.Example, "\n")))
	}
	if c.HasParent() {
		head("see")
		fmt.Fprintf(&b, "\\fB%s\\fR(1)\n", roff(manName(c.Parent())))
	}
	return b.String()
}

// manText is text in paragraphs.
func manText(b *strings.Builder, text string) {
	for i, para := range strings.Split(strings.TrimSpace(text), "\n\n") {
		if i > 0 {
			b.WriteString(".PP\n")
		}
		b.WriteString(roff(para) + "\n")
	}
}

// roff escapes text: no line of it is a request, a hyphen stays one that can
// be copied into a shell.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`, "\"", `\(dq`).Replace(text)
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, ".") || strings.HasPrefix(l, "'") {
			lines[i] = `\&` + l
		}
	}
	return strings.Join(lines, "\n")
}
