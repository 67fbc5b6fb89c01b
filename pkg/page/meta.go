package page

import (
	"strconv"
	"strings"
)

// maxRefresh is the longest delay, in seconds, of a meta refresh that is taken
// for a redirect and not for a page that renews itself.
const maxRefresh = 10

// Alternates are the language versions the page names: hreflang in lower case
// (with "x-default") to absolute address, the first of each.
func (p *Page) Alternates() map[string]string {
	out := map[string]string{}
	for _, n := range p.found.relLink {
		lang := strings.ToLower(strings.TrimSpace(attr(n, "hreflang")))
		if lang == "" || !hasToken(attr(n, "rel"), "alternate") {
			continue
		}
		if u := resolve(p.base, attr(n, "href")); u != nil && out[lang] == "" {
			out[lang] = u.String()
		}
	}
	return out
}

// CanonicalURL is the absolute address of <link rel=canonical>, "" when there
// is none.
func (p *Page) CanonicalURL() string {
	for _, n := range p.found.relLink {
		if hasToken(attr(n, "rel"), "canonical") {
			if u := resolve(p.base, attr(n, "href")); u != nil {
				return u.String()
			}
		}
	}
	return ""
}

// MetaRefresh is the absolute address a meta refresh leads to within ten
// seconds, "" when there is none or it leads to the page itself.
func (p *Page) MetaRefresh() string {
	for _, n := range p.found.metas {
		if !strings.EqualFold(strings.TrimSpace(attr(n, "http-equiv")), "refresh") || p.inert(n) {
			continue
		}
		delay, rest, _ := strings.Cut(strings.Replace(attr(n, "content"), ",", ";", 1), ";")
		if d, err := strconv.ParseFloat(strings.TrimSpace(delay), 64); err != nil || d > maxRefresh {
			continue
		}
		if u := resolve(p.base, refreshURL(rest)); u != nil && u.String() != p.URL {
			return u.String()
		}
	}
	return ""
}

// refreshURL cuts the address out of "url='…'".
func refreshURL(s string) string {
	s = strings.TrimSpace(s)
	if len(s) >= 3 && strings.EqualFold(s[:3], "url") {
		if v, ok := strings.CutPrefix(strings.TrimLeft(s[3:], " \t\n"), "="); ok {
			s = strings.TrimSpace(v)
		}
	}
	if s != "" && (s[0] == '"' || s[0] == '\'') {
		s, _, _ = strings.Cut(s[1:], s[:1])
	}
	return s
}
