package words

import (
	"cmp"
	"math/bits"
	"slices"
	"sync"
)

// maxHits bounds the answer of Find; no page of a shop comes near.
const maxHits = 10_000

// phrasebook is the phrases of all lists and languages in one trie.
type phrasebook struct {
	lists   []string
	entries []phrase
	tries   sync.Map // set of lists -> *subset
}

// phrase is one folded phrase of one or several lists and languages.
type phrase struct {
	folded string
	uses   []use
}

// use is a phrase as one list has it.
type use struct {
	list    int
	langs   uint32
	written string
}

func newPhrasebook(files map[string]*file, languages []string) *phrasebook {
	p := &phrasebook{}
	index := map[string]int{}
	for n, lang := range languages {
		f := files[lang]
		for _, list := range sortedKeys(f.Phrases) {
			at := slices.Index(p.lists, list)
			if at < 0 {
				at = len(p.lists)
				p.lists = append(p.lists, list)
			}
			for _, s := range f.Phrases[list] {
				p.add(index, s, at, n)
			}
		}
	}
	return p
}

// trieOf is the trie of the phrases of some lists, built when it is first
// asked for: most text is searched for one list.
func (p *phrasebook) trieOf(lists uint64) *subset {
	if s, ok := p.tries.Load(lists); ok {
		return s.(*subset)
	}
	s := &subset{}
	var folded []string
	for i, e := range p.entries {
		if slices.ContainsFunc(e.uses, func(u use) bool { return lists>>u.list&1 != 0 }) {
			folded = append(folded, e.folded)
			s.entries = append(s.entries, int32(i))
		}
	}
	s.trie = newTrie(folded)
	first, _ := p.tries.LoadOrStore(lists, s)
	return first.(*subset)
}

// subset is some phrases of the book in a trie of their own.
type subset struct {
	trie    *trie
	entries []int32 // phrase of the trie -> phrase of the book
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func (p *phrasebook) add(index map[string]int, written string, list, lang int) {
	folded := foldPattern(written)
	at, ok := index[folded]
	if !ok {
		at = len(p.entries)
		index[folded] = at
		p.entries = append(p.entries, phrase{folded: folded})
	}
	e := &p.entries[at]
	for i := range e.uses {
		if e.uses[i].list == list {
			e.uses[i].langs |= 1 << lang
			return
		}
	}
	e.uses = append(e.uses, use{list, 1 << lang, written})
}

// Find lists the phrases of the named lists that stand in text as whole
// words, in text order. Of phrases of one list that overlap the leftmost and
// longest counts. Offsets are bytes of text. At most 10,000 hits.
func (b *Book) Find(text string, lists ...string) []Hit {
	var want uint64
	for _, l := range lists {
		if n := slices.Index(b.phrases.lists, l); n >= 0 {
			want |= 1 << n
		}
	}
	if want == 0 {
		return nil
	}
	var hits []Hit
	var last [64]int // by list: index+1 of its newest hit
	sub := b.phrases.trieOf(want)
	sub.trie.scan(text, func(n, start, end int) bool {
		e := &b.phrases.entries[sub.entries[n]]
		for _, u := range e.uses {
			if want>>u.list&1 == 0 {
				continue
			}
			hit := Hit{b.phrases.lists[u.list], b.language(u.langs), u.written, start, end}
			if k := last[u.list] - 1; k >= 0 && start < hits[k].End {
				if start == hits[k].Start && end > hits[k].End {
					hits[k] = hit
				}
				continue
			}
			hits = append(hits, hit)
			last[u.list] = len(hits)
		}
		return len(hits) < maxHits
	})
	slices.SortStableFunc(hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.List, b.List))
	})
	return hits
}

// language is the one language of a set, "" when there are several.
func (b *Book) language(langs uint32) string {
	if bits.OnesCount32(langs) == 1 {
		return b.languages[bits.TrailingZeros32(langs)]
	}
	return ""
}

// Lists names the phrase lists of the book, sorted.
func (b *Book) Lists() []string { return slices.Sorted(slices.Values(b.phrases.lists)) }

// Phrases lists the phrases of a list in a language as the file has them; a
// word that ends in * stands for every word that begins so.
func (b *Book) Phrases(list, lang string) []string {
	if f := b.files[lang]; f != nil {
		return slices.Clone(f.Phrases[list])
	}
	return nil
}
