package contact

import (
	"strings"

	"golang.org/x/net/publicsuffix"
)

// reservedTLD are endings that never lead anywhere: RFC 2606, RFC 6761, RFC
// 6762, and "tld", which people write for "your ending here".
var reservedTLD = set{
	"example": {}, "test": {}, "invalid": {}, "localhost": {}, "local": {}, "tld": {}, "internal": {}, "localdomain": {},
}

// registered reports whether names are sold under the suffix of a host, or it
// is one of the reserved. The suffix alone is nobody's mail host.
func registered(ascii string) bool {
	if reservedTLD.has(ascii[strings.LastIndexByte(ascii, '.')+1:]) {
		return true
	}
	if scaled(ascii) || isDigit(ascii[len(ascii)-1]) { // no ending is a number: an IP address
		return false
	}
	suffix, icann := publicsuffix.PublicSuffix(ascii)
	if icann {
		return suffix != ascii
	}
	// A private suffix of the list has a dot; the default rule gives one label.
	return strings.Contains(suffix, ".")
}

// scaled reports the host of "logo@2x.…": a factor of a picture for dense
// screens, whatever its file ending happens to mean as a country.
func scaled(host string) bool {
	return len(host) > 3 && host[0] >= '1' && host[0] <= '9' && host[1] == 'x' && (host[2] == '.' || host[2] == '-')
}
