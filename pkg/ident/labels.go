package ident

import "strings"

// stops are the words before numbers of other kinds: telephones, accounts,
// articles.
var stops = map[string]label{
	"tel* | phone | telephone | telefax | fax | faks | fakss | faksi | faksas | mobile | mobiel | mobil | gsm | handy | portable | movil | " +
		"cell | cellulare | puhelin | puh | tlf | talr* | t | f | τηλ | τηλεφωνο | κινητο | φαξ | тел | телефон | факс | " +
		"telefoon | whatsapp | hotline | bel": {stop: true},
	"iban | bic | swift | rekening* | rekeningnummer | konto* | kontonummer | account | bankgiro | plusgiro | cuenta | conto | " +
		"blz | bankleitzahl | ucet* | szamlaszam | bankszamlaszam": {stop: true},
	"ean | gtin | isbn | issn | sku | artikelnummer | artikelnr | art nr | order | bestelnummer | bestellnummer | postbus | postfach | ref": {stop: true},
}

// lexicon is every label by its folded words; those that end in * stand for
// all words that begin so, and are kept by their first bytes.
type lexicon struct {
	whole map[string][]label
	begin map[string][]opening
	first [1 << 16]bool // how a label of either sort begins
}

// opening is the beginning of a word, and the label such words are.
type opening struct {
	with string
	label
}

// labels is the lexicon of all families.
var labels = newLexicon(beneluxLabels, germanLabels, frenchLabels, iberiaLabels, italianLabels, nordicLabels, polishLabels,
	czechLabels, danubeLabels, balkanLabels, balticLabels, islandsLabels, stops)

func newLexicon(families ...map[string]label) *lexicon {
	x := &lexicon{whole: map[string][]label{}, begin: map[string][]opening{}}
	for _, family := range families {
		for list, l := range family {
			for words := range strings.SplitSeq(list, "|") {
				words = strings.TrimSpace(words)
				x.first[firstTwo(words)] = true
				if begin, ok := strings.CutSuffix(words, "*"); ok {
					x.begin[begin[:minBegin]] = append(x.begin[begin[:minBegin]], opening{begin, l})
				} else {
					x.whole[words] = append(x.whole[words], l)
				}
			}
		}
	}
	return x
}

// Bounds on labels: words in one, and bytes that the beginning of a word has
// at least.
const (
	maxLabelWords = 5
	minBegin      = 3
)

// before lists the labels in a stretch of text, the nearest to its end first.
// Behind a label of another kind of number none is looked for.
func (x *lexicon) before(text string, h Hint) []label {
	var buf [192]byte
	folded := string(fold(buf[:0], text))
	at := starts(folded)
	var out []label
	for i, from := range at {
		if !x.first[firstTwo(folded[from:])] {
			continue
		}
		for n := min(maxLabelWords, i+1); n > 0; n-- {
			end := len(folded)
			if i-n >= 0 {
				end = at[i-n] - 1
			}
			for _, l := range x.find(folded[from:end]) {
				if l.lang != "" && l.lang != h.Language {
					continue
				}
				out = append(out, l)
				if l.stop {
					return out
				}
			}
		}
	}
	return out
}

// firstTwo tells most words apart by their first two bytes.
func firstTwo(words string) uint16 {
	switch len(words) {
	case 0:
		return 0
	case 1:
		return uint16(words[0])<<8 | ' '
	}
	return uint16(words[0])<<8 | uint16(words[1])
}

// find lists the labels that are written so.
func (x *lexicon) find(words string) []label {
	if l, ok := x.whole[words]; ok {
		return l
	}
	if len(words) < minBegin {
		return nil
	}
	var out []label
	for _, o := range x.begin[words[:minBegin]] {
		if strings.HasPrefix(words, o.with) && strings.IndexByte(words[len(o.with):], ' ') < 0 {
			out = append(out, o.label)
		}
	}
	return out
}
