// Package survey is what was read of a shop and what could not be read, with
// the cause; the facts every check and report shares; and the needs a check
// has before it may say "not found".
package survey

import (
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/words"
)

// Source is where the documents of a shop come from.
type Source string

// The sources of report version 1.
const (
	Live   Source = "live"
	Folder Source = "folder"
	File   Source = "file"
	Stdin  Source = "stdin"
	HAR    Source = "har"
)

// Cause says why something could not be read or decided.
type Cause string

// The causes of report version 1. Undecidable ones (the first ten) leave a
// rule of level error open and give exit 3; the last four never do.
const (
	Unreachable     Cause = "unreachable"
	Blocked         Cause = "blocked"
	Maintenance     Cause = "maintenance"
	Robots          Cause = "robots"
	Budget          Cause = "budget"
	Truncated       Cause = "truncated"
	Interrupted     Cause = "interrupted"
	NeedsJavaScript Cause = "needs-javascript"
	Style           Cause = "style"
	Unreadable      Cause = "unreadable"
	LoginWall       Cause = "login-wall"
	NotPublic       Cause = "not-public"
	NoSource        Cause = "source"
	Profile         Cause = "profile"
)

// Gates reports whether an undecided rule of level error with this cause
// gives exit 3.
func (c Cause) Gates() bool {
	switch c {
	case LoginWall, NotPublic, NoSource, Profile, "":
		return false
	}
	return true
}

// Page is the record of one read page.
type Page struct {
	URL       string     `json:"url"`
	Status    int        `json:"status"`
	Kind      words.Kind `json:"kind"`
	Language  string     `json:"language"`
	Depth     int        `json:"depth"` // clicks from the start page; -1 when no path is known
	Via       string     `json:"via"`
	Rendered  bool       `json:"rendered"`
	Truncated bool       `json:"truncated"`
	Linked    bool       `json:"linked"`
	Flattened bool       `json:"-"` // nested too deep: read without its nesting
	Shell     bool       `json:"-"` // an empty page that a script fills
	Paper     bool       `json:"-"` // made of a PDF
}

// Unread is an address that was wanted and could not be read. Status 404 and
// 410 are answers and never stand here. Guess is the kind its link promised.
type Unread struct {
	URL    string      `json:"url"`
	Cause  Cause       `json:"cause"`
	Detail string      `json:"detail"`
	Guess  words.Guess `json:"-"`
}

// Place is where something stands in the shop. Pages counts the pages that
// carry the same thing in the same template position; URL is the first.
type Place struct {
	URL      string `json:"url"`
	Selector string `json:"selector"`
	Line     int    `json:"line"`           // 0 where unknown
	Leaf     int    `json:"page,omitempty"` // of a PDF, from 1
	Excerpt  string `json:"excerpt"`
	Visible  bool   `json:"visible"`
	Why      string `json:"why"` // why hidden, or why uncertain
	Pages    int    `json:"pages"`
}

// Evidence is what a check saw on one page. Key is its identity for the
// fingerprint (normalised href, address or folded excerpt); Group is the check's
// own word for what it is, which Judge reads again.
type Evidence struct {
	Place
	Group     string
	Key       string
	Region    page.Region
	Kind      words.Kind // kind and language of the page it stands on
	Language  string
	Certain   bool       // false: visibility could not be decided
	Doubt     page.Doubt // why it is not certain
	Note      string
	Values    map[string]string // what else the check wants to remember
	URLs      []string          // when folded: every page, in reading order
	Kinds     []words.Kind      // … their kinds
	Languages []string          // … and languages, each once
}

// Record is what stays of a page after it was inspected; the tree is gone.
type Record struct {
	Page     Page
	Aliases  []string // other addresses that led here: requested, redirects
	Facts    PageFacts
	Links    []Edge       // links to pages of the same shop, each target once
	Evidence [][]Evidence // by check, in the order of the book
	Follow   []Follow
	Headers  map[string]string // the few response headers checks ask for
}

// Edge is a link between pages of the shop.
type Edge struct {
	To     string // Key of the address
	Guess  words.Guess
	Region page.Region
}

// Follow is one named address a check wants fetched, once, with GET.
type Follow struct {
	URL     string
	Purpose string
}

// Need is something a check must have read before "not found" may be said.
type Need struct {
	Kind     words.Kind // a page of this kind …
	Language string     // … in this language ("" = any)
	// Sample: one page of the kind is read where a link leads to one; nobody
	// looks for it elsewhere, since not every shop has such a page.
	Sample bool
}

// Sink takes documents from a source. Inspect is pure and may be called from
// many goroutines at once; Take and Miss are called from one goroutine, in
// reading order; Want is asked between waves.
type Sink interface {
	Inspect(*page.Page) *Record
	Take(*Record)
	Miss(Unread)
	Want() Want
}

// Want is what the checks still ask for, each need once. Enough: nothing but
// samples, so the source may stop once it has read those.
type Want struct {
	Enough bool
	Needs  []Need
	Follow []Follow
}

// Totals are the source's own counts and why it stopped: enough, exhausted,
// budget, timeout or interrupted. Searched says that the source looked in all
// places that lead to legal pages (home, service hubs, sitemap, one page of
// each template), so a kind that no link promised is not there.
type Totals struct {
	Requests    int
	Bytes       int64
	Stopped     string
	Interrupted bool
	Searched    bool
	Notes       []string // for the reader: "certificate not checked", …
}
