package words

import (
	"strings"
	"unicode/utf8"
)

// trie finds phrases in text at word starts. It reads the text as it stands
// and folds on the way, so positions are those of the text itself. From every
// word start it walks at most maxWords words: linear in the text.
type trie struct {
	class [256]uint8 // byte of a folded text -> column; 0 is "in no phrase"
	width int
	next  []int32 // state*width + column -> state; 0 is none, the root is state 1
	star  []int32 // state -> state after "the rest of this word", 0 is none
	out   []int32 // state -> phrase number + 1, where a word may end
}

// maxWords is the most words a phrase of the vocabulary may have.
const maxWords = 12

// newTrie builds the trie of folded phrases; a word may end in * and then
// stands for every word that begins so. Equal phrases must have been joined.
func newTrie(phrases []string) *trie {
	t := &trie{width: 1}
	for _, p := range phrases {
		for i := 0; i < len(p); i++ {
			if c := p[i]; c != '*' && t.class[c] == 0 {
				t.class[c] = uint8(t.width)
				t.width++
			}
		}
	}
	t.grow() // state 0: nowhere
	t.grow() // state 1: the root
	for n, p := range phrases {
		t.add(p, int32(n)+1)
	}
	return t
}

func (t *trie) grow() int32 {
	t.next = append(t.next, make([]int32, t.width)...)
	t.star = append(t.star, 0)
	t.out = append(t.out, 0)
	return int32(len(t.star) - 1)
}

func (t *trie) add(phrase string, n int32) {
	s := int32(1)
	for i := 0; i < len(phrase); i++ {
		slot := t.slot(s, phrase[i])
		if *slot == 0 {
			fresh := t.grow()
			slot = t.slot(s, phrase[i]) // growing moved the tables
			*slot = fresh
		}
		s = *slot
	}
	t.out[s] = n
}

func (t *trie) slot(s int32, c byte) *int32 {
	if c == '*' {
		return &t.star[s]
	}
	return &t.next[int(s)*t.width+int(t.class[c])]
}

// scan calls found for every phrase that stands in text as whole words, by
// start and for one start in no particular order.
func (t *trie) scan(text string, found func(phrase, start, end int) bool) {
	w := walker{t: t, text: text}
	for i := 0; i < len(text); {
		i = skipGap(text, i)
		if i >= len(text) {
			return
		}
		w.hits = w.hits[:0]
		w.walk(i, 1, 0)
		for _, h := range w.hits {
			if !found(int(h.phrase), i, h.end) {
				return
			}
		}
		i = skipWord(text, i)
	}
}

// walker is one descent from a word start.
type walker struct {
	t    *trie
	text string
	hits []ending
}

type ending struct {
	phrase int32
	end    int
}

// walk follows text from i in state s. Where a stem ends in the middle of a
// word it branches: the stem's star takes the rest of the word.
func (w *walker) walk(i int, s int32, words int) {
	t := w.t
	for {
		if star := t.star[s]; star != 0 {
			w.boundary(skipWord(w.text, i), star, words)
		}
		if i >= len(w.text) {
			w.boundary(i, s, words)
			return
		}
		if c := w.text[i]; c < utf8.RuneSelf {
			f := ascii[c]
			if f == ' ' {
				w.boundary(i, s, words)
				return
			}
			s = t.next[int(s)*t.width+int(t.class[f])]
			i++
		} else {
			r, n := utf8.DecodeRuneInString(w.text[i:])
			f := foldRune(r)
			if strings.HasPrefix(f, " ") {
				w.boundary(i, s, words)
				return
			}
			for j := 0; j < len(f) && s != 0; j++ {
				s = t.next[int(s)*t.width+int(t.class[f[j]])]
			}
			i += n
		}
		if s == 0 {
			return
		}
	}
}

// boundary is reached at i, the end of a word, in state s: a phrase may end
// here, or go on with the next word.
func (w *walker) boundary(i int, s int32, words int) {
	t := w.t
	if n := t.out[s]; n != 0 {
		w.hits = append(w.hits, ending{n - 1, i})
	}
	gap := t.class[' ']
	if gap == 0 || words+1 >= maxWords {
		return
	}
	if s = t.next[int(s)*t.width+int(gap)]; s == 0 {
		return
	}
	if i = skipGap(w.text, i); i < len(w.text) {
		w.walk(i, s, words+1)
	}
}

// skipGap is the first place at or after i where a word begins.
func skipGap(text string, i int) int {
	for i < len(text) {
		if c := text[i]; c < utf8.RuneSelf {
			if ascii[c] != ' ' {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if f := foldRune(r); f != "" && f[0] != ' ' {
			return i
		}
		i += n
	}
	return i
}

// skipWord is the first place at or after i where the word has ended.
func skipWord(text string, i int) int {
	for i < len(text) {
		if c := text[i]; c < utf8.RuneSelf {
			if ascii[c] == ' ' {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if f := foldRune(r); f != "" && f[0] == ' ' {
			return i
		}
		i += n
	}
	return i
}
