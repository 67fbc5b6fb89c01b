package check

import (
	"fmt"
	"slices"

	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/words"
)

// Reader is a check that looks for phrases. Its lists are matched on every
// page together with those of all other checks, in one pass; Inspect finds
// them in PageFacts.Terms under the names of the lists.
type Reader interface {
	Lists() []words.List
}

// Lists are the lists that checks look for, each once.
func Lists(checks []Check) []words.List {
	var out []words.List
	seen := map[string]bool{}
	for _, c := range checks {
		r, ok := c.(Reader)
		if !ok {
			continue
		}
		for _, l := range r.Lists() {
			if !seen[l.Name] {
				seen[l.Name] = true
				out = append(out, l)
			}
		}
	}
	return out
}

// vocabulary gives the lists that a rule's parameters name: those of its own
// words.yaml, else those of the shared vocabulary (words.Book.List).
type vocabulary struct {
	rule  *rule.Rule
	book  *words.Book
	lists []words.List
}

// named are the full names of the lists that some parameters name. A name
// that neither the rule nor the vocabulary knows is an error.
func (v *vocabulary) named(names ...string) ([]string, error) {
	var out []string
	for _, name := range names {
		l, ok := v.rule.Lists[name]
		if !ok {
			if l, ok = v.book.List(name); !ok {
				return nil, fmt.Errorf("no list %q in words.yaml of the rule, nor in the shared vocabulary", name)
			}
		}
		out = append(out, l.Name)
		if !slices.ContainsFunc(v.lists, func(o words.List) bool { return o.Name == l.Name }) {
			v.lists = append(v.lists, l)
		}
	}
	return out, nil
}
