package contact

import "strings"

// pieces are the halves of an address in attributes of one element.
type pieces struct{ user, domain, tld string }

// take keeps a value by what its attribute's name says it is. Names are
// compared by their last word: data-email-user, data-user.
func (p *pieces) take(key, value string) {
	if i := strings.LastIndexAny(key, "-_"); i >= 0 {
		key = key[i+1:]
	}
	switch key {
	case "user", "username", "name", "local", "localpart", "box", "mailbox", "u", "account", "left", "part1", "first", "before", "a", "prefix", "benutzer", "naam":
		p.user = strings.TrimSuffix(value, "@")
	case "domain", "host", "hostname", "server", "site", "website", "d", "right", "part2", "last", "after", "b", "suffix", "dom", "domein", "domaine":
		p.domain = strings.TrimPrefix(value, "@")
	case "tld", "ext", "extension", "t", "part3", "zone", "toplevel":
		p.tld = strings.TrimPrefix(value, ".")
	}
}

// join makes an address when both halves were there.
func (p *pieces) join() (Candidate, bool) {
	if p.user == "" || p.domain == "" {
		return Candidate{}, false
	}
	host := p.domain
	if p.tld != "" && !strings.HasSuffix(host, "."+p.tld) {
		host += "." + p.tld
	}
	if a, err := New(p.user, host); err == nil {
		return Candidate{Address: a, Form: FormObfuscated, How: "split"}, true
	}
	u, okUser := reverse(p.user)
	h, okHost := reverse(host)
	if a, err := New(u, h); okUser && okHost && err == nil && roles.has(strings.ToLower(u)) {
		return Candidate{Address: a, Form: FormObfuscated, How: "reversed"}, true
	}
	return Candidate{}, false
}

func reverse(s string) (string, bool) {
	if len(s) > maxHost {
		return "", false
	}
	b := []byte(s)
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
	return string(b), true
}
