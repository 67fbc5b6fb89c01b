package report

import (
	"encoding/json"
	"fmt"
	"io"
)

// JSON writes r as report version 1: two spaces of indent, lists never null,
// fields and lists in a fixed order, & < > as they are.
func JSON(w io.Writer, r *Report) error {
	return encode(w, tidy(r))
}

// encode writes any value of ours in the one JSON style.
func encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return fmt.Errorf("write json: %w", err)
	}
	return nil
}
