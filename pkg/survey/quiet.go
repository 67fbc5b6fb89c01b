package survey

import (
	"hash/maphash"
	"sync/atomic"

	"github.com/shoplint/shoplint/pkg/page"
)

// quietPlaces is how many texts a Quiet of a whole run remembers.
const quietPlaces = 1 << 15

// Quiet remembers texts in which nothing was found. A shop repeats its menu,
// footer and tiles on every page; what was looked at once need not be looked
// at again. It holds a fixed number of texts, the newest of those that share a
// place, and is safe for concurrent use. An answer rests on 64 bits of a hash
// with a seed of its own, so a shop cannot make two texts look alike.
type Quiet struct{ slots []atomic.Uint64 }

// NewQuiet remembers so many texts at most.
func NewQuiet(places int) *Quiet { return &Quiet{make([]atomic.Uint64, places)} }

// quietSeed is of this run of the program.
var quietSeed = maphash.MakeSeed()

// Key64 names a text; it is never 0.
func Key64(text string) uint64 { return maphash.String(quietSeed, text) | 1 }

// Has reports whether a text was added and is still remembered.
func (q *Quiet) Has(key uint64) bool { return q.slot(key).Load() == key }

// Add remembers a text.
func (q *Quiet) Add(key uint64) { q.slot(key).Store(key) }

func (q *Quiet) slot(key uint64) *atomic.Uint64 { return &q.slots[key>>1%uint64(len(q.slots))] }

// keysOf are the names of the texts of blocks: five questions are asked of
// each, under one name.
func keysOf(blocks []page.Block) []uint64 {
	out := make([]uint64, len(blocks))
	for i := range blocks {
		out[i] = Key64(blocks[i].Text)
	}
	return out
}
