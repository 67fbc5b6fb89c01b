package words

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
)

// Any is the language of phrases that mean the same in every language, such
// as the short name of an act.
const Any = "any"

// List is a named list of phrases by language (two letters, or Any). A word
// that ends in * stands for every word that begins so.
type List struct {
	Name    string
	Phrases map[string][]string
}

// Valid refuses what no text could match: an empty phrase, one of more than
// twelve words, a star without a word before it, or a phrase that stands
// twice in one language.
func (l List) Valid() error {
	for _, lang := range sortedKeys(l.Phrases) {
		seen := map[string]bool{}
		for _, s := range l.Phrases[lang] {
			if err := validPhrase(s); err != nil {
				return fmt.Errorf("%s.%s: %w", l.Name, lang, err)
			}
			folded := foldPattern(s)
			if seen[folded] {
				return fmt.Errorf("%s.%s: %q stands here twice; letters, accents and signs make no difference", l.Name, lang, s)
			}
			seen[folded] = true
		}
	}
	return nil
}

// Matcher finds the phrases of many lists in one pass over a text. It is safe
// for concurrent use, and is built when it is first asked.
type Matcher struct {
	lists []string
	build func() *compiled
}

// compiled is the one automaton of all lists.
type compiled struct {
	trie    *trie
	phrases [][]said // by phrase of the trie
}

// said is a phrase as one list has it.
type said struct {
	list          int
	lang, written string
}

// NewMatcher takes lists with different names; of two with the same name the
// first counts.
func NewMatcher(lists []List) *Matcher {
	m := &Matcher{}
	own := make([]List, 0, len(lists))
	for _, l := range lists {
		if !slices.Contains(m.lists, l.Name) {
			m.lists = append(m.lists, l.Name)
			own = append(own, l)
		}
	}
	m.build = sync.OnceValue(func() *compiled { return compile(own) })
	return m
}

// Lists names the lists, in the order given.
func (m *Matcher) Lists() []string { return slices.Clone(m.lists) }

// compile enters every phrase once, whatever number of lists hold it.
func compile(lists []List) *compiled {
	c := &compiled{}
	index := map[string]int{}
	var folded []string
	for n, l := range lists {
		for _, lang := range slices.Sorted(maps.Keys(l.Phrases)) {
			for _, s := range l.Phrases[lang] {
				f := foldPattern(s)
				at, ok := index[f]
				if !ok {
					at = len(folded)
					index[f] = at
					folded = append(folded, f)
					c.phrases = append(c.phrases, nil)
				}
				c.enter(at, said{n, lang, s})
			}
		}
	}
	c.trie = newTrie(folded)
	return c
}

// enter notes a use of a phrase; in two languages of one list it has none.
func (c *compiled) enter(at int, s said) {
	if s.lang == Any {
		s.lang = ""
	}
	for i := range c.phrases[at] {
		if o := &c.phrases[at][i]; o.list == s.list {
			if o.lang != s.lang {
				o.lang = ""
			}
			return
		}
	}
	c.phrases[at] = append(c.phrases[at], s)
}

// Find lists the phrases that stand in text as whole words, in text order. Of
// phrases of one list that overlap the leftmost and longest counts. Offsets
// are bytes of text; Language is "" where several share the phrase. At most
// 10,000 hits; linear in the text.
func (m *Matcher) Find(text string) []Hit {
	if len(m.lists) == 0 || text == "" {
		return nil
	}
	c := m.build()
	var hits []Hit
	var newest map[int]int // list -> index of its newest hit
	c.trie.scan(text, func(n, start, end int) bool {
		if newest == nil {
			newest = map[int]int{}
		}
		for _, s := range c.phrases[n] {
			hit := Hit{m.lists[s.list], s.lang, s.written, start, end}
			if k, ok := newest[s.list]; ok && start < hits[k].End {
				if start == hits[k].Start && end > hits[k].End {
					hits[k] = hit
				}
				continue
			}
			newest[s.list] = len(hits)
			hits = append(hits, hit)
		}
		return len(hits) < maxHits
	})
	slices.SortStableFunc(hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.List, b.List))
	})
	return hits
}

// Whole reports whether a hit is all that text says: a label that reads so
// and nothing else. Signs around it do not count.
func (h Hit) Whole(text string) bool {
	if h.Start < 0 || h.End > len(text) || h.Start > h.End {
		return false
	}
	return skipGap(text, 0) >= h.Start && strings.TrimSpace(Fold(text[h.End:])) == ""
}
