package contact

import (
	"strings"

	"golang.org/x/net/publicsuffix"
)

// unreal tells addresses that are nobody's: reserved names, samples, keys. A
// shop whose own domain looks like a sample keeps it.
func (j *Judge) unreal(a Address, own bool) (class, why string) {
	if reservedTLD.has(a.Host[strings.LastIndexByte(a.Host, '.')+1:]) || documentation(a.Host) {
		return Reserved, "reserved name: no mail arrives there"
	}
	if j.isTracker(a) {
		return Tracker, "key of an error tracker, no mailbox"
	}
	if a.Local == "git" || a.Local == "npm" {
		return Asset, "address of a code repository, no mailbox"
	}
	if j.names.has(squeeze(a.Local)) {
		return Placeholder, "sample address: " + a.Local + " stands for a name"
	}
	name := squeeze(domainName(a.Host))
	if !own && j.domains.has(name) {
		return Placeholder, "sample address: " + a.Host + " stands for a domain"
	}
	if !own && j.sampleAtGeneric(strings.ToLower(a.Local), name, a.Host) {
		return Placeholder, "sample address left from a template"
	}
	return "", ""
}

// sampleAtGeneric reports a sample name at a domain that is one only together
// with such a name: "test@gmail.com", "jan@email.be", "email@email.com".
func (j *Judge) sampleAtGeneric(local, name, host string) bool {
	if j.free.has(host) {
		return local == name || j.words.has(local)
	}
	return j.generic.has(name) && (local == name || j.words.has(local) || j.people.has(squeeze(local)))
}

// documentation reports the names of RFC 2606 section 3, which end like others.
func documentation(host string) bool {
	switch Registrable(host) {
	case "example.com", "example.org", "example.net", "example.edu":
		return true
	}
	return false
}

// domainName is the label before the public suffix.
func domainName(host string) string {
	d := Registrable(host)
	suffix, _ := publicsuffix.PublicSuffix(d)
	name := strings.TrimSuffix(strings.TrimSuffix(d, suffix), ".")
	if name == "" {
		name, _, _ = strings.Cut(d, ".")
	}
	return name
}

// isTracker reports the address-like key in a tracker's web address, such as
// <32 hex digits>@sentry.shop.com.
func (j *Judge) isTracker(a Address) bool {
	if len(a.Local) == 32 && strings.Trim(a.Local, "0123456789abcdef") == "" {
		return true
	}
	for label := range strings.SplitSeq(a.Host, ".") {
		if j.trackers.has(label) {
			return true
		}
	}
	return false
}

// isNoReply reports the names of boxes that nobody reads.
func (j *Judge) isNoReply(local string) bool {
	s := squeeze(local)
	for _, w := range j.noReply {
		if strings.Contains(s, w) {
			return true
		}
	}
	head, _, _ := strings.Cut(strings.ToLower(local), "+")
	head, _, _ = strings.Cut(head, "-")
	return j.noReplyWord.has(head)
}
