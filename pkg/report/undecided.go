package report

import (
	"strings"

	"github.com/shoplint/shoplint/pkg/check"
)

// undecided says why a duty could not be judged and how to get it judged.
func (p *printer) undecided(r *Result, col int) {
	p.entries(2, col, p.say("label.why"), []string{p.reason(r)})
	p.entries(2, col, p.say("label.do"), []string{p.remedy(r.Cause, r.Detail, r.Outcome)})
}

// reason is the cause in words with its detail.
func (p *printer) reason(r *Result) string {
	text := p.sayOr("cause."+string(r.Cause), string(r.Cause))
	if r.Outcome == check.Broken {
		text = p.say("cause.broken")
	}
	if r.Detail != "" {
		text += " (" + clip(r.Detail, maxWhy) + ")"
	}
	return text
}

// mentions reports whether a detail holds one of the words, in any case.
func mentions(s string, words ...string) bool {
	s = strings.ToLower(s)
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
