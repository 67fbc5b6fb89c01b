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

// formLead is how a legal form begins: its first two letters, and whether a
// point must stand between them.
type formLead struct {
	first, second rune
	dotted        bool
}

// formLeads are the leads of all forms, read off their expressions.
var formLeads = func() map[formLead]bool {
	out := map[formLead]bool{}
	for _, form := range formsOfLaw {
		first, size := utf8.DecodeRuneInString(form)
		rest := form[size:]
		dotted := strings.HasPrefix(rest, `\.`) && !strings.HasPrefix(rest, `\.?`)
		rest = strings.TrimLeft(rest, `\.? /`)
		seconds := rest[:max(1, strings.IndexByte(rest, ']'))]
		if rest[0] != '[' {
			_, size = utf8.DecodeRuneInString(rest)
			seconds = rest[:size]
		}
		for _, second := range strings.TrimPrefix(seconds, "[") {
			out[formLead{first, second, dotted}] = true
		}
	}
	return out
}()

// formFirst are the ASCII letters that a form begins with.
var formFirst = func() (first [256]bool) {
	for l := range formLeads {
		if l.first < utf8.RuneSelf {
			first[l.first] = true
		}
	}
	return first
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
	if c := text[0]; c < utf8.RuneSelf && !formFirst[c] {
		return false
	}
	first, size := utf8.DecodeRuneInString(text)
	rest := text[size:]
	tail := strings.TrimLeft(rest[:min(len(rest), 3)], ". /")
	rest = rest[min(len(rest), 3)-len(tail):]
	second, _ := utf8.DecodeRuneInString(rest)
	return formLeads[formLead{first, second, false}] || text[size:] != "" && text[size] == '.' && formLeads[formLead{first, second, true}]
}
