package report

import (
	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/survey"
)

// remedy is what the reader can do so that the tool can decide: by the cause,
// and where a detail calls for something of its own, by that. Details were
// written in English by the source.
func (p *printer) remedy(c survey.Cause, detail string, o check.Outcome) string {
	if o == check.Broken {
		return p.say("remedy.broken")
	}
	for _, s := range special {
		if s.cause == c && mentions(detail, s.words...) {
			return p.say("remedy." + s.key)
		}
	}
	return p.sayOr("remedy."+string(c), p.say("remedy.look"))
}

// special are the remedies of details, the first that fits.
var special = []struct {
	cause survey.Cause
	key   string
	words []string
}{
	{survey.Unreachable, "tls", []string{"tls", "x509", "certificate"}},
	{survey.Unreachable, "slow", []string{"timeout", "time-out", "timed out", "deadline"}},
	{survey.Unreachable, "proxy", []string{"proxy:"}},
	{survey.Blocked, "password", []string{"http 401"}},
	{survey.Blocked, "country", []string{"in the country"}},
	{survey.Blocked, "cookies", []string{"cookie wall"}},
	{survey.Blocked, "wall", []string{"challenge", " block", "captcha", "turnstile", "waiting room"}},
	{survey.LoginWall, "storefront", []string{"every visitor"}},
	{survey.NeedsJavaScript, "render", []string{"only a script"}},
}
