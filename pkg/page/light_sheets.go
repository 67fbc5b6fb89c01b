package page

import (
	"hash/maphash"
	"strings"
	"sync"

	"github.com/shoplint/shoplint/pkg/style"
)

// maxSheets is how many different sets of sheets of one shop are remembered.
const maxSheets = 32

// Sheets remembers the style sheets that a shop writes into its pages: they
// are read once. It is safe for concurrent use. Sheets are told apart by 64
// bits of a hash with a seed of its own, so a shop cannot make two look alike.
type Sheets struct {
	seed  maphash.Seed
	mu    sync.Mutex
	known map[uint64]*style.Cascade
}

// NewSheets remembers nothing yet.
func NewSheets() *Sheets {
	return &Sheets{seed: maphash.MakeSeed(), known: map[uint64]*style.Cascade{}}
}

// ShareSheets lets a page use what was read for other pages of its shop. It
// must be called before the first question about visibility.
func (p *Page) ShareSheets(s *Sheets) { p.sheets = s }

// sheet is one <style> element.
type sheet struct{ text, media string }

// cascade reads the sheets of a page, or takes what was read before.
func (s *Sheets) cascade(list []sheet) *style.Cascade {
	if s == nil || len(list) == 0 {
		return readSheets(list)
	}
	key := s.key(list)
	s.mu.Lock()
	c := s.known[key]
	s.mu.Unlock()
	if c == nil {
		for i := range list { // what is kept must not hold on to the page
			list[i] = sheet{strings.Clone(list[i].text), strings.Clone(list[i].media)}
		}
		c = readSheets(list)
		s.mu.Lock()
		if len(s.known) < maxSheets {
			s.known[key] = c
		}
		s.mu.Unlock()
	}
	return c.Reuse()
}

func readSheets(list []sheet) *style.Cascade {
	c := style.New()
	for _, s := range list {
		c.Add(s.text, s.media)
	}
	return c
}

func (s *Sheets) key(list []sheet) uint64 {
	var h maphash.Hash
	h.SetSeed(s.seed)
	for _, s := range list {
		h.WriteString(s.text)
		h.WriteString("\x00") // in no sheet: a parsed text has none
		h.WriteString(s.media)
		h.WriteString("\x00")
	}
	return h.Sum64()
}
