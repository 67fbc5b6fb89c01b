package survey

import (
	"net/url"
	"path"
	"strings"
)

// Key is the identity of an address: scheme, host and default port in normal
// form, the path without its index file, the query sorted, no fragment. "" for
// a text that is no address.
func Key(address string) string {
	u, err := url.Parse(address)
	if err != nil || address == "" {
		return ""
	}
	return KeyOf(u)
}

// KeyOf is Key of an address that was parsed.
func KeyOf(u *url.URL) string {
	host := strings.ToLower(strings.TrimSuffix(u.Host, "."))
	if u.Scheme == "http" {
		host = strings.TrimSuffix(host, ":80")
	} else if u.Scheme == "https" {
		host = strings.TrimSuffix(host, ":443")
	}
	return strings.TrimPrefix(host, "www.") + PathOf(u)
}

// PathOf is the path and sorted query of an address, without host, fragment
// and index file: what names a page on any host it is served from.
func PathOf(u *url.URL) string {
	p := u.EscapedPath()
	if p == "" {
		p = "/"
	}
	switch path.Base(p) {
	case "index.html", "index.htm", "index.xhtml", "index.php":
		p = p[:strings.LastIndexByte(p, '/')+1]
	}
	if u.RawQuery == "" {
		return p
	}
	return p + "?" + u.Query().Encode()
}

// Path is PathOf of an address as text; the text itself when it is none.
func Path(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return PathOf(u)
}
