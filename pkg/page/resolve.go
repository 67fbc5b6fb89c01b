package page

import (
	"net/url"
	"strings"
)

// resolve reads an href as forgivingly as browsers do and makes it absolute.
// It gives nil for an empty one and for schemes that lead to no page.
func resolve(base *url.URL, href string) *url.URL {
	href = clean(href)
	if href == "" {
		return nil
	}
	u, err := url.Parse(href)
	if err != nil {
		u, err = url.Parse(escapeStray(href))
	}
	if err != nil || u.Opaque != "" || !addressScheme(u.Scheme) {
		return nil
	}
	u.Host = strings.TrimSuffix(u.Host, ":")
	if u.Host == "" && strings.HasPrefix(u.Scheme, "http") {
		return nil
	}
	if u.Scheme == "" || u.Host == "" {
		u = base.ResolveReference(u)
	}
	return u
}

func addressScheme(scheme string) bool {
	return scheme == "" || scheme == "http" || scheme == "https" || scheme == "file"
}

// clean drops the white space browsers drop, and mends slashes.
func clean(href string) string {
	href = strings.Map(func(r rune) rune {
		if r == '\t' || r == '\n' || r == '\r' || r < 0x20 || r == '\u200b' || r == '\ufeff' {
			return -1
		}
		return r
	}, strings.Trim(href, " \t\r\n\f\u00a0"))
	main, tail := href, ""
	if i := strings.IndexAny(href, "?#"); i >= 0 {
		main, tail = href[:i], href[i:]
	}
	return mendScheme(strings.ReplaceAll(main, `\`, "/")) + tail
}

// mendScheme gives http and https their two slashes: browsers read https:/host
// and https:host as https://host.
func mendScheme(s string) string {
	for _, scheme := range []string{"https:", "http:"} {
		if len(s) > len(scheme) && strings.EqualFold(s[:len(scheme)], scheme) {
			return scheme + "//" + strings.TrimLeft(s[len(scheme):], "/")
		}
	}
	return s
}

// escapeStray escapes what url.Parse refuses and browsers accept: a percent
// sign that escapes nothing, spaces in the host, a colon in the first segment.
func escapeStray(href string) string {
	var b strings.Builder
	for i := 0; i < len(href); i++ {
		switch c := href[i]; {
		case c == '%' && (i+2 >= len(href) || !isHex(href[i+1]) || !isHex(href[i+2])):
			b.WriteString("%25")
		case c == ' ' || c == '<' || c == '>' || c == '"':
			b.WriteByte('%')
			b.WriteByte("0123456789ABCDEF"[c>>4])
			b.WriteByte("0123456789ABCDEF"[c&15])
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f'
}
