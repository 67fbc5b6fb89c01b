package batch

import (
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/idna"
)

// homeKey is the canonical home page of an address: what http and https, www
// and bare host, a trailing slash and the name of an index file do not tell
// apart.
func homeKey(target string) string {
	u, err := url.Parse(target)
	if err != nil || u.Host == "" {
		return target
	}
	host := strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
	if ascii, err := idna.Lookup.ToASCII(host); err == nil {
		host = ascii
	}
	host = strings.TrimPrefix(host, "www.")
	if p := u.Port(); p != "" && p != "80" && p != "443" {
		host += ":" + p
	}
	p := path.Clean("/" + u.Path)
	switch base := strings.ToLower(path.Base(p)); base {
	case "index.html", "index.htm", "index.php":
		p = path.Dir(p)
	}
	key := host + strings.TrimSuffix(p, "/") + "/"
	if u.RawQuery != "" {
		key += "?" + u.RawQuery
	}
	return key
}
