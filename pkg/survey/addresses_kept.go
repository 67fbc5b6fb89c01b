package survey

import (
	"strings"
	"sync/atomic"
)

// Bounds on the addresses that are remembered.
const (
	keptPlaces = 1 << 11
	maxCode    = 16 // bytes of a post code
)

// kept remembers the addresses of footers, which come again on every page, by
// the key of the text and its neighbours: what readAddress said of them. It is
// safe for concurrent use.
type kept struct{ slots []atomic.Pointer[keptAddress] }

type keptAddress struct {
	key  uint64
	code string
	box  bool
	at   int
}

func newKept() *kept { return &kept{make([]atomic.Pointer[keptAddress], keptPlaces)} }

// of is the address of a text that is remembered, and where it stands.
func (k *kept) of(key uint64) (Address, int, bool) {
	if a := k.slot(key).Load(); a != nil && a.key == key {
		return Address{Code: a.code, Box: a.box}, a.at, true
	}
	return Address{}, 0, false
}

func (k *kept) keep(key uint64, a Address, at int) {
	if len(a.Code) <= maxCode {
		k.slot(key).Store(&keptAddress{key, strings.Clone(a.Code), a.Box, at})
	}
}

func (k *kept) slot(key uint64) *atomic.Pointer[keptAddress] { return &k.slots[key>>1%keptPlaces] }
