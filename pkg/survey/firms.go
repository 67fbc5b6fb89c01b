package survey

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/words"
)

// Firm is a name with its legal form, or the words that say a sole trader
// stands behind the shop.
type Firm struct {
	Place
	Name    string // with the form; of a sole trader the words seen
	Legal   string // the form as printed, without points
	Sole    bool
	Foreign bool // the words before it speak of another firm
	Kind    words.Kind
	Region  page.Region
}

// maxFirms bounds what one page, and what one shop, can make a survey hold.
const maxFirms = 40

// formsOfLaw are the legal forms of the member states.
var formsOfLaw = []string{
	`B\.?V\.?B\.?A\.?`, `B\.?V\.?`, `N\.?V\.?`, `V\.?O\.?F\.?`, `C\.?V\.?B?\.?A?\.?`, `Comm\.?V\.?`, `VZW`, `A\.?S\.?B\.?L\.?`, `S\.?P\.?R\.?L\.?U?`,
	`S\.?A\.?R\.?L\.?(?:-S)?`, `S\.?A\.?S\.?U?\.?`, `S\.?R\.?L\.?S?\.?`, `S\.?r\.?l\.?s?\.?`, `S\.?p\.?A\.?`, `S\.?n\.?c\.?`, `S\.?a\.?s\.?`, `S\.?A\.?`, `S\.?C\.?`, `E\.?U\.?R\.?L\.?`, `EI`, `SNC`, `SCOP`,
	`S\.?L\.?U?\.?`, `S\.?L\.?N\.?E\.?`, `S\. ?L\.`, `S\. ?A\.`, `C\.?B\.?`, `GmbH(?: ?& ?Co\.? ?(?:KG|OHG))?`, `gGmbH`, `mbH`, `UG(?: ?\(haftungsbeschränkt\))?`, `AG`, `KG`, `OHG`, `GbR`, `PartG`, `eG`, `e\. ?[KU]\.`, `e\. ?Kf[mr]\.`, `e\. ?V\.`, `OG`,
	`Sp\. ?z ?o\. ?o\.?`, `sp\. ?z ?o\. ?o\.?`, `spółka z ograniczoną odpowiedzialnością`, `sp\. ?[jk]\.`, `s\.c\.`, `S\.A\.`, `s\. ?r\. ?o\.?`, `spol\. s r\. ?o\.`, `a\. ?s\.`, `v\. ?o\. ?s\.`, `k\. ?s\.`,
	`Kft\.?`, `Zrt\.?`, `Nyrt\.?`, `Bt\.?`, `Kkt\.?`, `ApS`, `A/S`, `I/S`, `IVS`, `P/S`, `AB`, `HB`, `Handelsbolag`, `Aktiebolag`, `Oyj?`, `Ky`, `Tmi`, `OÜ`, `AS`, `UAB`, `MB`, `VšĮ`, `SIA`, `IK`,
	`Ltd\.?`, `LTD\.?`, `Limited`, `DAC`, `CLG`, `PLC`, `plc`, `LLP`, `Lda\.?`, `LDA`, `Unipessoal`, `d\. ?o\. ?o\.?`, `j\. ?d\. ?o\. ?o\.?`, `d\. ?d\.`, `s\. ?p\.`, `obrt`,
	`ЕООД`, `ООД`, `ЕАД`, `АД`, `ЕТ`, `EOOD`, `OOD`, `Α\.?Ε\.?`, `Ε\.?Π\.?Ε\.?`, `Ο\.?Ε\.?`, `Ε\.?Ε\.?`, `Ι\.?Κ\.?Ε\.?`, `Μονοπρόσωπη`, `SE`, `SCE`,
}

// legalForms are the forms as they stand behind a name.
var legalForms = regexp.MustCompile(`[\s,(]((?:` + strings.Join(formsOfLaw, "|") + `))(?:$|[\s,.;:)|·–-])`)

// Borders of a word in any script; \b knows the letters of ASCII only.
const (
	wordStart = `(?:^|[^\p{L}\p{N}])`
	wordEnd   = `(?:$|[^\p{L}\p{N}])`
)

// soleWords say that one person trades under the shop's name. The first group
// is the words.
var soleWords = regexp.MustCompile(`(?i)` + wordStart + `(eenmanszaak|zelfstandige|entreprise individuelle|entrepreneur individuel|auto-?entrepreneur|micro-?entrepris|micro-?entrepreneur|personne physique|einzelunternehm|einzelfirma|kleinunternehmer|inhaber(?:in)?` + wordEnd + `|inh\.|eingetragener kaufmann|sole trader|sole proprietor|ditta individuale|impresa individuale|regime forfettario|autónom[oa]|trabajador autónomo|empresári[oa] em nome individual|jednoosobowa działalność|działalność gospodarcz|ceidg|osvč|živnost|fyzická osoba|egyéni vállalkozó|enskild firma|enkeltmandsvirksomhed|toiminimi|persoană fizică autorizată|întreprindere individuală|pfa` + wordEnd + `|samostojni podjetnik|obrt` + wordEnd + `|ατομική επιχείρηση|едноличен търговец|individuali veikla|füüsilisest isikust)`)

// wordlike are forms that are words too: behind words in capitals, as in a
// heading, they say nothing.
var wordlike = setOf("AB AS SE SA EI OG IK MB HB CB SL SC AG SAS KG UG")

// soleForms are the forms under which one person trades.
var soleForms = setOf("sp EI eK eU eKfm eKfr Tmi ЕТ obrt IK")

// firms reads names with a legal form, and the words for a sole trader, off
// the pages on which a seller says who it is. Texts known to hold neither are
// passed over.
func (x *Extractor) firms(p *page.Page, keys []uint64) []Firm {
	if !SaysWho(p.Kind) {
		return nil
	}
	var out []Firm
	blocks := p.Blocks()
	for i, b := range blocks {
		if len(out) >= maxFirms || len(b.Text) > 20_000 {
			continue
		}
		if x.nobody.Has(keys[i]) {
			continue
		}
		f, at, ok := readFirm(b.Text)
		if !ok {
			x.nobody.Add(keys[i])
			continue
		}
		n := b.NodeAt(at)
		if p.Sight(n).State == page.Hidden {
			continue
		}
		f.Place = Place{URL: p.URL, Selector: p.Selector(n), Line: p.Line(n), Excerpt: cutout(b.Text, at, at+len(f.Legal)), Visible: true, Pages: 1}
		f.Kind, f.Region = p.Kind, b.Region
		f.Foreign, _ = whose(b.Text[:at], blocks[max(0, i-2):i])
		out = append(out, f)
	}
	return out
}

// readFirm is the first firm of a text and where its form, or the word for a
// sole trader, stands.
func readFirm(text string) (Firm, int, bool) {
	for from := 0; from < len(text); {
		start, end, ok := nextForm(text, from)
		if !ok {
			break
		}
		form := text[start:end]
		if name := nameBefore(text[:start]); name != "" && !(wordlike[form] && strings.ToUpper(name) == name) {
			legal := strings.NewReplacer(".", "", " ", "").Replace(form)
			return Firm{Name: name + " " + form, Legal: legal, Sole: soleForms[legal]}, start, true
		}
		from = end
	}
	if !soleHeads.in(text) {
		return Firm{}, 0, false
	}
	if m := soleWords.FindStringSubmatchIndex(text); m != nil {
		name := strings.TrimRightFunc(text[m[2]:m[3]], func(r rune) bool { return r != '.' && !unicode.IsLetter(r) })
		return Firm{Name: name, Sole: true}, m[2], true
	}
	return Firm{}, 0, false
}

// nameBefore is the words of a name that end a text: capitalised ones, and
// the small ones between them; "" when the last is no word of a name.
func nameBefore(text string) string {
	list := strings.Fields(strings.TrimRight(tail(text, 70), " ,("))
	first := len(list)
	for i := len(list) - 1; i >= 0 && len(list)-i <= 6; i-- {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(list[i], "\"'„“«("))
		if !unicode.IsUpper(r) && !(i < len(list)-1 && (list[i] == "&" || list[i] == "-" || len(list[i]) <= 3 && unicode.IsLetter(r))) {
			break
		}
		first = i
		if strings.ContainsAny(list[i][:1], ":.;") {
			break
		}
	}
	return strings.Join(list[first:], " ")
}
