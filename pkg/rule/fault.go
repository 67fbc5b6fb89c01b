package rule

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Fault is one thing wrong with a rule book: where, and why. Line is 0 when
// the fault is of the whole file or folder.
type Fault struct {
	File string
	Line int
	Why  string
}

// String is file:line: why, as editors and CI logs expect it.
func (f Fault) String() string {
	if f.Line == 0 {
		return f.File + ": " + f.Why
	}
	return fmt.Sprintf("%s:%d: %s", f.File, f.Line, f.Why)
}

// Faults is everything wrong with a rule book, shown together so that its
// author mends it in one go.
type Faults []Fault

// Error lists the faults, one a line.
func (fs Faults) Error() string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = f.String()
	}
	return strings.Join(lines, "\n")
}

// add notes a fault.
func (fs *Faults) add(file string, line int, format string, args ...any) {
	*fs = append(*fs, Fault{File: file, Line: line, Why: fmt.Sprintf(format, args...)})
}

// addYAML notes every error of a YAML decoder, each with its own line.
func (fs *Faults) addYAML(file string, err error) {
	var all *yaml.LoadErrors
	if !errors.As(err, &all) {
		fs.addOne(file, err)
		return
	}
	for _, e := range all.Errors {
		fs.addOne(file, e)
	}
}

func (fs *Faults) addOne(file string, err error) {
	var one *yaml.LoadError
	if !errors.As(err, &one) {
		fs.add(file, 0, "%v", err)
		return
	}
	why := one.Message
	if why == "" && one.Unwrap() != nil {
		why = one.Unwrap().Error()
	}
	fs.add(file, one.Mark.Line, "%s", strings.TrimPrefix(why, "yaml: "))
}

// err is the faults as an error in the order of file and line; nil when there
// are none.
func (fs Faults) err() error {
	if len(fs) == 0 {
		return nil
	}
	slices.SortFunc(fs, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Why, b.Why))
	})
	return slices.Compact(fs)
}
