package report

import (
	"bytes"
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
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return fmt.Errorf("write json: %w", err)
	}
	out := append(indent(bytes.TrimSuffix(b.Bytes(), []byte("\n"))), '\n')
	if _, err := w.Write(out); err != nil {
		return fmt.Errorf("write json: %w", err)
	}
	return nil
}
