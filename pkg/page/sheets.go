package page

import (
	"hash/maphash"
	"strings"
	"sync"

	"github.com/shoplint/shoplint/pkg/style"
)

// The bounds of a shop's linked style sheets.
const (
	MaxSheet   = 2 << 20 // bytes of one sheet that a source reads
	maxSheets  = 60      // of one shop
	maxPerPage = 40      // of one page, imported ones among them
	maxImports = 3       // sheets that import one another
	maxInline  = 4 << 20 // bytes of <style> whose reading is kept
	minInline  = 100     // bytes below which reading again is quicker
)

// SheetSource fetches the text of a linked style sheet: at most MaxSheet bytes
// of it. Own reports whether an address is the shop's, and a sheet there
// should have been had. It is called from many goroutines.
type SheetSource interface {
	Sheet(address string) (css string, err error)
	Own(address string) bool
}

// Sheets are the linked style sheets of one shop: each is fetched and read
// once, whichever page asks first. Its pages share it; it is safe for
// concurrent use.
type Sheets struct {
	// Pause is called before a wait for the network and gives what to call
	// behind it; nil: nothing is.
	Pause func() (resume func())

	source SheetSource
	mu     sync.Mutex
	known  map[string]*oneSheet
	seed   maphash.Seed
	inline map[uint64]*style.Sheet // <style> elements, by the hash of their text
	bytes  int                     // of their texts
}

// oneSheet is a sheet that is fetched, or was.
type oneSheet struct {
	ready chan struct{}
	sheet *style.Sheet
	err   error
}

// NewSheets keeps the sheets of a shop. Without a source linked sheets are not
// to be had, and only what stands in the pages is shared.
func NewSheets(source SheetSource) *Sheets {
	return &Sheets{source: source, known: map[string]*oneSheet{}, seed: maphash.MakeSeed(), inline: map[uint64]*style.Sheet{}}
}

// get gives the sheet at an address; the first to ask fetches it.
func (s *Sheets) get(address string) (*style.Sheet, error) {
	s.mu.Lock()
	one, known := s.known[address]
	if !known {
		if len(s.known) >= maxSheets {
			s.mu.Unlock()
			return nil, errTooMany
		}
		one = &oneSheet{ready: make(chan struct{})}
		s.known[address] = one
	}
	s.mu.Unlock()
	select {
	case <-one.ready:
		return one.sheet, one.err
	default:
	}
	if s.Pause != nil {
		defer s.Pause()()
	}
	if known {
		<-one.ready
	} else {
		s.fetch(one, address)
	}
	return one.sheet, one.err
}

// fetch settles a sheet, whatever happens on the way.
func (s *Sheets) fetch(one *oneSheet, address string) {
	one.err = errBroken
	defer close(one.ready)
	css, err := s.source.Sheet(address)
	if err != nil {
		one.err = err
		return
	}
	one.sheet = style.Parse(css[:min(len(css), MaxSheet)])
	one.err = nil
}

// own reads the text of a <style>, which shops repeat on every page. Texts are
// told apart by 64 bits of a hash with a seed of its own, so a shop cannot make
// two look alike; what is kept does not hold on to the page.
func (s *Sheets) own(text string) *style.Sheet {
	if s == nil || len(text) < minInline {
		return style.Parse(text)
	}
	key := maphash.String(s.seed, text)
	s.mu.Lock()
	sheet := s.inline[key]
	s.mu.Unlock()
	if sheet != nil {
		return sheet
	}
	sheet = style.Parse(strings.Clone(text))
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.inline[key] == nil && s.bytes+len(text) <= maxInline {
		s.inline[key] = sheet
		s.bytes += len(text)
	}
	return sheet
}

// ShareSheets lets a page that came without sheets of its shop use those of
// the shop's other pages. It must be called before the first question about
// visibility.
func (p *Page) ShareSheets(s *Sheets) {
	if p.Sheets == nil {
		p.Sheets = s
	}
}
