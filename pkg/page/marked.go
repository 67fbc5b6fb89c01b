package page

import "golang.org/x/net/html"

// Marked are the elements that tell machines what a page is about: those with
// an itemprop or itemtype, in document order. They are found with the first
// walk over the page, so asking costs nothing.
func (p *Page) Marked() []*html.Node { return p.found.data }

// Custom are the elements whose name has a hyphen and is not known to HTML, in
// document order: those that a program of the page brings to life.
func (p *Page) Custom() []*html.Node { return p.found.custom }

// Frames are the iframe elements, in document order.
func (p *Page) Frames() []*html.Node { return p.found.frames }

// Metas are the meta elements, in document order.
func (p *Page) Metas() []*html.Node { return p.found.metas }
