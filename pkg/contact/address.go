package contact

import (
	"errors"
	"fmt"
	"net/mail"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"
	"golang.org/x/net/publicsuffix"
	"golang.org/x/text/unicode/norm"
)

// ErrAddress is wrapped by every error about a string that is no address.
var ErrAddress = errors.New("no e-mail address")

// Address is a valid e-mail address: the local part as written, the host in
// lower case and Unicode.
type Address struct {
	Local string
	Host  string
}

// String is the address as a person writes it.
func (a Address) String() string { return a.Local + "@" + a.Host }

// Key is the form in which two addresses of one mailbox are equal. Capital
// letters of the local part do not count: no mail service tells them apart.
func (a Address) Key() string { return strings.ToLower(a.Local) + "@" + a.Host }

// Domain is the part of the host that its owner registered, such as
// "shop.co.uk" for "mail.shop.co.uk"; the host itself where there is none.
func (a Address) Domain() string { return Registrable(a.Host) }

// New checks the two halves of an address. The host must end in a suffix under
// which names are registered or in a reserved one; a bare name, a number of a
// version, a picture's file ending or an IP address is an ErrAddress.
func New(local, host string) (Address, error) {
	if !localOK(local) {
		return Address{}, fmt.Errorf("%w: local part %q", ErrAddress, clip(local))
	}
	ascii, pretty, ok := hostForms(host)
	if !ok || !registered(ascii) {
		return Address{}, fmt.Errorf("%w: host %q", ErrAddress, clip(host))
	}
	parsed, err := mail.ParseAddress(local + "@" + ascii)
	if err != nil || parsed.Address != local+"@"+ascii {
		return Address{}, fmt.Errorf("%w: %q", ErrAddress, clip(local+"@"+host))
	}
	return Address{Local: local, Host: pretty}, nil
}

// Parse splits at the only @ and checks both halves.
func Parse(s string) (Address, error) {
	local, host, ok := strings.Cut(strings.TrimSpace(s), "@")
	if !ok {
		return Address{}, fmt.Errorf("%w: %q", ErrAddress, clip(s))
	}
	return New(local, host)
}

func clip(s string) string {
	if len(s) <= 80 {
		return s
	}
	return strings.ToValidUTF8(s[:80], "") + "…"
}

func localOK(s string) bool {
	if s == "" || len(s) > maxLocal || !utf8.ValidString(s) || strings.Contains(s, "..") {
		return false
	}
	if s[0] == '.' || s[len(s)-1] == '.' {
		return false
	}
	return strings.ContainsFunc(s, isWord)
}

// hostForms gives a host in ASCII and in Unicode, both in lower case.
func hostForms(host string) (ascii, pretty string, ok bool) {
	if host == "" || len(host) > maxHost {
		return "", "", false
	}
	host = strings.ToLower(host)
	if plainHost(host) {
		return host, host, labelsOK(host)
	}
	ascii, err := idna.Lookup.ToASCII(host)
	if err != nil || !labelsOK(ascii) {
		return "", "", false
	}
	if pretty, err = idna.Lookup.ToUnicode(ascii); err != nil {
		return "", "", false
	}
	return ascii, norm.NFC.String(pretty), true
}

// plainHost reports that a lower-case host needs no look at its encoding.
func plainHost(host string) bool {
	for i := 0; i < len(host); i++ {
		if host[i] >= utf8.RuneSelf {
			return false
		}
	}
	return !strings.Contains(host, "xn--")
}

// labelsOK checks the letters and lengths of an ASCII host's labels.
func labelsOK(host string) bool {
	n := 0
	for label := range strings.SplitSeq(host, ".") {
		if n++; label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' {
			return false
		}
		for i := 0; i < len(label); i++ {
			if c := label[i]; c != '-' && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') {
				return false
			}
		}
	}
	return n >= 2
}

// Registrable is the domain that an owner registered: one label more than the
// public suffix. A host that is itself a suffix is given back as it is.
func Registrable(host string) string {
	ascii, pretty, ok := hostForms(strings.TrimSuffix(host, "."))
	if !ok {
		return host
	}
	domain, err := publicsuffix.EffectiveTLDPlusOne(ascii)
	if err != nil {
		return pretty
	}
	if _, nice, ok := hostForms(domain); ok {
		return nice
	}
	return domain
}
