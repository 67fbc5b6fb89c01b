package config

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v4"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/rule"
)

// reader walks the nodes of one file and collects the faults.
type reader struct {
	path, dir string
	known     Known
	file      *File
	faults    Faults

	keys func(where string, names []string) // of tests: which keys an object may have
}

// field reads the value of one key.
type field struct {
	key  string
	read func(*yaml.Node)
}

// object reads a mapping. Keys that are not among the fields, or stand there
// twice, are faults.
func (r *reader) object(n *yaml.Node, where string, fields []field) {
	n = target(n)
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.key
	}
	if r.keys != nil {
		r.keys(where, names)
	}
	if n.Kind != yaml.MappingNode {
		r.add(n, "%s: write keys and values here: %s", where, strings.Join(names, ", "))
		return
	}
	r.pairs(n, where, func(key, value *yaml.Node) {
		i := slices.Index(names, key.Value)
		if i < 0 {
			r.add(key, "%s has no key %q%s", where, key.Value, r.nearest(key.Value, names))
			return
		}
		fields[i].read(target(value))
	})
}

// pairs hands each key with its value to visit; one that stands there twice is
// a fault.
func (r *reader) pairs(n *yaml.Node, where string, visit func(key, value *yaml.Node)) {
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := target(n.Content[i])
		if key.Kind != yaml.ScalarNode {
			r.add(key, "%s: a key must be a word", where)
			continue
		}
		if seen[key.Value] {
			r.add(key, "%s: the key %q stands here twice", where, key.Value)
			continue
		}
		seen[key.Value] = true
		visit(key, n.Content[i+1])
	}
}

// target follows an alias to what it stands for. An alias of an alias is not
// followed, so that no ring is ever walked.
func target(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode && n.Alias != nil {
		return n.Alias
	}
	return n
}

// items are the elements of a list; a single value is a list of one.
func (r *reader) items(n *yaml.Node) []*yaml.Node {
	if n.Kind != yaml.SequenceNode {
		return []*yaml.Node{n}
	}
	out := make([]*yaml.Node, len(n.Content))
	for i, c := range n.Content {
		out[i] = target(c)
	}
	return out
}

// text is a scalar that is not empty.
func (r *reader) text(n *yaml.Node, what string) (string, bool) {
	if n.Kind != yaml.ScalarNode || empty(n) || strings.TrimSpace(n.Value) == "" {
		r.add(n, "%s needs a value", what)
		return "", false
	}
	return strings.TrimSpace(n.Value), true
}

// word is a text that must be one of those allowed; an empty list allows all.
func (r *reader) word(n *yaml.Node, what string, allowed []string) (string, bool) {
	s, ok := r.text(n, what)
	if ok && len(allowed) > 0 && !slices.Contains(allowed, s) {
		hint := r.nearest(s, allowed)
		if hint == "" {
			hint = ": use " + strings.Join(allowed, ", ")
		}
		r.add(n, "%s %q is not known%s", what, s, hint)
		return "", false
	}
	return s, ok
}

// nearest is "; did you mean …?", or nothing.
func (r *reader) nearest(s string, names []string) string {
	if near := rule.Nearest(s, names); near != "" {
		return "; did you mean " + strconv.Quote(near) + "?"
	}
	return ""
}

func (r *reader) day(n *yaml.Node, what string) law.Day {
	s, ok := r.text(n, what)
	if !ok {
		return law.Day{}
	}
	d, err := law.ParseDay(s)
	if err != nil {
		r.add(n, "%s %q is no day: write it as 2026-11-22", what, s)
	}
	return d
}

func (r *reader) country(n *yaml.Node, what string) law.Country {
	s, ok := r.text(n, what)
	if !ok {
		return ""
	}
	c, err := law.ParseCountry(s)
	if err != nil {
		r.add(n, "%s %v", what, err)
	}
	return c
}

// number is a whole number of at least least.
func (r *reader) number(n *yaml.Node, what string, least int) (int, bool) {
	s, ok := r.text(n, what)
	if !ok {
		return 0, false
	}
	v, err := strconv.Atoi(s)
	if err != nil || v < least {
		r.add(n, "%s %q is no whole number of at least %d", what, s, least)
		return 0, false
	}
	return v, true
}

// duration is text such as 30s or 10m; it may not be negative.
func (r *reader) duration(n *yaml.Node, what string) (string, bool) {
	s, ok := r.text(n, what)
	if !ok {
		return "", false
	}
	if d, err := time.ParseDuration(s); err != nil || d < 0 {
		r.add(n, "%s %q is no length of time: write it like 30s or 10m", what, s)
		return "", false
	}
	return s, true
}

// yes is true or false.
func (r *reader) yes(n *yaml.Node, what string) (string, bool) {
	s, ok := r.text(n, what)
	if ok && s != "true" && s != "false" {
		r.add(n, "%s %q is neither true nor false", what, s)
		return "", false
	}
	return s, ok
}
