package crawl

import (
	"net/url"
	"strings"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// fewLinks is up to how many links of the shop a page may be a mere gate.
const fewLinks = 3

// judgePage names the cause of a page that was read and is none of the shop's:
// a gate in front of it. Whole pages are never refused for a word on them.
func (c *crawl) judgePage(s *slot, p *page.Page) *verdict {
	if s.found.moved != nil {
		return &verdict{survey.Unreachable, "sends visitors on to another site: " + s.found.moved.Host}
	}
	if len(s.found.links) > fewLinks {
		return nil
	}
	if len(s.hops) > 0 && consentPath(s.at) && !consentPath(s.url) {
		return &verdict{survey.Blocked, "cookie wall: " + s.at.Path}
	}
	if s.wanted() && s.guess.Kind != words.Contact && asksPassword(p) {
		return &verdict{survey.LoginWall, "the page asks for a password and shows nothing else"}
	}
	return nil
}

// asksPassword reports whether a form of the page has a password field.
func asksPassword(p *page.Page) bool {
	for _, f := range p.Forms() {
		for _, field := range f.Fields {
			if field.Type == "password" {
				return true
			}
		}
	}
	return false
}

// consentPath reports whether an address is that of a question about cookies.
func consentPath(u *url.URL) bool {
	for seg := range strings.SplitSeq(strings.ToLower(u.Path), "/") {
		switch seg {
		case "consent", "cookie-consent", "cookieconsent", "cookiewall", "cookie-wall", "cookie-check", "cookiecheck", "gdpr", "enable-cookies", "no-cookies":
			return true
		}
	}
	return false
}

// judgeLoop names the cause of redirects that do not end: most often a shop
// that waits for a cookie to be accepted, which the crawler never does.
func (c *crawl) judgeLoop(s *slot, to *url.URL) *verdict {
	for _, h := range append(s.hops[:len(s.hops):len(s.hops)], to) {
		if consentPath(h) {
			return &verdict{survey.Blocked, "cookie wall: " + chain(s.hops, to)}
		}
	}
	return &verdict{survey.Unreachable, "redirect loop: " + chain(s.hops, to)}
}
