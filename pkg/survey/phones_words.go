package survey

import (
	"strings"

	"github.com/shoplint/shoplint/pkg/words"
)

// phoneWord is what the words before a number say it is.
type phoneWord int

const (
	noWord phoneWord = iota
	telWord
	faxWord
	otherWord // a bank account, a company number
)

// allows reports whether a number with these words before it is a telephone
// number: national ones need a word, international ones only none against it.
func (w phoneWord) allows(ph Phone, printed string) bool {
	switch w {
	case telWord:
		return true
	case noWord:
		return ph.digits == "" && strings.HasPrefix(strings.TrimLeft(printed, "("), "+")
	}
	return false
}

// kindsOfNumber are folded words, or beginnings of words that end in *, that
// say what number follows, in the languages of the Union.
var kindsOfNumber = map[phoneWord]string{
	telWord: "tel t telefon* telefoon* telephon* phone* fon fono telefono* tlf tfno tf tfn puh puhelin* puhelimitse talr* talrun* τηλ " +
		"τηλεφων* тел телефон* gsm mobile mobiel mobil* mob handy portable movil* cellulare cell kinito κινητο κιν мобилен hotline bel " +
		"bellen call appelez chiama llamanos whatsapp vast zakelijk klantendienst kundenservice kundtjanst kundeservice kontakttelefon " +
		"servicetelefon fastnet infolinka infolinija linka infolinia telemovel telemovil puhelinnumero matkapuhelin mobitel teil guthan",
	faxWord:   "fax* telefax* faks* φαξ факс* telecopie telecopieur faksas faksiraksts",
	otherWord: "iban bic konto* rekening* kbo bce kvk btw tva vat siren siret rcs cvr nip regon krs ico ic dic ust ustid nif cif oib ean gtin isbn art sku",
}

// phoneWords is kindsOfNumber by word; phoneBegin holds the beginnings.
var phoneWords, phoneBegin = indexNumberWords()

func indexNumberWords() (map[string]phoneWord, map[string]phoneWord) {
	whole, begin := map[string]phoneWord{}, map[string]phoneWord{}
	for kind, list := range kindsOfNumber {
		for w := range strings.FieldsSeq(list) {
			if b, ok := strings.CutSuffix(w, "*"); ok {
				begin[b] = kind
				whole[b] = kind
			} else {
				whole[w] = kind
			}
		}
	}
	return whole, begin
}

// phoneLabel is what the last telling word of a text says of the number behind
// it.
func phoneLabel(text string) phoneWord {
	said := noWord
	for w := range strings.FieldsSeq(words.Fold(tail(text, 2*maxPhoneLabel))) {
		if kind := numberWord(w); kind != noWord {
			said = kind
		}
	}
	return said
}

func numberWord(w string) phoneWord {
	if kind, ok := phoneWords[w]; ok {
		return kind
	}
	for n := min(len(w)-1, 20); n >= 3; n-- {
		if kind, ok := phoneBegin[w[:n]]; ok {
			return kind
		}
	}
	return noWord
}
