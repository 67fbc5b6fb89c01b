package page

import (
	"context"
	"errors"
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
	Truncated bool        // more was there than was read, or a script had to be stopped
	Lost      []LostSheet // style sheets the browser could not have
}

// LostSheet is a linked style sheet that a browser asked for in vain: what it
// may hide was shown.
type LostSheet struct {
	Address string
	Own     bool   // the shop's, on the net: it should have been had
	Why     string // "" where the source has no sheets
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
	p.lose()
	desktop, phone := attr(n, MarkDesktop), attr(n, MarkPhone)
	s := Sight{Desktop: desktop == "", Phone: phone == ""}
	switch {
	case desktop != "" && phone != "":
		s.State, s.Why = Hidden, desktop
		return s
	case desktop != "":
		s.Note, s.Why = "only on phones", desktop
	case phone != "":
		s.Note, s.Why = "not on phones", phone
	}
	s.Note = firstOf(attr(n, MarkNote), s.Note, p.ariaNote(n))
	p.doubt(&s, n)
	return s
}

// lose notes the sheets the browser could not have; those of fonts hide
// nothing.
func (p *Page) lose() {
	if len(p.Lost) == 0 || p.sights.unread != nil {
		return
	}
	p.sights.unread = []unread{}
	for _, l := range p.Lost {
		u, err := url.Parse(l.Address)
		if err != nil || fontsOnly(u) {
			continue
		}
		x := unread{address: l.Address, own: l.Own}
		if l.Why != "" {
			x.err = errors.New(l.Why)
		}
		p.sights.unread = append(p.sights.unread, x)
	}
}
