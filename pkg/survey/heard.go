package survey

import (
	"sync/atomic"

	"github.com/shoplint/shoplint/pkg/words"
)

// Bounds on what is remembered of texts with a phrase in them.
const (
	heardPlaces = 1 << 12
	maxHeard    = 24 // phrases of one text
)

// heard remembers the phrases that stand in texts which come again on every
// page: menus, footers, buttons. It is safe for concurrent use; a hit holds
// words of the vocabulary and numbers, nothing of a page.
type heard struct{ slots []atomic.Pointer[heardText] }

type heardText struct {
	key  uint64
	hits []words.Hit
}

func newHeard() *heard { return &heard{make([]atomic.Pointer[heardText], heardPlaces)} }

// of are the phrases of a text that is remembered. They are not to be changed.
func (h *heard) of(key uint64) ([]words.Hit, bool) {
	if t := h.slot(key).Load(); t != nil && t.key == key {
		return t.hits, true
	}
	return nil, false
}

func (h *heard) keep(key uint64, hits []words.Hit) {
	if len(hits) <= maxHeard {
		h.slot(key).Store(&heardText{key, hits})
	}
}

func (h *heard) slot(key uint64) *atomic.Pointer[heardText] { return &h.slots[key>>1%heardPlaces] }
