package contact

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
)

// maxDepth and maxValues bound the walk over structured data.
const (
	maxDepth  = 40
	maxValues = 100_000
)

// Structured reads the addresses of a JSON-LD text: of every property, in
// nested objects, lists and graphs, with or without "mailto:". Text that is no
// valid JSON, which many shops serve, is searched as it stands.
func Structured(text string) []Candidate {
	if strings.IndexByte(text, '@') < 0 && !strings.Contains(text, `\u0040`) || len(text) > maxScript {
		return nil
	}
	var v any
	if json.Unmarshal([]byte(text), &v) != nil {
		return asStructured(findPlain(text))
	}
	w := valueWalk{left: maxValues}
	w.walk(v, 0)
	return asStructured(w.out)
}

func asStructured(found []Candidate) []Candidate {
	for i := range found {
		found[i].Form, found[i].Start, found[i].End, found[i].How = FormStructured, 0, 0, ""
	}
	return found
}

type valueWalk struct {
	left int
	out  []Candidate
}

func (w *valueWalk) walk(v any, depth int) {
	if w.left--; w.left < 0 || depth > maxDepth || len(w.out) >= maxFound {
		return
	}
	switch v := v.(type) {
	case string:
		w.text(v)
	case []any:
		for _, e := range v {
			w.walk(e, depth+1)
		}
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			w.walk(v[key], depth+1)
		}
	}
}

func (w *valueWalk) text(s string) {
	if prefixed(strings.TrimSpace(s), "mailto:") {
		w.out = append(w.out, Mailto(s)...)
		return
	}
	w.out = append(w.out, findPlain(s)...)
}
