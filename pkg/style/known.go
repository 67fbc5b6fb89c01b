package style

import (
	_ "embed"
	"strings"
	"sync"
)

// knownText lists the names of the properties that Chromium 156 knows, white
// space between them.
//
//go:embed known.txt
var knownText string

// known holds the names of knownText; few shops ask for more than a handful.
var known = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for name := range strings.FieldsSeq(knownText) {
		out[name] = true
	}
	return out
})

// property says whether browsers of today know a property. Names of a vendor
// that are not known never will be; others may come.
func property(name string) verdict {
	switch {
	case strings.HasPrefix(name, "--"), known()[name]:
		return always
	case strings.HasPrefix(name, "-"):
		return never
	}
	return unclear
}
