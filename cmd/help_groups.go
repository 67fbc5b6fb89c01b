package cmd

import (
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// flagGroup is a heading of the help and the flags below it, in their order.
type flagGroup struct {
	id    string // of its heading
	flags []string
}

// flagGroups sort the flags of the commands that have many. A flag that stands
// in none comes last, under the plain heading.
var flagGroups = []flagGroup{
	{"batch", []string{"dry-run", "retry-unclear", "again", "deadline", "metrics", "shops"}},
	{"law", []string{"as-of", "country", "sells-to", "shop", "sells", "size"}},
	{"rules", []string{"only", "skip", "rules"}},
	{"report", []string{"format", "output", "lang", "all", "color", "quiet", "verbose", "no-progress"}},
	{"gate", []string{"fail-on", "unclear", "baseline", "config"}},
	{"reading", []string{"full", "max-pages", "max-depth", "timeout", "jobs", "concurrency", "delay", "include", "exclude", "sitemap", "base-url"}},
	{"access", []string{"user-agent", "header", "cookie", "basic-auth", "proxy", "resolve", "check-dns", "insecure", "ignore-robots", "allow-private"}},
	{"browser", []string{"render", "screenshots", "save", "redact"}},
	{"cluster", []string{"nats", "nats-creds", "nats-ca", "nats-cert", "nats-key", "replicas", "name"}},
}

// manyFlags is how many a command may have before they are grouped.
const manyFlags = 12

// shownGroup is a heading with the flags of one command.
type shownGroup struct {
	id    string // flags: the plain heading
	flags []*pflag.Flag
}

// grouped are the flags of a command as its help shows them.
func grouped(c *cobra.Command) []shownGroup {
	var all []*pflag.Flag
	add := func(f *pflag.Flag) {
		if !f.Hidden && f.Deprecated == "" {
			all = append(all, f)
		}
	}
	c.LocalFlags().VisitAll(add)
	c.InheritedFlags().VisitAll(add)
	if len(all) <= manyFlags {
		return []shownGroup{{"flags", all}}
	}
	var out []shownGroup
	for _, g := range flagGroups {
		x := shownGroup{id: "flags." + g.id}
		for _, name := range g.flags {
			if i := slices.IndexFunc(all, func(f *pflag.Flag) bool { return f.Name == name }); i >= 0 {
				x.flags = append(x.flags, all[i])
				all = slices.Delete(all, i, i+1)
			}
		}
		if len(x.flags) > 0 {
			out = append(out, x)
		}
	}
	if len(all) > 0 {
		out = append(out, shownGroup{"flags.other", all})
	}
	return out
}
