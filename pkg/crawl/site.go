package crawl

import (
	"net/netip"
	"net/url"
	"strings"

	"golang.org/x/net/publicsuffix"
)

// site is which hosts belong to the shop: that of the final home address, its
// www variant, its language subdomains, and the host and port asked for.
type site struct {
	start string // host[:port] as asked for
	home  string // host[:port] of the final home address
	name  string // home without www
	reg   string // registrable domain of home, "" for addresses and bare names
	bare  bool   // www and bare host were seen to be one
}

func newSite(u *url.URL) site {
	s := site{start: u.Host}
	s.settle(u)
	return s
}

// registrable is the domain an address was registered under, or its host.
func registrable(u *url.URL) string {
	if r, err := publicsuffix.EffectiveTLDPlusOne(u.Hostname()); err == nil {
		return r
	}
	return u.Host
}

// settle takes the final address of the home page.
func (s *site) settle(u *url.URL) {
	s.bare = u.Host != s.start && strings.TrimPrefix(u.Host, "www.") == strings.TrimPrefix(s.start, "www.")
	s.home = u.Host
	s.name = strings.TrimPrefix(u.Host, "www.")
	s.reg = ""
	if _, err := netip.ParseAddr(u.Hostname()); err == nil || u.Port() != "" {
		return
	}
	if r, err := publicsuffix.EffectiveTLDPlusOne(u.Hostname()); err == nil {
		s.reg = r
	}
}

// canonical takes the address the home page calls its own: where it differs
// in the www alone, both are one shop, so that no page is read under both.
func (s *site) canonical(u *url.URL) {
	if u.Host != s.home && strings.TrimPrefix(u.Host, "www.") == s.name {
		s.bare = true
	}
}

// same reports whether a tidy address belongs to the shop.
func (s *site) same(u *url.URL) bool {
	if u.Host == s.home || u.Host == s.start || strings.TrimPrefix(u.Host, "www.") == s.name {
		return true
	}
	if s.reg == "" || u.Port() != "" {
		return false
	}
	label, ok := strings.CutSuffix(u.Host, "."+s.reg)
	return u.Host == s.reg || ok && (label == "www" || hostLanguage(label) != "")
}
