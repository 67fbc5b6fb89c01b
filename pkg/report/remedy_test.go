package report

import (
	"testing"

	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/survey"
)

// A detail with a way out of its own gets it, in every language.
func TestRemediesOfDetails(t *testing.T) {
	for _, tt := range []struct {
		cause       survey.Cause
		detail, key string
	}{
		{survey.Unreachable, "TLS: certificate ended on 2026-01-01", "tls"},
		{survey.Unreachable, "time-out: no answer", "slow"},
		{survey.Unreachable, "proxy: connection refused", "proxy"},
		{survey.Unreachable, "HTTP 500", "unreachable"},
		{survey.Blocked, "HTTP 401: the server asks for a name and a password", "password"},
		{survey.Blocked, "HTTP 403, not shown in the country this request came from", "country"},
		{survey.Blocked, "cookie wall: /cookie-consent", "cookies"},
		{survey.Blocked, "HTTP 403, Cloudflare challenge", "wall"},
		{survey.Blocked, "HTTP 403, Akamai block", "wall"},
		{survey.Blocked, "HTTP 200, Queue-it waiting room", "wall"},
		{survey.Blocked, "HTTP 403", "blocked"},
		{survey.LoginWall, "the shop asks every visitor for a password (/password)", "storefront"},
		{survey.LoginWall, "redirects to a login: /login", "login-wall"},
		{survey.NeedsJavaScript, "only a script shows this page: #/contact", "render"},
		{survey.Maintenance, "HTTP 503", "maintenance"},
	} {
		for _, lang := range Languages() {
			p, err := newPrinter(lang, TextOptions{})
			if err != nil {
				t.Fatal(err)
			}
			if got := p.remedy(tt.cause, tt.detail, check.Unclear); got != p.say("remedy."+tt.key) || got == "remedy."+tt.key {
				t.Errorf("%s: %s (%s): %q", lang, tt.cause, tt.detail, got)
			}
		}
	}
}
