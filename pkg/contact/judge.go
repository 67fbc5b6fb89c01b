package contact

import (
	"slices"
	"strings"
)

// The classes of addresses that are not the seller's own usable one.
const (
	Reserved    = "reserved"    // a name that never leads anywhere
	Placeholder = "placeholder" // a template's sample that was left in
	Sample      = "sample"      // sample text of a form field
	NoReply     = "no-reply"    // a box that nobody reads, by its name
	Unread      = "unread"      // a box that nobody reads, by the words beside it
	Tracker     = "tracker"     // the key of an error tracker
	Asset       = "asset"       // a picture or a version of a package
	Handle      = "handle"      // a name on a social network
	Hosting     = "host"
	Platform    = "platform"
	Agency      = "agency"
	Authority   = "authority"
	ADR         = "adr"
	Carrier     = "carrier"
	Payment     = "payment"
)

// Options are what a run knows beside the lists of this package.
type Options struct {
	ADR []string // domains of the bodies for dispute resolution
}

// Context is where an address stands.
type Context struct {
	Shop    string   // host of the shop, "" when unknown
	Form    Form     // how it is given
	Sample  bool     // in a form field, as sample or value
	Before  string   // text right before it, up to the address before
	After   string   // text right behind it, up to the next address
	Credits []string // domains the page names as its maker
}

// Verdict says whether a reader would take an address for the seller's own.
// Class is the reason as a key and Why the reason in English, both "" when it
// is accepted. Notes: "free-mail", "other-domain", "typo:<suggestion>".
type Verdict struct {
	Accepted bool
	Class    string
	Why      string
	Notes    []string
}

// Judge tells the seller's addresses from others. It is built once and may be
// used by many goroutines.
type Judge struct {
	noReply     []string
	noReplyWord set
	names       set // sample local parts
	words       set // sample local parts at generic domains
	people      set // names of people in samples
	domains     set // sample domains
	generic     set
	free        set
	trackers    set
	unread      []string
	credits     []string
	parties     []party
}

// party is a kind of others whose domains are listed.
type party struct {
	class   string
	why     string
	domains set
}

// NewJudge reads the lists.
func NewJudge(o Options) *Judge {
	j := &Judge{
		noReply: list("no-reply"), noReplyWord: setOf("no-reply-words"),
		names: squeezed("sample-names"), words: setOf("sample-words"), people: squeezed("sample-people"),
		domains: squeezed("sample-domains"), generic: setOf("generic-domains"),
		free: setOf("freemail"), trackers: setOf("trackers"),
		unread: list("unread"), credits: list("credits"),
	}
	adr := set{}
	for _, d := range o.ADR {
		adr[strings.ToLower(strings.TrimPrefix(d, "www."))] = struct{}{}
	}
	j.parties = []party{
		{ADR, "address of a dispute resolution body", adr},
		{Authority, "address of an authority", setOf("authorities")},
		{Carrier, "address of a carrier", setOf("carriers")},
		{Payment, "address of a payment firm", setOf("payments")},
		{Hosting, "address of a hosting firm", setOf("hosts")},
		{Platform, "address of a shop platform or software maker", setOf("platforms")},
	}
	return j
}

// Judge weighs one address where it stands.
func (j *Judge) Judge(a Address, c Context) Verdict {
	own := c.Shop != "" && a.Domain() == Registrable(c.Shop)
	class, why := j.refuse(a, c, own)
	v := Verdict{Accepted: class == "", Class: class, Why: why}
	if v.Accepted {
		v.Notes = j.notes(a, c, own)
	}
	return v
}

// refuse is the first reason against an address.
func (j *Judge) refuse(a Address, c Context, own bool) (class, why string) {
	if class, why = j.unreal(a, own); class != "" {
		return class, why
	}
	if j.isNoReply(a.Local) {
		return NoReply, "no-reply address: mail to it is not read"
	}
	if c.Sample {
		return Sample, "sample text of a form field"
	}
	if phrase := j.saysUnread(c); phrase != "" {
		return Unread, "the text beside it says that mail is not read: " + phrase
	}
	if own {
		return "", ""
	}
	for _, p := range j.parties {
		if p.domains.covers(a.Host) {
			return p.class, p.why
		}
	}
	if slices.Contains(c.Credits, a.Domain()) && !j.free.has(a.Host) || j.credited(c.Before) {
		return Agency, "address of the maker of the website"
	}
	return "", ""
}

// notes are what a reader should know about an accepted address.
func (j *Judge) notes(a Address, c Context, own bool) []string {
	var out []string
	free := j.free.has(a.Host)
	if free {
		out = append(out, "free-mail")
	}
	if s := j.meant(a, c.Shop); s != "" && !own && !free {
		out = append(out, "typo:"+s)
	} else if c.Shop != "" && !own && !free {
		out = append(out, "other-domain")
	}
	return out
}
