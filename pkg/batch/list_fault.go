package batch

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Fault is one faulty line of a list.
type Fault struct {
	File string
	Line int
	Why  string
}

// Faults are all faulty lines of a list, shown together.
type Faults []Fault

// Error lists the faults, one a line, each with its place.
func (fs Faults) Error() string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = fmt.Sprintf("%s:%d: %s", f.File, f.Line, f.Why)
	}
	return strings.Join(lines, "\n")
}

func (b *listReader) fault(line int, format string, args ...any) {
	b.faults = append(b.faults, Fault{b.name, line, fmt.Sprintf(format, args...)})
}

// notUTF8 names the lines that are in another encoding.
func (b *listReader) notUTF8(data []byte) {
	n := 0
	for line := range bytes.Lines(data) {
		if n++; !utf8.Valid(line) {
			b.fault(n, "this line is not in UTF-8: save the list as UTF-8 (in a spreadsheet: \"CSV UTF-8\")")
		}
	}
}
