package survey

import "github.com/shoplint/shoplint/pkg/page"

// tradeOnly are sentences, in lower case, with which a shop says that it sells
// to traders, or that its prices are without tax. Whole phrases only: a shop
// with a switch between gross and net prices names both.
var tradeOnly = newNeedles(
	"only for business customers", "for business customers only", "exclusively for businesses",
	"exclusively to businesses", "all prices exclude vat", "all prices are exclusive of vat", "all prices excl. vat", "all prices are excl. vat",
	"uitsluitend voor zakelijke klanten", "alleen voor zakelijke klanten", "uitsluitend aan bedrijven", "alleen voor bedrijven", "uitsluitend aan professionals",
	"alle prijzen zijn exclusief btw", "alle prijzen zijn excl. btw", "alle prijzen excl. btw", "prijzen zijn exclusief btw",
	"nur für gewerbliche kunden", "ausschließlich an gewerbetreibende", "ausschließlich an unternehmer", "ausschließlich an gewerbliche", "verkauf nur an unternehmer",
	"richtet sich ausschließlich an unternehmer", "alle preise zzgl. mwst", "alle preise zzgl. gesetzlicher mwst", "alle preise exkl. mwst",
	"alle preise zuzüglich der gesetzlichen mehrwertsteuer", "alle preise verstehen sich zzgl",
	"réservé aux professionnels", "exclusivement aux professionnels", "uniquement aux professionnels", "tous nos prix sont hors taxes", "prix indiqués hors taxes", "prix affichés hors taxes", "prix sont affichés ht",
	"solo per possessori di partita iva", "riservato ai professionisti", "riservato agli operatori", "tutti i prezzi sono iva esclusa",
	"exclusivo para profesionales", "solo para profesionales", "todos los precios sin iva",
	"tylko dla firm", "wyłącznie dla firm", "wszystkie ceny netto", "pouze pro firmy", "všechny ceny jsou bez dph",
)

// maxTrade bounds the text that is searched of one page, in bytes.
const maxTrade = 200_000

// trade reports whether a page says that the shop serves traders.
func trade(p *page.Page) bool {
	left := maxTrade
	for _, b := range p.Blocks() {
		if left -= len(b.Text); left < 0 {
			return false
		}
		if tradeOnly.in(b.Text) {
			return true
		}
	}
	return false
}
