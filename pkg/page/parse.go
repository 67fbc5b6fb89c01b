package page

import (
	"errors"
	"fmt"
	"net/url"

	"golang.org/x/net/html"

	"github.com/shoplint/shoplint/pkg/words"
)

// ErrNotHTML is returned by Parse for a body that holds no HTML.
var ErrNotHTML = errors.New("no HTML")

// Parse reads a document once. The error is ErrNotHTML, wrapped with the
// address, when the body is no HTML; every other body gives a page, however
// broken it is. A nil book means that nothing is classified.
func Parse(in Input, book *words.Book) (*Page, error) {
	text := decode(in.Body, in.Header.Get("Content-Type"))
	if binary(in.Body) || !holdsHTML(text) {
		return nil, fmt.Errorf("%s: %w", in.URL, ErrNotHTML)
	}
	p := &Page{Input: in, book: book, text: text}
	if err := p.grow(); err != nil {
		return nil, fmt.Errorf("%s: %w: %w", in.URL, ErrNotHTML, err)
	}
	p.found.gather(p.root)
	p.locate()
	p.describe()
	return p, nil
}

// grow builds the tree, through the tokenizer when the nesting is refused.
func (p *Page) grow() error {
	text := headNoscript(p.text)
	if t, ok := light(text); ok {
		p.root, p.lines.text, p.lines.starts, p.lines.even = t.root, t.text, t.starts, t.even
		p.slab = t.slab
		return nil
	}
	m, err := p.tree(text)
	p.lines.text, p.lines.starts = m.text, m.count.starts
	if err != nil {
		p.Flattened = true
		p.lines.starts = nil // of another text
		m, err = p.tree(flatten(p.text))
	}
	p.Truncated = p.Truncated || m.cut
	return err
}

// tree parses with scripting off, so that what stands in noscript is elements.
func (p *Page) tree(text []byte) (m *meter, err error) {
	m = newMeter(text)
	p.root, err = html.ParseWithOptions(m, html.ParseOptionEnableScripting(false))
	return m, err
}

// locate sets the page's address and what its links are relative to.
func (p *Page) locate() {
	p.Address = address(p.URL)
	p.base = p.Address
	if p.Input.Base != "" {
		p.base = address(p.Input.Base)
	}
	if p.found.base == "" {
		return
	}
	if u := resolve(p.base, p.found.base); u != nil {
		p.base = u
	}
}

// address parses an address or the name of a file; it never gives nil.
func address(s string) *url.URL {
	u, err := url.Parse(s)
	if err != nil {
		return &url.URL{Path: s}
	}
	return u
}
