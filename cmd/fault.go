package cmd

import (
	"fmt"
	"os"
	"strings"

	"github.com/shoplint/shoplint/pkg/report"
)

// fault is wrong use, told in the reader's language. Faults that no text
// exists for are plain errors, in English.
type fault struct {
	id    string   // of the text
	pairs []string // placeholders and values
}

// wrong is the fault of an id, with placeholders and values.
func wrong(id string, pairs ...string) error { return &fault{id, pairs} }

func (f *fault) Error() string { return f.in(phrasesOf("en")) }

func (f *fault) in(p phrases) string { return p.word("fault."+f.id, f.pairs...) }

// seeHelp adds the way to the help of a command to a fault.
type seeHelp struct {
	error
	path string // of the command
}

func (s *seeHelp) Unwrap() error { return s.error }

func (s *seeHelp) Error() string { return s.in(phrasesOf("en")) }

func (s *seeHelp) in(p phrases) string {
	return p.word("help.see", "Fault", told(s.error, p), "Path", s.path)
}

// told is an error in the words of p, as far as there are any; errors that
// were joined stand on lines of their own.
func told(err error, p phrases) string {
	switch e := err.(type) {
	case interface{ in(phrases) string }:
		return e.in(p)
	case interface{ Unwrap() []error }:
		all := e.Unwrap()
		lines := make([]string, 0, len(all))
		for _, x := range all {
			if x != nil {
				lines = append(lines, told(x, p))
			}
		}
		if joined := err.Error(); joined != joinedText(all) {
			return joined // not only joined: its own words would be lost
		}
		return strings.Join(lines, "\n")
	}
	return err.Error()
}

func joinedText(all []error) string {
	lines := make([]string, 0, len(all))
	for _, x := range all {
		lines = append(lines, x.Error())
	}
	return strings.Join(lines, "\n")
}

// tell writes an error, a line for each fault.
func (a *app) tell(err error, args []string) {
	for line := range strings.SplitSeq(told(err, phrasesOf(a.faultLanguage(args))), "\n") {
		fmt.Fprintln(a.err, "shoplint: "+strings.TrimSpace(report.Clean(line)))
	}
}

// faultLanguage is that of --lang, which may stand beside what is wrong, else
// of SHOPLINT_LANG, else of the terminal.
func (a *app) faultLanguage(args []string) string {
	for i, arg := range args {
		if value, ok := strings.CutPrefix(arg, "--lang="); ok {
			return value
		}
		if arg == "--lang" && i+1 < len(args) {
			return args[i+1]
		}
	}
	if env := os.Getenv(variable("lang")); env != "" || !terminal(a.err) {
		return env
	}
	return a.language("")
}
