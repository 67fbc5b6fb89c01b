package cmd

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/har"
	"github.com/shoplint/shoplint/pkg/survey"
)

// finish ends the shop's profile and adds its traffic and faults to the totals.
func (x *renderer) finish(t *survey.Totals) {
	var b har.Browser
	for _, why := range slices.Sorted(maps.Keys(x.faults)) {
		b.Notes = append(b.Notes, remark("not rendered", why, x.faults[why]))
	}
	if x.shop != nil {
		b.Requests, b.Bytes = x.shop.Traffic()
		x.shop.Close()
		x.files.close()
	}
	addBrowser(t, b)
	if x.keeping != nil {
		x.keeping.browser = b
	}
}

// addBrowser adds what a browser did for a shop to the totals.
func addBrowser(t *survey.Totals, b har.Browser) {
	t.Requests, t.Bytes = t.Requests+b.Requests, t.Bytes+b.Bytes
	t.Notes = append(t.Notes, b.Notes...)
}

// maxPaths is how many pages one note names.
const maxPaths = 5

// remark is a note on pages: what did not happen to them, and why. Pages are
// rendered in any order; the note does not depend on it.
func remark(what, why string, paths []string) string {
	slices.Sort(paths)
	more := ""
	if n := len(paths) - maxPaths; n > 0 {
		paths, more = paths[:maxPaths], fmt.Sprintf(" · +%d", n)
	}
	return what + ": " + why + " (" + strings.Join(paths, " · ") + more + ")"
}
