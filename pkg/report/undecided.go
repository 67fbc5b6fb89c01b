package report

import (
	"strings"

	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/survey"
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

// remedy is what the reader can do so that the tool can decide.
func (p *printer) remedy(c survey.Cause, detail string, o check.Outcome) string {
	switch {
	case o == check.Broken:
		return p.say("remedy.broken")
	case c == survey.Unreachable && aboutTLS(detail):
		return p.say("remedy.tls")
	case c == survey.Unreachable && aboutTime(detail):
		return p.say("remedy.slow")
	}
	return p.sayOr("remedy."+string(c), p.say("remedy.look"))
}

// aboutTLS and aboutTime read the detail, which the source wrote in English.
func aboutTLS(detail string) bool {
	return mentions(detail, "tls", "x509", "certificate")
}

func aboutTime(detail string) bool {
	return mentions(detail, "timeout", "time-out", "timed out", "deadline")
}

func mentions(s string, words ...string) bool {
	s = strings.ToLower(s)
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
