package config

import (
	"strings"

	"go.yaml.in/yaml/v4"
)

// ignores reads what is accepted, why and until when.
func (r *reader) ignores(n *yaml.Node) {
	if n.Kind != yaml.SequenceNode {
		r.add(n, "ignore: write a list here, each entry with a rule and a reason")
		return
	}
	for _, item := range r.items(n) {
		r.file.Ignore = append(r.file.Ignore, r.ignore(item))
	}
}

func (r *reader) ignore(n *yaml.Node) Ignore {
	x := Ignore{At: r.at(n)}
	named, reasoned := false, false
	r.object(n, "an entry of ignore", []field{
		{"rule", func(n *yaml.Node) {
			named = true
			if s, ok := r.text(n, "rule"); ok {
				x.Rule = s
				r.ruleName(n)
			}
		}},
		{"where", func(n *yaml.Node) {
			s, ok := r.text(n, "where")
			if ok && !strings.HasPrefix(s, "/") && !strings.HasPrefix(s, "*") {
				r.add(n, "where %q must be a path that begins with a slash or a star, such as /blog/*", s)
			}
			x.Where = s
		}},
		{"reason", func(n *yaml.Node) {
			reasoned = true
			x.Reason, _ = r.text(n, "reason")
		}},
		{"until", func(n *yaml.Node) { x.Until = r.day(n, "until") }},
	})
	if n.Kind != yaml.MappingNode {
		return x
	}
	if !named {
		r.add(n, "an entry of ignore needs a rule")
	}
	if !reasoned {
		r.add(n, "an entry of ignore needs a reason: whoever reads it next year will ask")
	}
	return x
}
