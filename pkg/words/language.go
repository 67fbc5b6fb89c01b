package words

import (
	"math/bits"
	"strings"
	"unicode/utf8"
)

// common is the frequent words and letters that tell languages apart.
type common struct {
	words map[string]uint32 // word of plain letters, folded -> languages
	exact map[string]uint32 // word with marks, in lower case -> languages
	runes map[rune]uint32   // letter -> languages that write it
	value [33]float64       // weight of a word by how many languages share it
}

// sampled is how many bytes of a text the guess reads at most.
const sampled = 4000

func newCommon(files map[string]*file, languages []string) *common {
	c := &common{words: map[string]uint32{}, exact: map[string]uint32{}, runes: map[rune]uint32{}}
	for n, lang := range languages {
		for _, w := range files[lang].Common {
			c.words[Fold(w)] |= 1 << n
			c.exact[strings.ToLower(w)] |= 1 << n
		}
		for _, r := range files[lang].Letters {
			c.runes[r] |= 1 << n
		}
	}
	for n := 1; n < len(c.value); n++ {
		c.value[n] = 1 / float64(n)
	}
	return c
}

// Language guesses the language of a text by its frequent words and letters,
// reading at most 4,000 bytes. It is "" when the text is too short or two
// languages come near each other.
func (b *Book) Language(text string) string {
	var score [32]float64
	for _, piece := range sample(text) {
		b.common.count(piece, &score)
	}
	best, second := 0, -1
	for n := 1; n < len(b.languages); n++ {
		switch {
		case score[n] > score[best]:
			best, second = n, best
		case second < 0 || score[n] > score[second]:
			second = n
		}
	}
	const least, lead = 3, 1.25
	if score[best] < least || second >= 0 && score[best] < lead*score[second] {
		return ""
	}
	return b.languages[best]
}

// sample is the whole of a short text, four pieces spread over a long one.
func sample(text string) []string {
	if len(text) <= sampled {
		return []string{text}
	}
	const piece = sampled / 4
	out := make([]string, 0, 4)
	for n := range 4 {
		at := n * (len(text) - piece) / 3
		for at < len(text) && !utf8.RuneStart(text[at]) {
			at++
		}
		out = append(out, text[at:min(at+piece, len(text))])
	}
	return out
}

// count adds what the words and letters of text say.
func (c *common) count(text string, score *[32]float64) {
	for i := skipGap(text, 0); i < len(text); {
		end := skipWord(text, i)
		if word := text[i:end]; len(word) <= 40 {
			c.vote(c.languages(word), 1, score)
			for _, r := range word {
				if r >= utf8.RuneSelf {
					c.vote(c.runes[r], 0.5, score)
				}
			}
		}
		i = skipGap(text, end)
	}
}

// languages are those a word is frequent in. A mark counts where it stands:
// French thé is not the English the. Texts without any marks are common, so a
// plain word may stand for one with them.
func (c *common) languages(word string) uint32 {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return c.exact[strings.ToLower(word)]
		}
	}
	return c.words[Fold(word)]
}

// vote shares out worth among the languages of a set.
func (c *common) vote(langs uint32, worth float64, score *[32]float64) {
	worth *= c.value[bits.OnesCount32(langs)]
	for ; langs != 0; langs &= langs - 1 {
		score[bits.TrailingZeros32(langs)] += worth
	}
}
