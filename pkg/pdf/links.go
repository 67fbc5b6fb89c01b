package pdf

import (
	"strings"

	lib "github.com/ledongthuc/pdf"
)

// maxLinks is the number of link annotations read on one page.
const maxLinks = 500

// targets are the addresses of a page's link annotations (ISO 32000-2,
// 12.5.6.5) in the order of the file, each once.
func targets(page lib.Value) []string {
	var out []string
	seen := map[string]bool{}
	list := page.Key("Annots")
	for i := 0; i < min(list.Len(), maxLinks); i++ {
		a := list.Index(i)
		if a.Key("Subtype").Name() != "Link" {
			continue
		}
		action := a.Key("A")
		if action.Key("S").Name() != "URI" {
			continue
		}
		uri := strings.TrimSpace(action.Key("URI").RawString())
		if uri != "" && !seen[uri] {
			seen[uri] = true
			out = append(out, uri)
		}
	}
	return out
}
