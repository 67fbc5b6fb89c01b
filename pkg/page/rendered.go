package page

import (
	"context"
	"net/http"
	"net/url"

	"golang.org/x/net/html"
)

// Renderer runs the scripts of a page in a browser and gives back what a
// reader would then have before them.
type Renderer interface {
	Render(context.Context, Source) (Rendering, error)
}

// Source is a page to render.
type Source struct {
	Address string      // absolute, http or https
	Body    []byte      // the page as it was read; nil: the browser fetches it
	Header  http.Header // … and the header it came with
	// Files answers for the address's own host, for a shop that is not on the
	// net; nil: the host is asked. The body's type is named beside it.
	Files func(*url.URL) (body []byte, contentType string, ok bool)
}

// Rendering is a browser's tree, written out: shadow trees and frames of the
// same site stand where they are seen, and what is hidden is marked.
type Rendering struct {
	Address   string // where the page's scripts have led
	HTML      []byte
	Truncated bool // more was there than was read, or a script had to be stopped
}

// The attributes a renderer marks elements with. A renderer drops those that
// the page itself carries.
const (
	MarkDesktop = "data-shoplint-d" // why it is hidden at 1280x800
	MarkPhone   = "data-shoplint-p" // why it is hidden at 390x844
	MarkNote    = "data-shoplint-n" // a reservation: opened by a click
)

// judged is what the browser said about an element: of a rendered page the
// styles are not computed again.
func (p *Page) judged(n *html.Node) Sight {
	if why := unrendered(n); why != "" {
		return Sight{State: Hidden, Why: why}
	}
	desktop, phone := attr(n, MarkDesktop), attr(n, MarkPhone)
	s := Sight{Desktop: desktop == "", Phone: phone == ""}
	switch {
	case desktop != "" && phone != "":
		s.State, s.Why = Hidden, desktop
		return s
	case desktop != "":
		s.Note = "only on phones"
	case phone != "":
		s.Note = "not on phones"
	}
	s.Note = firstOf(attr(n, MarkNote), s.Note, p.ariaNote(n))
	return s
}
