package words

import (
	"math/bits"
	"slices"
	"strings"
	"sync"
)

// lexicon maps folded labels or slugs to kinds, whole or contained.
type lexicon struct {
	exact   map[string]int // phrase -> index in meaning
	phrases []string
	meaning []meaning
	trie    func() *trie
	firm    int // phrases before this index stand in the files as such
}

// meaning is what a phrase stands for, and the languages that use it.
type meaning struct {
	kind  Kind
	langs uint32 // bit per language of the book
	words int
}

func newLexicon() *lexicon {
	l := &lexicon{exact: map[string]int{}}
	l.trie = sync.OnceValue(func() *trie { return newTrie(l.phrases) })
	return l
}

// add enters a folded phrase. Where two languages disagree about its kind the
// weightier kind wins, so that no legal page is missed.
func (l *lexicon) add(phrase string, kind Kind, lang int) {
	if phrase == "" {
		return
	}
	n, ok := l.exact[phrase]
	if !ok {
		l.exact[phrase] = len(l.phrases)
		l.phrases = append(l.phrases, phrase)
		l.meaning = append(l.meaning, meaning{kind, 1 << lang, len(strings.Fields(phrase))})
		return
	}
	m := &l.meaning[n]
	switch {
	case m.kind == kind:
		m.langs |= 1 << lang
	case n < l.firm: // a slug of the files outweighs one made from a label
	case weight(kind) < weight(m.kind):
		m.kind, m.langs = kind, 1<<lang
	}
}

// guess is the meaning of phrase n with a score.
func (b *Book) guess(m meaning, score float64) Guess {
	g := Guess{Kind: m.kind, Score: score}
	if bits.OnesCount32(m.langs) == 1 {
		g.Language = b.languages[bits.TrailingZeros32(m.langs)]
	}
	return g
}

// order ranks kinds: lower is weightier. Legal kinds come first, then what
// the law speaks of, then the rest of a shop.
var order = []Kind{Imprint, WithdrawalFunction, Withdrawal, Terms, Privacy, Contact, Cookies, Complaints, Guarantee,
	Accessibility, Returns, Delivery, Payment, Service, FAQ, About, Checkout, Cart, Login, Account, Search, Category,
	Product, Blog, Home}

func weight(k Kind) int {
	if n := slices.Index(order, k); n >= 0 {
		return n
	}
	return len(order)
}

// span is a contained phrase and where it stands.
type span struct {
	meaning
	start, end int
}

// contained lists the phrases that stand in text as whole words, leftmost and
// longest, without overlap.
func (l *lexicon) contained(text string, buf []span) []span {
	l.trie().scan(text, func(n, start, end int) bool {
		s := span{l.meaning[n], start, end}
		if k := len(buf) - 1; k >= 0 && start < buf[k].end {
			if s.words > buf[k].words {
				buf[k] = s
			}
			return true
		}
		buf = append(buf, s)
		return true
	})
	return buf
}
