package contact

import (
	"html"
	"net/url"
	"strings"
)

// Href reads the addresses a link writes to: mailto:, Cloudflare's protected
// path, and the script calls of TYPO3. Other links give nothing.
func Href(href string) []Candidate {
	href = strings.TrimSpace(href)
	if len(href) > 8<<10 || len(href) < 7 {
		return nil
	}
	if prefixed(href, "mailto") {
		return Mailto(href)
	}
	if _, hex, ok := strings.Cut(href, "/email-protection#"); ok {
		if a, ok := Cloudflare(hex); ok {
			return []Candidate{{Address: a, Form: FormObfuscated, How: "cloudflare"}}
		}
		return nil
	}
	if prefixed(href, "javascript:") {
		return scriptHref(href[len("javascript:"):])
	}
	return nil
}

func prefixed(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// Mailto reads the recipients of a mailto: address (RFC 6068): percent-encoded,
// several, with display names; also those of its "to" parameter. Copies, the
// subject and the body are not the recipient's.
func Mailto(href string) []Candidate {
	rest := strings.TrimSpace(html.UnescapeString(href))
	if !prefixed(rest, "mailto") {
		return nil
	}
	rest = strings.TrimLeft(strings.TrimPrefix(rest[len("mailto"):], ":"), " /:")
	path, query, _ := strings.Cut(rest, "?")
	out := recipients(nil, unescape(path))
	for pair := range strings.SplitSeq(query, "&") {
		if key, value, ok := strings.Cut(pair, "="); ok && strings.EqualFold(key, "to") {
			out = recipients(out, unescape(value))
		}
	}
	return out
}

// unescape undoes percent-encoding and leaves a broken escape as it is.
func unescape(s string) string {
	for range 2 { // some shops encode twice
		if strings.IndexByte(s, '%') < 0 {
			return s
		}
		t, err := url.PathUnescape(s)
		if err != nil {
			return s
		}
		s = t
	}
	return s
}

// recipients adds the addresses of a list. One that is not exact is searched
// as text, which undoes display names and words for the sign.
func recipients(out []Candidate, s string) []Candidate {
	for part := range strings.FieldsFuncSeq(clean(s).text, func(r rune) bool { return r == ',' || r == ';' }) {
		if len(out) >= maxFound {
			break
		}
		if i := strings.IndexByte(part, '<'); i >= 0 && strings.IndexByte(part, '@') > i {
			part = strings.TrimRight(part[i+1:], "> ")
		}
		part = strings.TrimPrefix(strings.Trim(part, " .\"'"), "mailto:")
		if a, err := Parse(part); err == nil {
			out = append(out, Candidate{Address: a, Form: FormMailto})
			continue
		}
		for _, c := range Find(part) {
			c.Form, c.Start, c.End = FormMailto, 0, 0
			out = append(out, c)
		}
	}
	return out
}
