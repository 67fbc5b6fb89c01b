// Package words is the type and the matcher of the vocabulary: link labels,
// slugs, phrases and named link targets in the 24 official languages. It holds
// no data; the rule book hands its files in.
package words

// Kind is what a page of a shop is for.
type Kind string

// The page kinds of report version 1. Legal reports which of them the law
// cares for in every shop.
const (
	Home               Kind = "home"
	Imprint            Kind = "imprint"
	Terms              Kind = "terms"
	Contact            Kind = "contact"
	Withdrawal         Kind = "withdrawal"
	WithdrawalFunction Kind = "withdrawal-function"
	Privacy            Kind = "privacy"
	Cookies            Kind = "cookies"
	Delivery           Kind = "delivery"
	Payment            Kind = "payment"
	Returns            Kind = "returns"
	Complaints         Kind = "complaints"
	Guarantee          Kind = "guarantee"
	Accessibility      Kind = "accessibility"
	Service            Kind = "service"
	FAQ                Kind = "faq"
	About              Kind = "about"
	Product            Kind = "product"
	Category           Kind = "category"
	Cart               Kind = "cart"
	Checkout           Kind = "checkout"
	Account            Kind = "account"
	Login              Kind = "login"
	Search             Kind = "search"
	Blog               Kind = "blog"
	Landing            Kind = "landing"
	Other              Kind = "other"
)

// LegalKinds are the kinds of which one page in each language is always read.
var LegalKinds = []Kind{Imprint, Terms, Contact, Withdrawal, Privacy}

// Legal reports whether k is one of LegalKinds.
func (k Kind) Legal() bool {
	switch k {
	case Imprint, Terms, Contact, Withdrawal, Privacy:
		return true
	}
	return false
}

// Guess is a kind read off a label or an address, with the language of the
// word that gave it ("" where several languages share the word) and a score
// from 0 to 1: exact label 1.0, label contained 0.8, exact slug 0.7, slug
// contained 0.5. The zero Guess has kind "" and score 0: nothing matched.
type Guess struct {
	Kind     Kind
	Language string
	Score    float64
}

// Hit is one phrase of a list found in a text. Start and End are byte offsets
// in the text that was searched, not in its folded form.
type Hit struct {
	List     string // name of the list, such as "closed"
	Language string
	Phrase   string // as the vocabulary writes it
	Start    int
	End      int
}
