package config

import (
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/shoplint/shoplint/pkg/rule"
)

// top reads the whole file.
func (r *reader) top(n *yaml.Node) {
	if empty(n) {
		return // an empty file, or one of comments alone
	}
	r.object(n, "the file", []field{
		{"shop", func(n *yaml.Node) { r.file.Shop = r.shop(n, false) }},
		{"shops", r.shops},
		{"law", r.law},
		{"rulebook", func(n *yaml.Node) { r.file.Rulebook = r.day(n, "rulebook") }},
		{"rules", r.rules},
		{"ignore", r.ignores},
		{"baseline", func(n *yaml.Node) { r.flag(n, "baseline", r.fileName) }},
		{"fail-on", r.choice("fail-on", "fail", "warn", "never")},
		{"unclear", r.choice("unclear", "fail", "ok")},
		{"lang", func(n *yaml.Node) { r.choice("lang", r.known.Languages...)(n) }},
		{"formats", r.formats},
		{"render", r.choice("render", "auto", "always", "never")},
		{"budgets", r.budgets},
		{"agency", r.agency},
	})
}

// empty reports whether nothing is written there but, perhaps, comments.
func empty(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null" }

// flag keeps what read makes of a node as the value of a flag.
func (r *reader) flag(n *yaml.Node, name string, read func(*yaml.Node, string) (string, bool)) {
	if s, ok := read(n, name); ok {
		r.file.Settings = append(r.file.Settings, Setting{name, []string{s}, r.at(n)})
	}
}

// choice is a flag with few values.
func (r *reader) choice(flag string, allowed ...string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		r.flag(n, flag, func(n *yaml.Node, what string) (string, bool) { return r.word(n, what, allowed) })
	}
}

// fileName is a path, taken from the folder of the configuration.
func (r *reader) fileName(n *yaml.Node, what string) (string, bool) {
	s, ok := r.text(n, what)
	return r.beside(s), ok
}

func (r *reader) law(n *yaml.Node) {
	if empty(n) {
		return
	}
	r.object(n, "law", []field{
		{"day", func(n *yaml.Node) {
			if d := r.day(n, "law.day"); !d.IsZero() {
				r.file.Settings = append(r.file.Settings, Setting{"as-of", []string{d.String()}, r.at(n)})
			}
		}},
		{"grace", func(n *yaml.Node) {
			r.file.Grace = r.days(n, "law.grace")
		}},
	})
}

// maxGrace is how long a duty may only warn, in days: a year.
const maxGrace = 366

// days is a number of days, as 14 or 14d.
func (r *reader) days(n *yaml.Node, what string) int {
	s, ok := r.text(n, what)
	if !ok {
		return 0
	}
	d, err := strconv.Atoi(strings.TrimSuffix(s, "d"))
	if err != nil || d < 0 || d > maxGrace {
		r.add(n, "%s %q is no number of days from 0 to %d: write it like 14d", what, s, maxGrace)
		return 0
	}
	return d
}

// rules reads what is switched off or weighs otherwise. The value off is a
// boolean in older YAML, so that both are taken.
func (r *reader) rules(n *yaml.Node) {
	n = target(n)
	if n.Kind != yaml.MappingNode {
		r.add(n, "rules: write a rule and its level here, as in odr-link: off")
		return
	}
	r.pairs(n, "rules", func(key, value *yaml.Node) {
		r.ruleName(key)
		s, ok := r.word(target(value), "the level of "+key.Value, []string{"off", "false", "on", "true", "error", "warning", "notice"})
		set := RuleSetting{Name: key.Value, At: r.at(key)}
		switch s {
		case "on", "true":
			return
		case "off", "false":
			set.Off = true
		default:
			set.Level = rule.Level(s)
		}
		if ok {
			r.file.Rules = append(r.file.Rules, set)
		}
	})
}

// ruleName refuses a name the book does not have.
func (r *reader) ruleName(n *yaml.Node) {
	b := r.known.Book
	if b == nil || len(b.Find(n.Value)) > 0 {
		return
	}
	hint := "; see: shoplint rules list"
	if near := b.Nearest(n.Value); near != "" {
		hint = "; did you mean " + strconv.Quote(near) + "?"
	}
	r.add(n, "no rule or topic %q%s", n.Value, hint)
}
