// Package pdf reads the text and the links of a PDF document: terms of sale
// and withdrawal forms often exist in that form only.
//
// The bytes come from a shop and may be hostile, and a reader of PDF can be
// sent round in circles for ever. So the work is best done in a process of its
// own that can be killed: see Child. Read does it in this one.
package pdf

import (
	"context"
	"errors"
	"time"
)

// Document is what a person would see of a PDF.
type Document struct {
	Pages []Page `json:"pages"`
	// Cut says that a limit of pages or text was met: there is more than was
	// read, so nothing may be said to be missing.
	Cut bool `json:"cut"`
}

// Page is one leaf, counted from 1. Lines are runs of text from top to bottom
// as the file gives them.
type Page struct {
	Number int      `json:"number"`
	Lines  []string `json:"lines"`
	Links  []Link   `json:"links"`
}

// Link is a clickable area: a URI action (ISO 32000-2, 12.6.4.8).
type Link struct {
	URI string `json:"uri"`
}

// Limits bound the work on one document. Zero values mean those of Defaults.
type Limits struct {
	Bytes  int64         // of the file; a longer one is ErrTooLong
	Pages  int           // read; later ones are left out and Cut is set
	Text   int           // bytes of text and addresses over all pages
	Time   time.Duration // wall time
	Memory int64         // bytes of heap of a child process
}

// Defaults are the limits for legal texts: 8 MiB, 60 pages, 1 MiB of text,
// 10 s, 256 MiB.
func Defaults() Limits {
	return Limits{Bytes: 8 << 20, Pages: 60, Text: 1 << 20, Time: 10 * time.Second, Memory: 256 << 20}
}

// The reasons a PDF gives no text. Each is a fact for the report, so errors of
// this package wrap one of them.
var (
	ErrBroken  = errors.New("the PDF cannot be read")
	ErrLocked  = errors.New("the PDF is locked with a password")
	ErrScanned = errors.New("the PDF holds pictures only, no text")
	ErrTooLong = errors.New("the PDF is larger than the limit")
	ErrTime    = errors.New("the PDF took too long to read")
)

// Reader reads one document. It returns when the context ends.
type Reader func(ctx context.Context, body []byte) (*Document, error)

// orDefaults fills what was left zero.
func (l Limits) orDefaults() Limits {
	d := Defaults()
	if l.Bytes <= 0 {
		l.Bytes = d.Bytes
	}
	if l.Pages <= 0 {
		l.Pages = d.Pages
	}
	if l.Text <= 0 {
		l.Text = d.Text
	}
	if l.Time <= 0 {
		l.Time = d.Time
	}
	if l.Memory <= 0 {
		l.Memory = d.Memory
	}
	return l
}
