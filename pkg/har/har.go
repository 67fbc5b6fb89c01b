// Package har writes what was read of a shop into an HTTP archive (HAR 1.2)
// and answers requests from one: what a shop showed on one day can be judged
// again later, for any day. It also reads the archives that the developer
// tools of browsers export.
package har

import (
	"errors"

	lib "github.com/chromedp/cdproto/har"
)

// Meta is what shoplint notes in an archive of its own, under "_shoplint".
type Meta struct {
	Version  string `json:"version"`  // of the program
	Rulebook string `json:"rulebook"` // day of the rule book
	Start    string `json:"start"`    // the address that was given
	Plan     Plan   `json:"plan"`
	Redacted bool   `json:"redacted"` // personal data was masked: verdicts may differ

	Browser Browser `json:"browser,omitzero"`
	Ended   *Ended  `json:"ended,omitempty"` // nil: the reading came to its own end
}

// Ended is a reading that was cut short from outside, by a person or by the
// clock: the archive read again would end elsewhere.
type Ended struct {
	By       string `json:"by"` // interrupted or timeout, as in survey.Totals
	Requests int    `json:"requests"`
	Bytes    int64  `json:"bytes"`
	Left     []Left `json:"left"`
}

// Left is an address that was not read then, as survey.Unread has it.
type Left struct {
	URL    string `json:"url"`
	Cause  string `json:"cause"`
	Detail string `json:"detail,omitempty"`
}

// Browser is what a browser did while the shop was read.
type Browser struct {
	Requests int      `json:"requests,omitempty"`
	Bytes    int64    `json:"bytes,omitempty"`
	Notes    []string `json:"notes,omitempty"` // on pages that it did not show
}

// Plan is how far a shop was read, so that the archive is read the same way.
type Plan struct {
	Full         bool     `json:"full,omitempty"`
	MaxPages     int      `json:"max_pages,omitempty"`
	MaxDepth     int      `json:"max_depth,omitempty"`
	Include      []string `json:"include,omitempty"`
	Exclude      []string `json:"exclude,omitempty"`
	Sitemaps     []string `json:"sitemaps,omitempty"`
	IgnoreRobots bool     `json:"ignore_robots,omitempty"`
	Insecure     bool     `json:"insecure,omitempty"`
}

// entry is one exchange with the fields of our own.
type entry struct {
	lib.Entry
	Cut     string `json:"_truncated,omitempty"` // why the body goes on after what was kept
	Failure string `json:"_error,omitempty"`     // why there was no answer, for a person
	Coding  string `json:"_coding,omitempty"`    // the body is not packed the way it says
	Hash    string `json:"_sha256,omitempty"`    // of the body as it was kept, in hex
}

// Rendered is a page as a browser showed it when the archive was made.
type Rendered struct {
	URL     string `json:"url"`     // of the page that was read
	Address string `json:"address"` // the address scripts gave it
	HTML    string `json:"html"`
	Cut     bool   `json:"truncated,omitempty"`
	Lost    []Lost `json:"lost,omitempty"` // style sheets the browser could not have
}

// Lost is such a sheet, as page.LostSheet has it.
type Lost struct {
	Address string `json:"address"`
	Own     bool   `json:"own,omitempty"`
	Why     string `json:"why,omitempty"`
}

// log is the top of the file.
type log struct {
	Version string       `json:"version"`
	Creator *lib.Creator `json:"creator"`
	Pages   []*lib.Page  `json:"pages"`
	Entries []*entry     `json:"entries"`
	Meta    *Meta        `json:"_shoplint,omitempty"`
	Shown   []Rendered   `json:"_rendered,omitempty"`
}

// Limits of an archive that is read or written.
const (
	maxFile    = 512 << 20 // bytes
	maxEntries = 50_000
	maxBodies  = 256 << 20 // bytes of bodies that are kept
)

// ErrNoArchive is the error for a file that is no archive of a shop.
var ErrNoArchive = errors.New("no HTTP archive")
