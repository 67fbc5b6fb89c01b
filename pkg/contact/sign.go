package contact

import "strings"

// sign is an at sign as it stands in a text: from and to enclose it without
// the white space around.
type sign struct {
	from, to int
	how      string // "" for @, "spaced" for @ with white space, "at-word"
	wordy    bool   // a bare " at ": sure only with a dot in words, too
	loose    bool   // white space may stand between it and its neighbours
}

// wakes are the bytes an at sign can begin with.
var wakes = [256]bool{'@': true, '(': true, '[': true, '{': true, '<': true, ' ': true, '-': true, '_': true, '*': true, '|': true}

// maxWord bounds what is read between brackets.
const maxWord = 24

// signAt reads an at sign, plain or in words, that begins at i.
func signAt(text string, i int) (sign, bool) {
	switch text[i] {
	case '@':
		return plainSign(text, i), true
	case ' ':
		return wordSign(text, i)
	case '-', '_', '*', '|':
		return fencedSign(text, i)
	}
	return bracketSign(text, i)
}

func plainSign(text string, i int) sign {
	s := sign{from: i, to: i + 1}
	before := i > 0 && text[i-1] == ' '
	after := i+1 < len(text) && text[i+1] == ' '
	if before || after {
		s.how, s.loose = "spaced", true
	}
	return s
}

// bracketSign reads "(at)", "[ arobase ]", "((at))" and the like.
func bracketSign(text string, i int) (sign, bool) {
	word, end, ok := bracketed(text, i)
	if !ok || !atWords.has(word) {
		return sign{}, false
	}
	return sign{from: i, to: end, how: "at-word", loose: word != "a"}, true
}

// bracketed is the word in brackets that begin at i, in lower case.
func bracketed(text string, i int) (word string, end int, ok bool) {
	k := i
	for k < len(text) && k < i+2 && strings.IndexByte("([{<", text[k]) >= 0 {
		k++
	}
	if k == i {
		return "", 0, false
	}
	stop := strings.IndexAny(text[k:min(len(text), k+maxWord)], ")]}>")
	if stop <= 0 {
		return "", 0, false
	}
	word = strings.ToLower(strings.Trim(text[k:k+stop], " -_*"))
	end = k + stop + 1
	if k == i+2 && end < len(text) && strings.IndexByte(")]}>", text[end]) >= 0 {
		end++
	}
	return word, end, word != ""
}

// fencedSign reads "-at-", "_at_", "*at*", "|at|".
func fencedSign(text string, i int) (sign, bool) {
	fence := text[i]
	if i+3 >= len(text) || text[i+1]|0x20 != 'a' || text[i+2]|0x20 != 't' || text[i+3] != fence {
		return sign{}, false
	}
	return sign{from: i, to: i + 4, how: "at-word", wordy: true}, true
}

// wordSign reads " at " and its sisters, as a word of its own.
func wordSign(text string, i int) (sign, bool) {
	if i+3 >= len(text) || !wordStarts[text[i+1]] {
		return sign{}, false
	}
	end := strings.IndexByte(text[i+1:min(len(text), i+1+maxWord)], ' ')
	if end < 2 {
		return sign{}, false
	}
	word := strings.ToLower(text[i+1 : i+1+end])
	if len(word) < 2 || !atWords.has(word) || word == "eta" || word == "afna" {
		return sign{}, false
	}
	short := len(word) <= 3
	if short && !dotFollows(text[i+2+end:]) {
		return sign{}, false
	}
	return sign{from: i + 1, to: i + 1 + end, how: "at-word", wordy: short, loose: true}, true
}

// dotFollows reports that the second word is a dot in words or in brackets:
// what tells an address from "open at ten".
func dotFollows(text string) bool {
	text = text[:min(len(text), 2*maxWord+60)]
	i := strings.IndexAny(text, " ([{<")
	if i <= 0 {
		return false
	}
	if text[i] == ' ' {
		i++
	}
	if word, _, ok := bracketed(text, min(i, len(text)-1)); ok {
		return dotWords.has(word)
	}
	second, _, _ := strings.Cut(text[i:], " ")
	return dotWords.has(strings.ToLower(second))
}

// wordStarts are the first bytes of the listed words, in either case.
var wordStarts = firstBytes(atWords)

func firstBytes(words set) (t [256]bool) {
	for w := range words {
		t[w[0]] = true
		t[strings.ToUpper(w)[0]] = true
	}
	return t
}

// wordPairs are the first two bytes of the listed words by their low five
// bits, which are the same in either case.
var wordPairs = firstPairs(atWords)

func firstPairs(words set) (t [32][32]bool) {
	for w := range words {
		second := byte(' ')
		if len(w) > 1 {
			second = w[1]
		}
		t[w[0]&31][second&31] = true
		upper := strings.ToUpper(w) // letters beyond ASCII differ in more than a bit
		if len(upper) > 1 {
			t[upper[0]&31][upper[1]&31] = true
		}
	}
	return t
}
