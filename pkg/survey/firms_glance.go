package survey

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// soleHeads are what the words for a sole trader begin with.
var soleHeads = newNeedles(
	"eenmanszaak", "zelfstandige", "entrepr", "auto", "micro", "personne physique", "einzel", "kleinunternehmer",
	"inh", "eingetragener kaufmann", "sole ", "ditta individuale", "impresa individuale", "regime forfettario", "autónom",
	"trabajador aut", "empresári", "jednoosobowa", "działalność", "ceidg", "osvč", "živnost", "fyzická osoba",
	"egyéni", "enskild firma", "enkeltmandsvirksomhed", "toiminimi", "persoană", "întreprindere", "pfa",
	"samostojni", "obrt", "ατομική", "едноличен", "individuali veikla", "füüsilisest",
)

// formLead is how a legal form begins.
type formLead struct {
	literal string // what it begins with, letter by letter
	whole   bool   // … which is all of it
	dotted  bool   // a point stands behind its first letter
}

// formLeads are the leads of all forms by their first two letters, read off
// their expressions. Between the two may stand points, blanks and slashes.
var formLeads = func() map[[2]rune][]formLead {
	out := map[[2]rune][]formLead{}
	for _, form := range formsOfLaw {
		first, size := utf8.DecodeRuneInString(form)
		rest := form[size:]
		l := formLead{dotted: strings.HasPrefix(rest, `\.`) && !strings.HasPrefix(rest, `\.?`)}
		l.literal, l.whole = regexp.MustCompile(form).LiteralPrefix()
		rest = strings.TrimLeft(rest, `\.? /`)
		seconds := strings.TrimPrefix(rest[:max(1, strings.IndexByte(rest, ']'))], "[")
		if rest[0] != '[' {
			_, size = utf8.DecodeRuneInString(rest)
			seconds = rest[:size]
		}
		for _, second := range seconds {
			out[[2]rune{first, second}] = append(out[[2]rune{first, second}], l)
		}
	}
	return out
}()

// formPairs has a bit for each pair of ASCII letters of formLeads, by the first
// and then by the second.
var formPairs = func() (bits [utf8.RuneSelf][2]uint64) {
	for pair := range formLeads {
		if pair[0] < utf8.RuneSelf && pair[1] < utf8.RuneSelf {
			bits[pair[0]][pair[1]/64] |= 1 << (pair[1] % 64)
		}
	}
	return bits
}()

// formAt is legalForms for a text that begins before a form.
var formAt = regexp.MustCompile("^" + legalForms.String())

// maxForm is longer than any form with what stands around it, in bytes.
const maxForm = 96

// nextForm is where legalForms is found in text[from:] first, as the indexes
// of the form itself.
func nextForm(text string, from int) (start, end int, ok bool) {
	for i := from; i+1 < len(text); i++ {
		if !separates(text[i]) || !leads(text[i+1:]) {
			continue
		}
		if m := formAt.FindStringSubmatchIndex(text[i:min(len(text), i+maxForm)]); m != nil {
			return i + m[2], i + m[3], true
		}
	}
	return 0, 0, false
}

// separates reports the bytes that stand before a form.
func separates(c byte) bool {
	switch c {
	case ' ', '\t', '\n', '\f', '\r', ',', '(':
		return true
	}
	return false
}

// leads reports whether a text may begin with a form.
func leads(text string) bool {
	first, size := utf8.DecodeRuneInString(text)
	if first < utf8.RuneSelf && formPairs[first] == ([2]uint64{}) {
		return false
	}
	at := size
	for at < len(text) && at < size+3 && strings.IndexByte(". /", text[at]) >= 0 {
		at++
	}
	second, _ := utf8.DecodeRuneInString(text[at:])
	if first < utf8.RuneSelf && second < utf8.RuneSelf && formPairs[first][second/64]>>(second%64)&1 == 0 {
		return false
	}
	for _, l := range formLeads[[2]rune{first, second}] {
		if l.dotted && text[size] != '.' || !strings.HasPrefix(text, l.literal) {
			continue
		}
		if next := len(l.literal); !l.whole || next == len(text) || needleBits[text[next]] == 0 || needleBits[text[next]] > 26 {
			return true
		}
	}
	return false
}
