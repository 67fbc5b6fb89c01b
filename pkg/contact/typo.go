package contact

import "strings"

// bigMail are the services whose names are mistyped most. Only names of some
// length: short ones are one letter off too many honest domains.
var bigMail = []string{
	"gmail.com", "hotmail.com", "outlook.com", "yahoo.com", "icloud.com", "telenet.be", "skynet.be", "proximus.be",
	"hotmail.be", "hotmail.nl", "hotmail.fr", "hotmail.de", "outlook.be", "outlook.fr", "outlook.de", "orange.fr",
	"wanadoo.fr", "laposte.net", "t-online.de", "freenet.de", "libero.it", "seznam.cz", "googlemail.com", "protonmail.com",
}

// meant is the address that was probably meant when the host is one letter off
// a big mail service or the shop's own domain; "" when nothing seems wrong.
func (j *Judge) meant(a Address, shop string) string {
	for _, big := range bigMail {
		if oneOff(a.Host, big) && !j.free.has(a.Host) {
			return a.Local + "@" + big
		}
	}
	if shop == "" {
		return ""
	}
	own, theirs := Registrable(shop), a.Domain()
	name, other := domainName(own), domainName(theirs)
	if len(name) >= 5 && strings.TrimPrefix(own, name) == strings.TrimPrefix(theirs, other) && oneOff(name, other) {
		return a.Local + "@" + own
	}
	return ""
}
