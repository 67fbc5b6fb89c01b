package words

import (
	"strings"
	"unicode/utf8"
)

// scan calls found for every phrase that stands in text as whole words, by
// start and for one start in no particular order, until found says no. It reads
// the text as it stands and folds on the way, so positions are those of the
// text itself. From every word start it walks at most maxWords words: linear in
// the text.
func (t *trie) scan(text string, found func(phrase, start, end int) bool) {
	w := walker{t: t, text: text}
	for i := 0; i < len(text); {
		i = skipGap(text, i)
		if i >= len(text) {
			return
		}
		if t.begin.may(text, i) {
			w.hits = w.hits[:0]
			w.walk(i, root, 0)
			for _, h := range w.hits {
				if !found(int(h.phrase), i, h.end) {
					return
				}
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
			s = t.step(s, f)
			i++
		} else {
			r, n := utf8.DecodeRuneInString(w.text[i:])
			f := foldRune(r)
			if strings.HasPrefix(f, " ") {
				w.boundary(i, s, words)
				return
			}
			for j := 0; j < len(f) && s != 0; j++ {
				s = t.step(s, f[j])
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
	if words+1 >= maxWords {
		return
	}
	if s = t.step(s, ' '); s == 0 {
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
