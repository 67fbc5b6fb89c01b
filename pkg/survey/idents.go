package survey

import (
	"strings"

	"github.com/shoplint/shoplint/pkg/ident"
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/words"
)

// Identifier is a company number that a shop gives: in text a reader sees, or
// in structured data.
type Identifier struct {
	Scheme      ident.Scheme
	Value       string // in the one form of its scheme
	Valid       *bool  // whether the check digits hold; nil where there are none
	Placeholder bool   // a template's sample
	Form        Form   // Text or StructuredData
	URL         string // first page it stands on
	Pages       int

	Selector string
	Line     int
	Excerpt  string
	Kind     words.Kind // of the page
	Region   page.Region
	Foreign  bool // words beside it speak of another firm: a host, a partner, a payment firm
	Own      bool // words beside it speak of the seller

	Home    string // URL of the page that says best whose number it is, see standing
	Weight  int    // how well that page says it; 0: not at all
	Settled int    // pages on which it stands as the seller's own
}

// Good reports a number that can tell a country: the check digits hold, and it
// is no sample.
func (i Identifier) Good() bool { return i.Valid != nil && *i.Valid && !i.Placeholder }

// key is an identifier's identity.
func (i Identifier) key() string { return string(i.Scheme) + " " + i.Value }

// maxIdentifiers bounds what one page, and what one shop, can make a report
// hold.
const maxIdentifiers = 100

// identifiers reads the company numbers off a page, each once, those in text
// before those in structured data; worth are the blocks of text to look at.
func identifiers(p *page.Page, hint ident.Hint, worth []int) []Identifier {
	x := identFinder{page: p, hint: hint, at: map[string]int{}}
	x.texts(worth)
	x.data()
	return x.found
}

// hintOf is what is known of a page for telling look-alike numbers apart.
func hintOf(p *page.Page, host string) ident.Hint {
	return ident.Hint{Language: p.Language, Country: hostCountry(host)}
}

// identFinder collects the numbers of one page.
type identFinder struct {
	page  *page.Page
	hint  ident.Hint
	found []Identifier
	at    map[string]int // index in found by key
}

// hostCountry is the country code a host name ends in, in upper case; "" for
// endings that are no country's or that may be anyone's.
func hostCountry(host string) string {
	i := strings.LastIndexByte(host, '.')
	if i < 0 || len(host)-i != 3 {
		return ""
	}
	switch code := strings.ToUpper(host[i+1:]); code {
	case "EU", "IO", "CO", "TV", "ME", "AI":
		return ""
	default:
		return code
	}
}

// texts reads the blocks of text. A label may stand in the block before its
// number, as in a table.
func (x *identFinder) texts(worth []int) {
	blocks := x.page.Blocks()
	for _, i := range worth {
		if len(x.found) >= maxIdentifiers {
			return
		}
		shown := x.page.Shown(blocks[i])
		before := identHead(blocks, i)
		for _, m := range identsIn(shown.Text, before, x.hint) {
			x.text(m, shown, m.Start-len(before), blocks[max(0, i-2):i])
		}
	}
}

// identHead is the end of the block before, which may be a number's label; a
// line feed parts it from the number's own block.
func identHead(blocks []page.Block, i int) string {
	if i == 0 {
		return ""
	}
	return tail(blocks[i-1].Text, maxLabelBlock) + "\n"
}

// identsIn lists the company numbers of a text behind before, with places
// counted from the beginning of before.
func identsIn(text, before string, h ident.Hint) []ident.Match {
	if !ident.Trigger(text) {
		return nil
	}
	found := ident.Find(before+text, h)
	for len(found) > 0 && found[0].Start < len(before) {
		found = found[1:]
	}
	return found
}

// maxLabelBlock is how much of the block before a number is looked at for its
// label, in bytes.
const maxLabelBlock = 80

// tail is the end of a text, at most n bytes and not beginning inside a
// letter.
func tail(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[len(s)-n:], "")
}

// text takes a number that stands at an offset of a block.
func (x *identFinder) text(m ident.Match, b page.Block, at int, before []page.Block) {
	if x.known(m) {
		return
	}
	n := b.NodeAt(at)
	o := x.entry(m, Text)
	o.Region, o.Excerpt = b.Region, cutout(b.Text, at, at+m.End-m.Start)
	o.Selector, o.Line = x.page.Selector(n), x.page.Line(n)
	o.Foreign, o.Own = whose(b.Text[:at], before)
	x.add(o)
}

// known reports a number that was seen on the page before, as the seller's.
func (x *identFinder) known(m ident.Match) bool {
	i, ok := x.at[string(m.Scheme)+" "+m.Value]
	return ok && !x.found[i].Foreign
}

func (x *identFinder) entry(m ident.Match, f Form) Identifier {
	return Identifier{
		Scheme: m.Scheme, Value: m.Value, Valid: m.Valid, Placeholder: m.Placeholder, Form: f,
		URL: x.page.URL, Pages: 1, Kind: x.page.Kind,
	}
}

// add keeps an occurrence; the first that is the seller's own counts.
func (x *identFinder) add(o Identifier) {
	o.Weight = standing(o)
	if o.Weight > 0 {
		o.Home, o.Settled = o.URL, 1
	}
	if i, ok := x.at[o.key()]; ok {
		if x.found[i].Foreign && x.found[i].Form == o.Form {
			x.found[i] = o
		}
		return
	}
	if len(x.found) < maxIdentifiers {
		x.at[o.key()] = len(x.found)
		x.found = append(x.found, o)
	}
}
