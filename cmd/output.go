package cmd

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"github.com/shoplint/shoplint/pkg/report"
)

// output is one format and where it goes; an empty file is standard output.
type output struct{ format, file string }

// destinations collects --format and -o in the order in which they are given,
// since each -o belongs to the --format beside it.
type destinations struct{ given []destination }

type destination struct {
	file  bool // -o, else --format
	value string
}

// flag is one of the two flags; both write to the same list.
type destinationFlag struct {
	all  *destinations
	file bool
}

func (f destinationFlag) String() string { return "" }
func (f destinationFlag) Type() string   { return "string" }

func (f destinationFlag) Set(value string) error {
	f.all.given = append(f.all.given, destination{f.file, value})
	return nil
}

// outputs gives each -o to the --format before it, or, where that has a file,
// to the next one; FORMAT=FILE says both at once. Without a --format the text
// goes to the file.
func (d destinations) outputs() ([]output, error) {
	var out []output
	var waiting []string // files given before their format
	for _, g := range d.given {
		if g.file {
			if g.value == "" {
				return nil, errors.New("-o needs the name of a file")
			}
			if n := len(out); n > 0 && out[n-1].file == "" {
				out[n-1].file = g.value
			} else {
				waiting = append(waiting, g.value)
			}
			continue
		}
		name, file, _ := strings.Cut(g.value, "=")
		if err := oneOf("format", name, report.Formats()...); err != nil {
			return nil, err
		}
		if file == "" && len(waiting) > 0 {
			file, waiting = waiting[0], waiting[1:]
		}
		out = append(out, output{name, file})
	}
	if len(out) == 0 {
		out = []output{{format: "text"}}
		if len(waiting) > 0 {
			out[0].file, waiting = waiting[0], waiting[1:]
		}
	}
	if len(waiting) > 0 {
		return nil, fmt.Errorf("-o %s: no --format is left for it; give one --format for each -o", waiting[0])
	}
	return out, distinct(out)
}

func distinct(all []output) error {
	seen := map[string]string{}
	for _, o := range all {
		other, taken := seen[o.file]
		switch {
		case taken && o.file == "":
			return fmt.Errorf("--format %s and --format %s both go to standard output: give one of them a file, as in --format %s=FILE", other, o.format, o.format)
		case taken:
			return fmt.Errorf("--format %s and --format %s both go to %s: give each its own file", other, o.format, o.file)
		}
		seen[o.file] = o.format
	}
	return nil
}

// writable refuses a place that cannot be written before anything is read. It
// leaves the place as it was: a run that ends in wrong use writes no report.
func writable(all []output) error {
	for _, o := range all {
		if o.file == "" {
			continue
		}
		if err := tryWriting(o.file); err != nil {
			return fmt.Errorf("write the %s report: %w", o.format, err)
		}
	}
	return nil
}

func tryWriting(name string) error {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err == nil {
		return f.Close()
	}
	if !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if f, err = os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644); err != nil {
		return err
	}
	return errors.Join(f.Close(), os.Remove(name))
}

// write renders a report to every output.
func (a *app) write(all []output, r *report.Report, o *checkOptions) error {
	r.Dir, _ = os.Getwd() // without it, file names keep their last parts only
	r = r.Tidy()
	for _, x := range all {
		var buf bytes.Buffer
		opts := report.TextOptions{Color: a.colored(o.color, x.file), Width: 80, All: o.all, Quiet: o.quiet}
		if err := report.Write(&buf, x.format, beside(r, x.file), opts); err != nil {
			return fmt.Errorf("write the %s report: %w", x.format, err)
		}
		if x.file == "" {
			if _, err := io.Copy(a.out, &buf); err != nil {
				return fmt.Errorf("write to standard output: %w", err)
			}
			continue
		}
		if err := os.WriteFile(x.file, buf.Bytes(), 0o644); err != nil {
			return fmt.Errorf("write the %s report: %w", x.format, err)
		}
	}
	return nil
}

// colored reports whether text that goes to file ("" = standard output) is
// coloured: by the flag, else NO_COLOR, else whether a person reads it.
func (a *app) colored(flag, file string) bool {
	switch flag {
	case "always":
		return true
	case "never":
		return false
	}
	if os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" || file != "" {
		return false
	}
	return terminal(a.out)
}

// terminal reports whether a stream is a person's screen.
func terminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
