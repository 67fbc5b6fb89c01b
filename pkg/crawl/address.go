package crawl

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/idna"
)

// maxAddress is the longest address that is followed; longer ones are the
// work of traps.
const maxAddress = 2000

// routeNames are query parameters that name the page in shops without paths
// of their own, so they count as part of the path.
var routeNames = []string{
	"route", "rt", "information_id", "page_id", "controller", "id_cms", "cl", "cnid", "oxcid", "oxloadid",
	"coid", "manufacturers_id", "cpath", "cms", "cms_id", "content", "content_id", "fc", "module", "view", "option",
	"main_page", "seite", "show", "lang", "language", "lng", "id_lang", "sl",
}

// trackers are query parameters that never change what a page says.
var trackers = []string{
	"gclid", "fbclid", "msclkid", "srsltid", "dclid", "yclid", "mc_cid", "mc_eid", "_ga", "_gl",
	"phpsessid", "oscsid", "xtcsid", "jsessionid", "sid", "force_sid", "zenid", "mcid", "_pos", "_sid", "_ss",
}

// tidy brings an address into the form it is fetched in: host in lower case
// and ASCII, no default port, no dot segments, no fragment, no user, no
// parameters that only track. The argument is left as it is.
func tidy(u *url.URL) *url.URL {
	t := *u
	t.Scheme = strings.ToLower(t.Scheme)
	t.Host = tidyHost(&t)
	t.Fragment, t.RawFragment, t.User, t.ForceQuery = "", "", nil, false
	if strings.Contains(t.Path, "/.") || strings.Contains(t.Path, "//") {
		t = *t.ResolveReference(&url.URL{Path: t.Path, RawQuery: t.RawQuery}) // without RawPath: %2e is a dot too
	}
	if t.Path == "" {
		t.Path = "/"
	}
	t.RawQuery = tidyQuery(t.RawQuery)
	return &t
}

// tidyHost is host and port in one form: IDN in ASCII, no dot at the end, the
// port only where it is not the scheme's own.
func tidyHost(u *url.URL) string {
	name, port := strings.ToLower(u.Hostname()), u.Port()
	if !ascii(name) {
		if a, err := idna.Lookup.ToASCII(name); err == nil {
			name = a
		}
	}
	name = strings.TrimRight(name, ".")
	if strings.Contains(name, ":") {
		name = "[" + name + "]"
	}
	if port == "" || u.Scheme == "http" && port == "80" || u.Scheme == "https" && port == "443" {
		return name
	}
	return name + ":" + port
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

func tidyQuery(q string) string {
	if q == "" {
		return ""
	}
	parts := strings.Split(q, "&")
	parts = slices.DeleteFunc(parts, func(p string) bool {
		name, _, _ := strings.Cut(p, "=")
		name = strings.ToLower(name)
		return name == "" || strings.HasPrefix(name, "utm_") || slices.Contains(trackers, name)
	})
	return strings.Join(parts, "&")
}

// key is the identity of a tidy address: http and https are one, index files
// are their folder, the order of the query does not count.
func (s *site) key(u *url.URL) string {
	host := u.Host
	if s.bare {
		host = strings.TrimPrefix(host, "www.")
	}
	p := u.EscapedPath()
	switch path.Base(p) {
	case "index.html", "index.htm", "index.xhtml", "index.php":
		p = p[:strings.LastIndexByte(p, '/')+1]
	}
	if p == "" {
		p = "/"
	}
	if u.RawQuery == "" {
		return host + p
	}
	parts := strings.Split(u.RawQuery, "&")
	slices.Sort(parts)
	return host + p + "?" + strings.Join(parts, "&")
}

// routed is the path with the parameters that name the page: what query
// variants are counted by.
func routed(u *url.URL) string {
	if u.RawQuery == "" {
		return u.Host + u.Path
	}
	var keep []string
	for p := range strings.SplitSeq(u.RawQuery, "&") {
		name, _, _ := strings.Cut(p, "=")
		if slices.Contains(routeNames, strings.ToLower(name)) {
			keep = append(keep, p)
		}
	}
	slices.Sort(keep)
	return u.Host + u.Path + "?" + strings.Join(keep, "&")
}
