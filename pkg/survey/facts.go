package survey

// PageFacts are the facts of one page, as the shared extractors see them.
type PageFacts struct {
	Emails     []Email
	ODRLinks   []ODRLink
	Mentions   []Mention // the platform named in text
	Successors []Mention // links to the Commission's successor site
	Forms      int       // forms for writing to the seller
	Countries  []CountrySign
	Platform   string
}

// Form is how an e-mail address is given.
type Form string

// The forms, best first.
const (
	Mailto         Form = "mailto"
	Text           Form = "text"
	Obfuscated     Form = "obfuscated"
	Image          Form = "image"
	StructuredData Form = "structured-data"
	Script         Form = "script"
)

// Email is an address found. Accepted: a reader would take it for the
// seller's own usable address; Why says why not, and is empty when accepted.
type Email struct {
	Address  string `json:"address"` // host in lower case, IDN in Unicode
	Form     Form   `json:"form"`
	Accepted bool   `json:"accepted"`
	Why      string `json:"why"`
	Visible  bool   `json:"visible"`
	URL      string `json:"url"`
	Selector string `json:"selector"`
	Pages    int    `json:"pages"`

	Line    int      `json:"-"`
	Excerpt string   `json:"-"`
	Class   string   `json:"-"` // reason as a key: placeholder, no-reply, authority, …
	Notes   []string `json:"-"` // free-mail, typo:<suggestion>, form:…
	Kind    string   `json:"-"` // kind of the page of the best occurrence
	Kinds   []string `json:"-"` // kinds of all pages it stands on visibly
	Certain bool     `json:"-"`
}

// Views says in which of the two views something is visible.
type Views struct {
	Desktop bool `json:"desktop"`
	Phone   bool `json:"phone"`
}

// ODRLink is an anchor to an address of the closed platform.
type ODRLink struct {
	Href     string `json:"href"`
	Visible  bool   `json:"visible"` // true unless proven hidden
	Certain  bool   `json:"certain"`
	Why      string `json:"why"`
	Views    Views  `json:"views"`
	URL      string `json:"url"`
	Selector string `json:"selector"`
	Pages    int    `json:"pages"`
}

// Mention is text that names the platform, or a link to its successor site.
type Mention struct {
	Excerpt    string `json:"excerpt"`
	SaysClosed bool   `json:"says_closed"`
	Visible    bool   `json:"visible"`
	URL        string `json:"url"`
	Selector   string `json:"selector"`
	Pages      int    `json:"pages"`
}

// CountrySign is a hint at the seller's country and where it was seen.
type CountrySign struct {
	Country string
	Sign    string // "host", "address", "vat", …
	URL     string
}
