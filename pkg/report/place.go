package report

import (
	"net/url"
	"strings"
)

// maxPlace is how many columns an address takes in a text; JSON has it whole.
const maxPlace = 150

// place is an address as people read it in the report of one shop: the path
// where it is the shop's own, with the host where it is another's, relative to
// the folder that was checked.
func place(s *Shop, address string) string {
	return middle(relative(s, address), maxPlace)
}

func relative(s *Shop, address string) string {
	if address == "" || address == s.Target && !strings.Contains(address, "://") {
		return address
	}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return underTarget(s.Target, address)
	}
	path := u.EscapedPath()
	if path == "" {
		path = "/"
	}
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	if sameHost(s.Target, u.Host) {
		return path
	}
	return u.Host + path
}

// underTarget cuts the checked folder off a file's path.
func underTarget(target, path string) string {
	if target != "" && !strings.Contains(target, "://") {
		if rest, ok := strings.CutPrefix(path, strings.TrimSuffix(target, "/")+"/"); ok {
			return rest
		}
	}
	return path
}

// sameHost reports whether host is the target's, with or without www.
func sameHost(target, host string) bool {
	if !strings.Contains(target, "://") {
		target = "//" + target
	}
	t, err := url.Parse(target)
	return err == nil && strings.TrimPrefix(t.Host, "www.") == strings.TrimPrefix(host, "www.")
}
