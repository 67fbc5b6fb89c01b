package report

import (
	"encoding/json"
	"fmt"
	"io"
)

// Line is one shop on a line of its own, with what a reader of that line alone
// has to know. The journal of a batch holds one for each shop.
type Line struct {
	Version int    `json:"version"`
	Tool    Tool   `json:"tool"`
	AsOf    string `json:"as_of"`
	Gate    Gate   `json:"gate"`
	Shop
}

// JSONLines writes one line for each shop: the shop object with version, tool,
// as_of and the gate of that shop alone.
func JSONLines(w io.Writer, r *Report) error {
	r = tidy(r)
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for i := range r.Shops {
		gate := r.Gate
		if len(r.Shops) > 1 {
			gate = Decide(r.Shops[i:i+1], r.Limits)
		}
		if err := e.Encode(Line{r.Version, r.Tool, r.AsOf, gate, r.Shops[i]}); err != nil {
			return fmt.Errorf("write jsonl: %w", err)
		}
	}
	return nil
}
