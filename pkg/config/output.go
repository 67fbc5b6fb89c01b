package config

import (
	"path/filepath"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// formats reads a list of FORMAT or FORMAT=FILE.
func (r *reader) formats(n *yaml.Node) {
	set := Setting{Flag: "format", At: r.at(n)}
	for _, item := range r.items(n) {
		s, ok := r.text(item, "formats")
		if !ok {
			continue
		}
		name, file, found := strings.Cut(s, "=")
		word := *item
		word.Value = name
		if _, ok := r.word(&word, "format", r.known.Formats); !ok {
			continue
		}
		if found {
			name += "=" + r.beside(file)
		}
		set.Values = append(set.Values, name)
	}
	r.file.Settings = append(r.file.Settings, set)
}

// beside is a path as seen from the folder of the configuration.
func (r *reader) beside(path string) string {
	if path == "" || filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(r.dir, path)
}

// budgets reads how much of a shop is read, and how fast.
func (r *reader) budgets(n *yaml.Node) {
	count := func(key, flag string, least int) field {
		return field{key, func(n *yaml.Node) {
			r.flag(n, flag, func(n *yaml.Node, _ string) (string, bool) {
				v, ok := r.number(n, "budgets."+key, least)
				return strconv.Itoa(v), ok
			})
		}}
	}
	span := func(key, flag string) field {
		return field{key, func(n *yaml.Node) {
			r.flag(n, flag, func(n *yaml.Node, _ string) (string, bool) { return r.duration(n, "budgets."+key) })
		}}
	}
	r.object(n, "budgets", []field{
		count("pages", "max-pages", 1), count("depth", "max-depth", 1), span("time", "timeout"),
		count("concurrency", "concurrency", 1), span("delay", "delay"), count("jobs", "jobs", 1),
		{"full", func(n *yaml.Node) {
			r.flag(n, "full", func(n *yaml.Node, _ string) (string, bool) { return r.yes(n, "budgets.full") })
		}},
	})
}
