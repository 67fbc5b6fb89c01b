package config

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Fault is one thing wrong with a file.
type Fault struct {
	At  Position
	Why string
}

// Faults is everything wrong with a file, shown together so that it is mended
// in one go.
type Faults []Fault

// Error lists the faults, one a line, each with its place.
func (fs Faults) Error() string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = f.At.String() + ": " + f.Why
	}
	return strings.Join(lines, "\n")
}

// err is the faults in the order of the file; nil when there are none.
func (fs Faults) err() error {
	if len(fs) == 0 {
		return nil
	}
	slices.SortStableFunc(fs, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.At.Column, b.At.Column))
	})
	return fs
}

// add notes a fault at a node.
func (r *reader) add(n *yaml.Node, format string, args ...any) {
	r.faults = append(r.faults, Fault{r.at(n), fmt.Sprintf(format, args...)})
}

func (r *reader) at(n *yaml.Node) Position { return Position{r.path, max(n.Line, 1), max(n.Column, 1)} }

// syntax notes what the YAML parser says; it stops at its first error.
func (r *reader) syntax(err error) {
	var one *yaml.LoadError
	if !errors.As(err, &one) {
		r.faults = append(r.faults, Fault{Position{r.path, 1, 1}, strings.TrimPrefix(err.Error(), "yaml: ")})
		return
	}
	why := one.Message
	if why == "" && one.Unwrap() != nil {
		why = one.Unwrap().Error()
	}
	at := Position{r.path, max(one.Mark.Line, 1), max(one.Mark.Column, 1)}
	r.faults = append(r.faults, Fault{at, "no YAML: " + strings.TrimPrefix(why, "yaml: ")})
}
