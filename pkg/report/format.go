package report

import (
	"fmt"
	"io"
	"strings"
)

// Formats lists the names Write knows, the default first.
func Formats() []string {
	return []string{"text", "json", "jsonl", "csv", "markdown", "html", "sarif", "junit", "github", "gitlab"}
}

// Write renders r in the named format; o counts for text only. The error of an
// unknown name lists those there are.
func Write(w io.Writer, format string, r *Report, o TextOptions) error {
	switch format {
	case "text":
		return Text(w, r, o)
	case "json":
		return JSON(w, r)
	case "jsonl":
		return JSONLines(w, r)
	case "csv":
		return CSV(w, r)
	case "markdown":
		return Markdown(w, r)
	case "html":
		return HTML(w, r)
	case "sarif":
		return SARIF(w, r)
	case "junit":
		return JUnit(w, r)
	case "github":
		return GitHub(w, r)
	case "gitlab":
		return GitLab(w, r)
	}
	names := Formats()
	last := len(names) - 1
	return fmt.Errorf("unknown format %q: use %s or %s", format, strings.Join(names[:last], ", "), names[last])
}
