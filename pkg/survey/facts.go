package survey

import (
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/words"
)

// PageFacts are the facts of one page, as the shared extractors see them.
type PageFacts struct {
	Emails      []Email
	Identifiers []Identifier
	Phones      []Phone
	Targets     []TargetLink // links to the named targets of the vocabulary
	Mentions    []Mention    // the same targets, and what announces them, in text
	Forms       []Place      // forms for writing to the seller
	Countries   []CountrySign
	DataPhones  []string  // telephone numbers of structured data, as written
	Addresses   []Address // postal, of the pages on which a seller says who it is
	Firms       []Firm    // names with a legal form, and words for a sole trader
	Platform    string    // shop software, "" when unknown
	Kind        KindSigns
	Terms       Terms // phrases of the lists that checks asked for; dropped with the page
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

	Doubt    page.Doubt `json:"-"` // why it is not certain that a visible one is seen
	Doubtful string     `json:"-"` // … for a reader
}

// Views says in which of the two views something is visible.
type Views struct {
	Desktop bool `json:"desktop"`
	Phone   bool `json:"phone"`
}

// TargetLink is an anchor to an address of a named target.
type TargetLink struct {
	Place
	Name      string // of the target: odr-platform, odr-successor, …
	Href      string
	Text      string
	Region    page.Region
	Certain   bool
	Doubt     page.Doubt // why it is not certain
	Views     Views
	Note      string
	Closed    bool // words that say it has closed stand beside it
	Announced bool // words that announce the platform stand beside it
	Allowed   bool // a link to the list of ADR bodies stands beside it
}

// Mention is text (or an alternative text, or a file name) that names a
// target or announces it, or a link to its successor site.
type Mention struct {
	Excerpt    string `json:"excerpt"`
	SaysClosed bool   `json:"says_closed"`
	Visible    bool   `json:"visible"`
	URL        string `json:"url"`
	Selector   string `json:"selector"`
	Pages      int    `json:"pages"`

	Line      int         `json:"-"`
	Region    page.Region `json:"-"`
	Key       string      `json:"-"` // folded excerpt
	Address   string      `json:"-"` // target whose address is written out, "" for none
	Announced bool        `json:"-"` // an announcing phrase stands in it
	Dispute   bool        `json:"-"` // it speaks of disputes or complaints
	Allowed   bool        `json:"-"` // a link to the list of ADR bodies stands beside it
	Picture   bool        `json:"-"` // alternative text or file name of a picture
	Linked    string      `json:"-"` // target that a link in the same block leads to
	Certain   bool        `json:"-"`
	Doubt     page.Doubt  `json:"-"`
	Why       string      `json:"-"`
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

// CountrySign is a hint at the seller's country and where it was seen.
type CountrySign struct {
	Country string // a code, or a name as structured data has it
	Sign    string // address: structured data; postal: the text of an imprint
	URL     string
}

// PageOf is the part of a record every source fills alike.
func PageOf(p *page.Page) Page {
	return Page{
		URL: p.URL, Status: p.Status, Kind: p.Kind, Language: p.Language, Depth: p.Depth, Via: p.Via,
		Rendered: p.Rendered, Truncated: p.Truncated, Linked: p.Linked, Flattened: p.Flattened, Shell: p.Shell(), Paper: p.Paper,
	}
}

// Read reports whether the page holds something: a 2xx answer.
func (p Page) Read() bool { return p.Status >= 200 && p.Status < 300 }

// Answers reports whether kind k in language lang ("" = any) is what p is.
func (p Page) Answers(k words.Kind, lang string) bool {
	return p.Kind == k && p.Read() && (lang == "" || p.Language == lang || p.Language == "")
}
