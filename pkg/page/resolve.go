package page

import (
	"net/url"
	"strings"
)

// resolver turns hrefs into addresses. A page has hundreds, nearly all of them
// plain: those are built without the full parser.
type resolver struct {
	base *url.URL
	slab []url.URL // never grows beyond its capacity: targets point into it
	dir  string
}

// target is the address of an href, nil when it is none, and its path with
// query, for the vocabulary.
func (r *resolver) target(href string) (*url.URL, string) {
	if u, path, ok := r.plain(href); ok {
		return u, path
	}
	u := resolve(r.base, href)
	if u == nil {
		return nil, ""
	}
	return u, u.RequestURI()
}

// plain resolves an href that starts with a slash, or with scheme and host,
// and has nothing in it that needs decoding or shortening.
func (r *resolver) plain(href string) (*url.URL, string, bool) {
	scheme, host, path := r.base.Scheme, r.base.Host, href
	if rest, ok := strings.CutPrefix(href, "https://"); ok {
		scheme, host, path, ok = splitHost("https", rest)
		if !ok {
			return nil, "", false
		}
	} else if rest, ok := strings.CutPrefix(href, "http://"); ok {
		scheme, host, path, ok = splitHost("http", rest)
		if !ok {
			return nil, "", false
		}
	} else if r.base.Opaque != "" || r.base.User != nil || host == "" {
		return nil, "", false
	}
	end, ok := plainPath(path)
	if !ok || len(r.slab) == cap(r.slab) {
		return nil, "", false
	}
	u := url.URL{Scheme: scheme, Host: host, Path: path[:end]}
	rest := path[end:]
	rest, u.Fragment, _ = strings.Cut(rest, "#")
	if rest != "" {
		u.RawQuery, u.ForceQuery = rest[1:], rest == "?"
	}
	r.slab = append(r.slab, u)
	return &r.slab[len(r.slab)-1], path[:end+len(rest)], true
}

// splitHost cuts a plain lower-case host off what follows the two slashes.
func splitHost(scheme, rest string) (string, string, string, bool) {
	for i := 0; i < len(rest); i++ {
		switch c := rest[i]; {
		case c == '/':
			return scheme, rest[:i], rest[i:], i > 0
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9', c == '.', c == '-':
		default:
			return "", "", "", false
		}
	}
	return "", "", "", false
}

// plainPath finds the end of the path of an address that begins with one
// slash; ok is false when a character or a dot segment asks for the full
// parser.
func plainPath(s string) (end int, ok bool) {
	if len(s) == 0 || s[0] != '/' || len(s) > 1 && s[1] == '/' {
		return 0, false
	}
	end = len(s)
	inPath := true
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case plainByte[c]:
		case c == '.':
			if inPath && s[i-1] == '/' {
				return 0, false
			}
		case (c == '?' || c == '#') && inPath:
			end, inPath = i, false
		case (c == '=' || c == '&' || c == ';') && !inPath:
		default:
			return 0, false
		}
	}
	return end, true
}

// plainByte are the bytes that stand for themselves everywhere in an address.
var plainByte = func() (t [256]bool) {
	for _, c := range []byte("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_~/") {
		t[c] = true
	}
	return t
}()

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
