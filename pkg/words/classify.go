package words

import (
	"hash/maphash"
	"strings"
	"sync"
)

// Classify is the better of Label and Slug; the label at equal score. Where
// both say the same kind the language may come from either. Answers are kept
// in a bounded cache: a template's links come back on every page.
func (b *Book) Classify(label, path string) Guess {
	key := pair{label, path}
	if len(label)+len(path) > maxCached {
		return b.classify(key)
	}
	s := b.cache.shard(key)
	if g, ok := s.get(key); ok {
		return g
	}
	g := b.classify(key)
	s.put(key, g)
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
	maxCached = 512  // bytes of label and path together
	shards    = 32   // so that workers seldom wait for each other
	perShard  = 1024 // answers; a full shard starts anew
)

type pair struct{ label, path string }

type cache struct {
	seed  maphash.Seed
	parts [shards]part
}

type part struct {
	mu    sync.RWMutex
	known map[pair]Guess
}

func newCache() *cache { return &cache{seed: maphash.MakeSeed()} }

func (c *cache) shard(p pair) *part {
	h := maphash.String(c.seed, p.label) ^ maphash.String(c.seed, p.path)*31
	return &c.parts[h%shards]
}

func (p *part) get(key pair) (Guess, bool) {
	p.mu.RLock()
	defer p.mu.RUnlock()
	g, ok := p.known[key]
	return g, ok
}

// put keeps copies of the key's strings, which may be slices of whole pages.
func (p *part) put(key pair, g Guess) {
	key = pair{strings.Clone(key.label), strings.Clone(key.path)}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.known == nil || len(p.known) >= perShard {
		p.known = make(map[pair]Guess)
	}
	p.known[key] = g
}
