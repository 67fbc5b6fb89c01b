// Package page is one document of a shop: parsed once, asked many times.
package page

import (
	"net/http"
	"net/url"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"github.com/shoplint/shoplint/pkg/words"
)

// Input is a fetched document before it is parsed. Body is at most the size
// the source allows; Truncated says that there was more.
type Input struct {
	URL       string      // address after redirects; for a lone file its path or name
	Requested string      // address first asked for
	Base      string      // address links resolve against when it is not URL ("" = URL)
	Status    int         // HTTP status; 200 for files
	Header    http.Header // nil for files
	Body      []byte
	Truncated bool
	Rendered  bool   // the body is a browser's tree, written out
	Paper     bool   // the body was made of a document that is no HTML, such as a PDF
	Via       string // how it was found: start, link, sitemap, follow, unlinked
	Purpose   string // why it was fetched, for a reader
	Depth     int
	Linked    bool        // some read page links to it, or it is a start
	Hint      words.Guess // kind and language as the link to it promised
	Hops      []string    // every address passed on the way, without the last
	Sheets    *Sheets     // where linked style sheets come from; nil: they cannot be read
	Lost      []LostSheet // of a rendered page: the sheets its browser could not have
}

// Region is the part of the page template an element stands in.
type Region string

// The regions, by landmark elements, roles and common class names.
const (
	Header Region = "header"
	Nav    Region = "nav"
	Main   Region = "main"
	Footer Region = "footer"
	Body   Region = "" // none of the others
)

// Link is an anchor or area. Text is what a reader sees in it; Label is the
// first that is not empty of Text, aria-label, title, and the alt of an image
// inside.
type Link struct {
	Href     string // as written, white space trimmed, entities decoded
	Text     string
	Label    string
	Rel      string
	Lang     string // hreflang
	Region   Region
	Node     *html.Node
	NoScript bool        // inside noscript or template: no reader sees it
	Target   *url.URL    // resolved against the page's base, fragment kept; nil when it is no address
	Guess    words.Guess // kind by label and path
}

// Block is the text of one block-level element, without that of the blocks
// inside it; white space folded. Hidden parts are included: ask Shown.
type Block struct {
	Text   string
	Node   *html.Node
	Region Region
	runs   []run // which text node each stretch of Text came from, in order
}

// run maps Text[start:] up to the next run to the text node it came from.
type run struct {
	start int
	node  *html.Node
}

// State answers "does a person see it".
type State int

// The three answers. Unknown counts as found, with a note, where nothing
// better can be had.
const (
	Visible State = iota
	Hidden
	Unknown
)

// Doubt is why something is Unknown.
type Doubt int

// The doubts. NoSheet: a sheet was not read that the source does not hold, or
// that is not the shop's own. OwnSheet: the shop's own could not be read.
const (
	NoDoubt   Doubt = iota
	Undecided       // a selector or a value that cannot be decided
	NoSheet
	OwnSheet
)

// Sight is what is known about an element's visibility. Why names the
// selector and declaration that hides it (in one of the views, or may); Note is for a
// visible element with a reservation: "opened by a click", "not on phones",
// "aria-hidden".
type Sight struct {
	State   State
	Doubt   Doubt // of what is Unknown
	Why     string
	Note    string
	Desktop bool // visible at 1280x800
	Phone   bool // visible at 390x844
}

// Page is one parsed document. Its fields are set once, before the first
// check sees it; its methods may be called from one goroutine.
type Page struct {
	Input
	Address   *url.URL // URL, parsed; what links are relative to is Base or <base href>
	Title     string
	Language  string     // of the text a reader sees: two letters, "" when unknown
	Kind      words.Kind // by address, title, heading and the links that led here
	Flattened bool       // html.Parse refused the nesting: read through the tokenizer

	book    *words.Book
	base    *url.URL // what links are relative to
	text    []byte   // the body as UTF-8
	root    *html.Node
	slab    lightSlab // what the tree is made of, unless it was parsed in full
	found   finds
	doc     *goquery.Document
	links   []Link
	away    []int
	images  []Image
	scripts []Script
	blocks  []Block
	forms   []Form
	places  places
	lines   lines
	sights  sights
}

// Doc is the page as a goquery document, over the tree that was parsed once.
func (p *Page) Doc() *goquery.Document {
	if p.doc == nil {
		p.doc = goquery.NewDocumentFromNode(p.root)
		p.doc.Url = p.Address
	}
	return p.doc
}

// BaseURL is the address that links of the page are relative to: <base href>,
// else Input.Base, else the page's own address. It must not be changed.
func (p *Page) BaseURL() *url.URL { return p.base }
