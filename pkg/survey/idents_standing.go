package survey

import (
	"strings"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/words"
)

// The weights of a place at which a number stands, for whose it is.
const (
	Mentioned = 1 // on a page that speaks of the contract, where others are named too
	Stated    = 2 // in the page template, or on the home page
	Declared  = 3 // on the page where the seller says who it is
)

// standing weighs the place of a number. Privacy and cookie pages name those
// who process data, so what stands in their text says nothing unless words
// such as "seller" stand beside it.
func standing(i Identifier) int {
	if i.Form != Text || i.Foreign {
		return 0
	}
	switch i.Kind {
	case words.Imprint, words.Contact:
		return Declared
	}
	if i.Region == page.Footer || i.Region == page.Header || i.Kind == words.Home {
		return Stated
	}
	switch i.Kind {
	case words.Privacy, words.Cookies, words.Blog:
		if !i.Own {
			return 0
		}
	}
	return Mentioned
}

// othersWords speak of firms that are not the seller: who hosts the site, takes
// the payments, made the pages, handles disputes.
var othersWords = setOf("hosting hoster host hosted webhosting hebergeur hebergement heberge hebergee hebergeurs alojamiento alojado hospedagem " +
	"hospedado webhoster serverstandort provider providers prestataire paypal klarna stripe mollie adyen worldline multisafepay buckaroo payplug " +
	"sumup shopify wix squarespace ovh ovhcloud ionos strato hetzner combell hostinger o2switch scaleway gandi amazon aws google meta facebook " +
	"mailchimp sendcloud webdesign webdesigner agency agentur agence partner partners partenaire partenaires partnerem partnera supplier " +
	"leverancier leveranciers fournisseur lieferant fornitore proveedor processor verwerker verarbeiter auftragsverarbeiter mediateur mediation " +
	"mediator ombudsman ombudsdienst geschillencommissie schlichtungsstelle dodavatel dostawca furnizor leverandor leverantor toimittaja tarhely " +
	"tarhelyszolgaltato hosztolt poskytovatel hostingu")

// ownWords speak of the seller.
var ownWords = setOf("editeur editrice edite editor uitgever eigenaar exploitant betreiber verantwortlich anbieter impressum titular titolare " +
	"proprietaire proprietario vendeur verkoper verkaufer seller venditore vendedor sprzedawca prodavajici predavajuci prodavac elado vanzator " +
	"sælger saelger saljare myyja provozovatel prevadzkovatel uzemelteto wij nous wir we")

func setOf(list string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		out[w] = true
	}
	return out
}

// Bounds on the words before a number that say whose it is, in bytes.
const (
	whoseReach = 240 // in its own block
	whoseHead  = 90  // a block before it that is no longer is its heading
)

// whose says by the nearest telling word before a number whether it is
// another firm's, or the seller's own. Headings before the block are looked at
// last.
func whose(before string, blocks []page.Block) (foreign, own bool) {
	if other, said := speaksOf(tail(before, whoseReach)); said {
		return other, !other
	}
	for i := len(blocks) - 1; i >= 0; i-- {
		if len(blocks[i].Text) > whoseHead {
			return false, false
		}
		if other, said := speaksOf(blocks[i].Text); said {
			return other, !other
		}
	}
	return false, false
}

// speaksOf says whom the last telling word of a text speaks of.
func speaksOf(text string) (other, said bool) {
	for w := range strings.FieldsSeq(words.Fold(text)) {
		switch {
		case othersWords[w]:
			other, said = true, true
		case ownWords[w]:
			other, said = false, true
		}
	}
	return other, said
}
