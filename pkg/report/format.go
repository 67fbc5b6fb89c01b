package report

import (
	"fmt"
	"io"
	"strings"
)

// Formats lists the names Write knows, the default first.
func Formats() []string { return []string{"text", "json"} }

// Write renders r in the named format; o counts for text only. The error of an
// unknown name lists those there are.
func Write(w io.Writer, format string, r *Report, o TextOptions) error {
	switch format {
	case "text":
		return Text(w, r, o)
	case "json":
		return JSON(w, r)
	}
	return fmt.Errorf("unknown format %q: use %s", format, strings.Join(Formats(), " or "))
}
