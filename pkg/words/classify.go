package words

import (
	"hash/maphash"
	"strings"
	"sync/atomic"
)

// Classify is the better of Label and Slug; the label at equal score. Where
// both say the same kind the language may come from either. Answers are kept
// in a bounded cache: a template's links come back on every page.
func (b *Book) Classify(label, path string) Guess {
	key := pair{label, path}
	if len(label)+len(path) > maxCached {
		return b.classify(key)
	}
	slot := b.cache.slot(key)
	if a := slot.Load(); a != nil && a.to == key {
		return a.guess
	}
	g := b.classify(key)
	// Copies of the strings, which may be slices of whole pages.
	slot.Store(&answer{pair{strings.Clone(key.label), strings.Clone(key.path)}, g})
	return g
}

func (b *Book) classify(p pair) Guess {
	l, s := b.Label(p.label), b.Slug(p.path)
	if l.Kind == s.Kind && l.Language == "" {
		l.Language = s.Language
	}
	if s.Score > l.Score {
		if l.Kind == s.Kind && s.Language == "" {
			s.Language = l.Language
		}
		return s
	}
	return l
}

const (
	maxCached = 512     // bytes of label and path together
	slots     = 1 << 14 // answers; a new one takes the place of another
)

type pair struct{ label, path string }

// answer is what was said to a label and path; it never changes.
type answer struct {
	to    pair
	guess Guess
}

// cache holds answers, each in the one place its hash names, so that neither
// asking nor telling waits for anybody.
type cache struct {
	seed    maphash.Seed
	answers [slots]atomic.Pointer[answer]
}

func newCache() *cache { return &cache{seed: maphash.MakeSeed()} }

func (c *cache) slot(p pair) *atomic.Pointer[answer] {
	h := maphash.String(c.seed, p.label) ^ maphash.String(c.seed, p.path)*31
	return &c.answers[h%slots]
}
