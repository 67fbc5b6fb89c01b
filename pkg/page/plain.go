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
