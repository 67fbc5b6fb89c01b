package check

import (
	"slices"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
)

// open reports whether a style sheet of the shop decides about all of the
// evidence, and could not be read. What a lone file or a folder does not hold,
// and what others than the shop keep, leaves it found, with a note.
func open(evidence []survey.Evidence) bool {
	return len(evidence) > 0 && !slices.ContainsFunc(evidence, func(e survey.Evidence) bool { return e.Doubt != page.OwnSheet })
}

// unstyled is the verdict when evidence hangs on a sheet that was not read.
func unstyled(evidence []survey.Evidence) Verdict {
	v := unclear([]survey.Unread{{URL: evidence[0].URL, Cause: survey.Style, Detail: evidence[0].Why}})
	v.Reason, v.Evidence = "unstyled", evidence
	return v
}
