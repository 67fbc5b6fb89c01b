// Package contact finds e-mail addresses in what a shop serves, also where
// they are hidden from robots, and tells the seller's own from samples,
// no-reply boxes and other people's. It knows no page and no network: texts,
// attributes and scripts go in, addresses with a verdict come out.
package contact

// Form is how an address is given. The values are those of report version 1.
type Form string

// The forms, best first.
const (
	FormMailto     Form = "mailto"
	FormText       Form = "text"
	FormObfuscated Form = "obfuscated"
	FormImage      Form = "image"
	FormStructured Form = "structured-data"
	FormScript     Form = "script"
)

// Candidate is an address that was found. Start and End are byte offsets in
// the text that was searched, 0 where there is none. How names the disguise:
// "" when it was written out, else "at-word", "spaced", "reversed", "rot13",
// "cloudflare", "shifted", "base64", "split", "entity" or "joined".
type Candidate struct {
	Address Address
	Form    Form
	How     string
	Start   int
	End     int
}

// Limits on hostile input. No honest page comes near them.
const (
	maxFound  = 1000    // addresses from one text
	maxLocal  = 64      // bytes of a local part, RFC 5321 4.5.3.1.1
	maxHost   = 253     // bytes of a host name, RFC 1035 2.3.4
	maxScript = 2 << 20 // bytes of one script or structured text
	maxEncode = 600     // bytes of one encoded value
)
