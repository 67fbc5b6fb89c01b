package contact

import "encoding/hex"

// Cloudflare reads the value of data-cfemail or the fragment behind
// /cdn-cgi/l/email-protection: hex digits, the first byte is the key with which
// the others are combined.
func Cloudflare(digits string) (Address, bool) {
	if len(digits) < 8 || len(digits) > maxEncode {
		return Address{}, false
	}
	b, err := hex.DecodeString(digits)
	if err != nil {
		return Address{}, false
	}
	for i := range b[1:] {
		b[i+1] ^= b[0]
	}
	found := recipients(nil, pathOf(string(b[1:])))
	if len(found) == 0 {
		return Address{}, false
	}
	return found[0].Address, true
}

// pathOf cuts off the parameters of a mailto: that was protected whole.
func pathOf(s string) string {
	for i := range len(s) {
		if s[i] == '?' {
			return unescape(s[:i])
		}
	}
	return unescape(s)
}
