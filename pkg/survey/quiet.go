package survey

import (
	"hash/maphash"
	"sync/atomic"
)

// quiet remembers texts in which nothing was found. A shop repeats its menu,
// footer and tiles on every page; what was looked at once need not be looked
// at again. It holds a fixed number of texts, the newest of those that share a
// place, and is safe for concurrent use. An answer rests on 64 bits of a hash
// with a seed of its own, so a shop cannot make two texts look alike.
type quiet struct {
	seed  maphash.Seed
	slots [1 << 15]atomic.Uint64
}

func newQuiet() *quiet { return &quiet{seed: maphash.MakeSeed()} }

// key names a text; it is never 0.
func (q *quiet) key(text string) uint64 { return maphash.String(q.seed, text) | 1 }

func (q *quiet) has(key uint64) bool { return q.slots[key>>1%uint64(len(q.slots))].Load() == key }

func (q *quiet) add(key uint64) { q.slots[key>>1%uint64(len(q.slots))].Store(key) }
