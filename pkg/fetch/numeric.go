package fetch

import (
	"encoding/binary"
	"net/netip"
	"strconv"
	"strings"
)

// written is the address that a host name stands for without any look-up: an
// address in one of its forms, or a name that is fixed to the own machine or
// to the metadata service of a cloud. What lies behind a proxy is looked up by
// that, so the guard at the dialler never sees it.
func written(host string) (netip.Addr, bool) {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	if a, err := netip.ParseAddr(host); err == nil {
		return a, true
	}
	switch {
	case host == "localhost", strings.HasSuffix(host, ".localhost"): // RFC 6761, 6.3
		return netip.AddrFrom4([4]byte{127, 0, 0, 1}), true
	case host == "metadata.google.internal", host == "metadata", host == "instance-data":
		return netip.AddrFrom4([4]byte{169, 254, 169, 254}), true
	}
	return numeric(host)
}

// numeric reads the old forms of an IPv4 address: one to four numbers, each
// decimal, octal or hexadecimal, of which the last fills what is left
// (2130706433, 0x7f.1, 0177.0.0.1).
func numeric(host string) (netip.Addr, bool) {
	parts := strings.Split(host, ".")
	if len(parts) > 4 {
		return netip.Addr{}, false
	}
	var sum uint64
	for i, p := range parts {
		bits := 8
		if i == len(parts)-1 {
			bits = 8 * (5 - len(parts))
		}
		n, ok := number(p, bits)
		if !ok {
			return netip.Addr{}, false
		}
		sum = sum<<bits | n
	}
	var b [4]byte
	binary.BigEndian.PutUint32(b[:], uint32(sum))
	return netip.AddrFrom4(b), true
}

// number reads one part, of at most so many bits.
func number(s string, bits int) (uint64, bool) {
	base := 10
	switch {
	case strings.HasPrefix(s, "0x"):
		s, base = s[2:], 16
		if s == "" {
			return 0, true
		}
	case len(s) > 1 && s[0] == '0':
		s, base = s[1:], 8
	}
	if strings.HasPrefix(s, "+") {
		return 0, false
	}
	n, err := strconv.ParseUint(s, base, bits)
	return n, err == nil
}
