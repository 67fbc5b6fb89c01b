package page

import (
	"hash/maphash"
	"strings"
	"sync"

	"github.com/shoplint/shoplint/pkg/style"
)

// The bounds of a shop's linked style sheets.
const (
	MaxSheet   = 2 << 20     // bytes of one sheet that a source reads
	maxSheets  = 60          // of one shop, but for the share of its last wave
	minShare   = 6           // that a page may bring while the shop has any left
	maxText    = 8 << 20     // bytes of sheets that one page uses before the next is left
	maxTexts   = 3 * maxText // … and that a shop may bring before a wave gets none
	maxPerPage = 40          // of one page, imported ones among them
	maxImports = 3           // sheets that import one another
	maxInline  = 4 << 20     // bytes of <style> whose reading is kept
	minInline  = 100         // bytes below which reading again is quicker
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
	// Library shares sheets with other shops; nil: they are not shared.
	Library *Library

	source SheetSource
	mu     sync.Mutex
	known  map[string]*oneSheet
	wave   int // of pages, 0: the source reads in none
	share  int // sheets that each page of the wave may bring
	texts  int // bytes of all that were fetched
	seed   maphash.Seed
	inline map[uint64]*style.Sheet // <style> elements, by the hash of their text
	bytes  int                     // of their texts
}

// oneSheet is a sheet that is fetched, or was.
type oneSheet struct {
	ready chan struct{}
	wave  int // it was first asked for in
	size  int // of its text, in bytes
	sheet *style.Sheet
	err   error
}

// NewSheets keeps the sheets of a shop. Without a source linked sheets are not
// to be had, and only what stands in the pages is shared.
func NewSheets(source SheetSource) *Sheets {
	return &Sheets{source: source, known: map[string]*oneSheet{}, seed: maphash.MakeSeed(), inline: map[uint64]*style.Sheet{}}
}

// Wave begins a wave of pages that are read side by side. What is left of the
// shop's sheets is shared out among them beforehand, so that which sheets are
// read never hangs on which page came first.
func (s *Sheets) Wave(pages int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.wave++
	s.share = 0
	if left := maxSheets - len(s.known); left > 0 && s.texts < maxTexts {
		s.share = max(left/max(pages, 1), minShare)
	}
}

// used is what one page took of its shop's sheets.
type used struct {
	asked   int
	brought int // of them not asked for in an earlier wave
	bytes   int // of their texts
}

// full reports whether no further sheet may be brought by a page that brought
// so many. The caller holds the lock.
func (s *Sheets) full(brought int) bool {
	if s.wave == 0 {
		return len(s.known) >= maxSheets
	}
	return brought >= s.share
}

// get gives the sheet at an address; the first to ask fetches it. A sheet that
// no page of an earlier wave asked for is brought by each page that asks in
// this one, whoever was first.
func (s *Sheets) get(address string, u *used) (*style.Sheet, error) {
	s.mu.Lock()
	one, known := s.known[address]
	fresh := !known || s.wave > 0 && one.wave == s.wave
	if u.bytes >= maxText || fresh && s.full(u.brought) {
		s.mu.Unlock()
		return nil, errTooMany
	}
	if fresh {
		u.brought++
	}
	if !known {
		one = &oneSheet{ready: make(chan struct{}), wave: s.wave}
		s.known[address] = one
	}
	s.mu.Unlock()
	s.wait(one, address, known)
	u.bytes += one.size
	return one.sheet, one.err
}

// wait lets a sheet be fetched, by whoever asked first.
func (s *Sheets) wait(one *oneSheet, address string, known bool) {
	select {
	case <-one.ready:
		return
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
	one.size = min(len(css), MaxSheet)
	one.sheet = s.Library.read(css[:one.size])
	one.err = nil
	s.mu.Lock()
	s.texts += one.size
	s.mu.Unlock()
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
	sheet = s.Library.read(strings.Clone(text))
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
