package survey

import "regexp"

// streetWords are the words for a street that streetNamed knows.
var streetWords = newNeedles(
	"straat", "laan", "weg", "plein", "kade", "dreef", "gade", "vej", "gatan", "vägen", "katu", "straße", "strasse", "str.",
	"platz", "allee", "gasse", "utca", "út",
	"rue", "avenue", "boulevard", "place", "chemin", "route", "impasse", "quai", "allée", "cours",
	"calle", "avda", "avenida", "via", "piazza", "corso", "ul.", "aleja", "al.", "strada", "bulevardul", "bd.", "rua",
	"travessa", "ulica", "ulice", "οδός", "ул.", "бул.",
	"street", "road", "lane", "quay", "square", "drive", "terrace", "close", "industrial estate", "business park",
)

// digitRun is the length of the longest run of digits in a text, up to four.
func digitRun(text string) int {
	longest, run := 0, 0
	for i := 0; i < len(text); i++ {
		if text[i] < '0' || text[i] > '9' {
			run = 0
			continue
		}
		if run++; run > longest {
			if longest = run; run == 4 {
				break
			}
		}
	}
	return longest
}

// codeLike reports whether a text may hold a code of codeAlone: four digits in
// a row, or a capital before a digit, as in Ireland.
func codeLike(text string) bool {
	for i := 1; i < len(text); i++ {
		if text[i] >= '0' && text[i] <= '9' && text[i-1] >= 'A' && text[i-1] <= 'Z' {
			return true
		}
	}
	return digitRun(text) == 4
}

// findIf searches only where a first look says that there may be something.
func findIf(may bool, re *regexp.Regexp, text string) []int {
	if !may {
		return nil
	}
	return re.FindStringIndex(text)
}

// placed reports whether a text holds a code or a street at all, whatever
// stands around it.
func placed(text string) bool {
	return digitRun(text) >= 3 && codeAndTown.MatchString(text) || findIf(codeLike(text), codeAlone, text) != nil ||
		streetAt(text) >= 0
}

// streetAt is where a street with its number begins, told by the word for
// street; -1 for none.
func streetAt(text string) int {
	if !streetWords.in(text) {
		return -1
	}
	m := streetNamed.FindStringSubmatchIndex(text)
	if m == nil {
		return -1
	}
	return max(m[2], m[4])
}
