package survey

import (
	"math/bits"
	"regexp"
	"strings"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/words"
)

// Address is a postal address that a shop gives.
type Address struct {
	Place
	Code   string // post code without spaces, "" where only a street was read
	Box    bool   // a post-office box without a street
	Form   Form   // Text or StructuredData
	Kind   words.Kind
	Region page.Region
	// Foreign says that the words before it speak of another firm.
	Foreign bool
}

// maxAddresses bounds what one page, and what one shop, can make a survey hold.
const maxAddresses = 40

// Bounds on the text around a post code that is looked at, in bytes.
const (
	streetReach    = 110
	maxAddressText = 20_000
	lineBlock      = 90 // a block that is no longer may be a line of an address
)

var (
	// codeAndTown is a post code of a member state and the town behind it.
	codeAndTown = regexp.MustCompile(`(?:^|[^\p{L}\p{N}.,/+-])((?:[A-Z]{1,3}[- ])?(?:\d{4} ?[A-Z]{2}|\d{2}-\d{3}|\d{4}-\d{3}|\d{3} \d{2}|\d{4,6}))[ ,]+` +
		`(?:['’]s-|[ldLD]['’]|den |de |la |le |les |il )?(\p{Lu}[\p{L}'’.-]+)`)
	// codeAlone is a post code that needs no town behind it.
	codeAlone = regexp.MustCompile(`\bL[VT]-\d{4,5}\b|\b[AC-FHKNPRTV-Y]\d[\dW] [A-Z0-9]{4}\b|\b[A-Z]{3} ?\d{4}[ ,]+Malta\b|(?i:(?:cod(?:ul)? po[sșş]tal|c\.p\.)[ .:]*)\d{6}\b`)
	// streetNumber and numberStreet are the two ways to write a house number.
	streetNumber = regexp.MustCompile(`\p{L}{2,}[.,]{0,2} (?:nr\.? ?|n[°º.] ?|No\.? ?)?\d{1,4} ?\p{L}?(?:$|[^\p{L}\d,.]|[,.](?:$|\D))`)
	numberStreet = regexp.MustCompile(`(?:^|[^\p{L}\d.,€$])\d{1,4}(?: ?(?:bis|ter|[a-zA-Z]))?,? \p{L}{2,}`)
	// lastNumber is a house number, with a box at most, right before a post code.
	lastNumber = regexp.MustCompile(`\p{L}{3,}[.,]? \d{1,4} ?\p{L}?\b(?:[, /]+(?:bus|box|bte|boîte|boite|b|top|tür)?[. ]*\d{1,4}\p{L}?)?[\s,·|–-]*$`)
	postBox    = regexp.MustCompile(`(?i)\b(?:postbus|postfach|p\. ?o\. ?box|po box|bo[iî]te postale|b\.? ?p\.? \d+|apartado(?: de correos)?|casella postale|skrytka pocztowa|postboks|pob)\b[ .:]*\d*`)
	// streetNamed is a street with its number, told by the word for street. One
	// of its two groups is the street.
	streetNamed = regexp.MustCompile(`(?i)([\p{L}.'’-]*(?:straat|laan|weg|plein|kade|dreef|gade|vej|gatan|vägen|katu|straße|strasse|str\.|platz|allee|gasse|utca|út)\s+(?:nr\.? ?)?\d{1,4})` + wordEnd +
		`|` + wordStart + `(\d{1,4}[a-z]?,? (?:bis,? |ter,? )?(?:rue|avenue|boulevard|place|chemin|route|impasse|quai|allée|cours)\s\p{L}` +
		`|(?:rue|avenue|boulevard|calle|avda\.?|avenida|via|viale|piazza|corso|ul\.|aleja|al\.|strada|bulevardul|bd\.|rua|travessa|ulica|ulice|οδός|ул\.|бул\.)\s[^\d;:]{2,40}\d{1,4}` + wordEnd +
		`|\d{1,4}[a-z]?,? (?:[\p{L}'’.-]+ ){1,4}(?:street|road|lane|avenue|quay|square|drive|terrace|close|industrial estate|business park)` + wordEnd + `)`)
)

// addresses reads the postal addresses off the pages on which a seller says
// who it is. Other pages are not looked at: their template stands there too.
// Texts known to hold no code and no street are passed over.
func (x *Extractor) addresses(p *page.Page, keys []uint64) []Address {
	if !SaysWho(p.Kind) {
		return nil
	}
	var out []Address
	blocks := p.Blocks()
	for i := range blocks {
		if len(out) >= maxAddresses {
			break
		}
		if x.nowhere.Has(keys[i]) || len(blocks[i].Text) > maxAddressText {
			continue
		}
		if !hasDigits(blocks[i].Text, 1) {
			x.nowhere.Add(keys[i])
			continue
		}
		around := neighbours(keys, i)
		if x.adrift.Has(around) {
			continue
		}
		if a, ok := x.addressIn(p, blocks, i, around); ok {
			out = append(out, a)
		} else if !placed(blocks[i].Text) {
			x.nowhere.Add(keys[i])
		}
	}
	return append(out, addressData(p)...)
}

// neighbours is the key of a text together with all that addressIn looks at.
func neighbours(keys []uint64, i int) uint64 {
	key := keys[i]
	for turn, k := range [...]int{i - 2, i - 1, i + 1} {
		if k >= 0 && k < len(keys) {
			key ^= bits.RotateLeft64(keys[k], 13*(turn+1))
		}
	}
	return key | 1
}

// SaysWho are the kinds of pages on which a seller says who it is, in their text
// or in the template around it.
func SaysWho(k words.Kind) bool {
	return k.Legal() || k == words.Home || k == "about" || k == "service"
}

// addressIn is the first address of a block; its street may stand in the
// blocks before it.
func (x *Extractor) addressIn(p *page.Page, blocks []page.Block, i int, around uint64) (Address, bool) {
	text, head := blocks[i].Text, ""
	for k := i - 1; k >= 0 && k >= i-2 && len(blocks[k].Text) <= lineBlock; k-- {
		head = blocks[k].Text + ", " + head
	}
	after := ""
	if i+1 < len(blocks) && len(blocks[i+1].Text) <= lineBlock {
		after = ", " + blocks[i+1].Text
	}
	a, at, known := x.placed.of(around)
	if !known {
		var ok bool
		if a, at, ok = readAddress(head, text, after); !ok {
			x.adrift.Add(around)
			return Address{}, false
		}
		x.placed.keep(around, a, at)
	}
	n := blocks[i].NodeAt(at)
	if s := p.Sight(n); s.State == page.Hidden {
		return Address{}, false
	}
	a.Place = Place{URL: p.URL, Selector: p.Selector(n), Line: p.Line(n), Excerpt: cutout(text, at, min(len(text), at+20)), Visible: true, Pages: 1}
	a.Form, a.Kind, a.Region = Text, p.Kind, blocks[i].Region
	a.Foreign, _ = whose(text[:at], blocks[max(0, i-2):i])
	return a, true
}

// HasAddress reports whether a text gives a postal address: a post code with a
// town and a street or box, or a street told by its word. Whose it is, and
// whether a reader sees it, is for the caller to ask.
func HasAddress(text string) bool {
	if !hasDigits(text, 1) || len(text) > maxAddressText {
		return false
	}
	_, _, ok := readAddress("", text, "")
	return ok
}

// readAddress finds an address in a text between what stands before and after
// it, and where it stands in the text.
func readAddress(head, text, after string) (Address, int, bool) {
	coded := digitRun(text) >= 3
	for from := 0; coded && from < len(text); {
		m := codeAndTown.FindStringSubmatchIndex(text[from:])
		if m == nil {
			break
		}
		start, end := from+m[2], from+m[3]
		before := tail(head+text[:start], streetReach)
		behind := text[end:min(len(text), end+streetReach)] + after
		if a, ok := address(text[start:end], before, behind); ok {
			return a, start, true
		}
		from = end
	}
	if m := findIf(codeLike(text), codeAlone, text); m != nil {
		if before := tail(head+text[:m[0]], streetReach); strings.Contains(before, ",") || streetNumber.MatchString(before) {
			return Address{Code: codeOf(text[m[0]:m[1]])}, m[0], true
		}
	}
	if at := streetAt(text); at >= 0 {
		return Address{}, at, true
	}
	return Address{}, 0, false
}

// address judges a post code by what stands around it: a street with a number
// makes an address, a box alone one that customers cannot go to.
func address(code, before, behind string) (Address, bool) {
	a := Address{Code: codeOf(code)}
	street := postBox.ReplaceAllString(before, " ")
	if street != before {
		a.Box = !streetNumber.MatchString(street) && !numberStreet.MatchString(street)
		return a, true
	}
	if yearly(a.Code) {
		return a, lastNumber.MatchString(before)
	}
	return a, streetNumber.MatchString(before) || numberStreet.MatchString(before) || streetNumber.MatchString(behind)
}

// yearly reports a code that may as well be a year.
func yearly(code string) bool { return len(code) == 4 && (code[:2] == "19" || code[:2] == "20") }

// codeOf is a post code without country mark and spaces.
func codeOf(s string) string {
	i := strings.IndexAny(s, "0123456789")
	if i > 0 && (s[i-1] == '-' || i > 2) {
		s = s[i:]
	}
	return strings.NewReplacer(" ", "", "-", "").Replace(strings.ToUpper(s))
}

// hasDigits reports whether a text holds at least n digits.
func hasDigits(text string, n int) bool {
	for i := 0; i < len(text); i++ {
		if text[i] >= '0' && text[i] <= '9' {
			if n--; n <= 0 {
				return true
			}
		}
	}
	return false
}

// addressData reads the addresses of structured data.
func addressData(p *page.Page) []Address {
	var out []Address
	eachObject(p, func(o map[string]any) {
		code, street := textIn(o["postalCode"]), textIn(o["streetAddress"])
		if code == "" || street == "" || len(out) >= maxSigns {
			return
		}
		out = append(out, Address{
			Place: Place{URL: p.URL, Excerpt: street + ", " + code, Pages: 1}, Code: codeOf(code), Form: StructuredData, Kind: p.Kind,
			Box: postBox.MatchString(street) && !streetNumber.MatchString(postBox.ReplaceAllString(street, " ")),
		})
	})
	return out
}
