package survey

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/words"
)

// TelLink is the form of a number that a link dials.
const TelLink Form = "tel-link"

// Phone is a telephone number that a shop gives. Fax numbers are none.
type Phone struct {
	Number  string // E.164 (+3232345678) where the country is known, else as printed
	Form    Form   // TelLink or Text, of the best occurrence
	Visible bool
	URL     string // first page it stands on
	Pages   int

	Country law.Country // by its country code, "" for national numbers and others
	Printed string      // as a reader sees it
	Legal   bool        // stands on a legal or home page, or in the page template
	digits  string      // of a national number
}

// maxPhones bounds what one page, and what one shop, can make a report hold.
const maxPhones = 100

// phones reads the telephone numbers off a page, each once.
func phones(p *page.Page) []Phone {
	x := phoneFinder{page: p, at: map[string]int{}}
	x.links()
	x.texts()
	return x.found
}

type phoneFinder struct {
	page  *page.Page
	found []Phone
	at    map[string]int // index in found by identity
}

// links reads the numbers that links dial.
func (x *phoneFinder) links() {
	for _, l := range x.page.Links() {
		number, ok := dialled(l.Href)
		if !ok || len(x.found) >= maxPhones {
			continue
		}
		ph, ok := parsePhone(number)
		if !ok || x.faxed(l.Node, l.Label) {
			continue
		}
		ph.Form = TelLink
		if _, reads := parsePhone(l.Label); reads {
			ph.Printed = l.Label
		}
		ph.Visible = !l.NoScript && x.page.Sight(l.Node).State != page.Hidden
		x.add(ph, l.Region)
	}
}

// dialled is the number of a tel: address.
func dialled(href string) (string, bool) {
	if len(href) < 8 || len(href) > 80 || !strings.EqualFold(href[:4], "tel:") {
		return "", false
	}
	number, _, _ := strings.Cut(strings.TrimPrefix(href[4:], "//"), ";")
	return strings.NewReplacer("%20", " ", "%2B", "+", "%2b", "+", "%28", "(", "%29", ")").Replace(number), true
}

// faxed reports that the words before a link, or in it, speak of a fax.
func (x *phoneFinder) faxed(n *html.Node, label string) bool {
	if phoneLabel(label) == faxWord {
		return true
	}
	before, _ := textBeside(n)
	return phoneLabel(before) == faxWord
}

// texts reads the numbers in blocks of text: in international form, or behind
// a word for telephone, which may stand in the block before.
func (x *phoneFinder) texts() {
	blocks := x.page.Blocks()
	for i, b := range blocks {
		if len(x.found) >= maxPhones {
			return
		}
		if !dialable(b.Text) {
			continue
		}
		before := ""
		if i > 0 && len(blocks[i-1].Text) <= maxPhoneLabel {
			before = blocks[i-1].Text
		}
		x.text(x.page.Shown(b), before)
	}
}

// maxPhoneLabel is how long a block may be to be the label of the next.
const maxPhoneLabel = 40

func (x *phoneFinder) text(b page.Block, before string) {
	floor := 0
	for i := 0; i < len(b.Text) && len(x.found) < maxPhones; {
		end, ok := phoneEnd(b.Text, i)
		if !ok {
			_, size := utf8.DecodeRuneInString(b.Text[i:])
			i += size
			continue
		}
		printed := strings.TrimSpace(b.Text[i:end])
		label := phoneLabel(tail(b.Text[floor:i], maxPhoneLabel))
		if label == noWord && floor == 0 && i < maxPhoneLabel {
			label = phoneLabel(before)
		}
		if ph, ok := parsePhone(printed); ok && label.allows(ph, printed) {
			ph.Form, ph.Visible, ph.Printed = Text, true, printed
			x.add(ph, b.Region)
		}
		i, floor = end, end
	}
}

func (x *phoneFinder) add(ph Phone, r page.Region) {
	ph.URL, ph.Pages = x.page.URL, 1
	ph.Legal = x.page.Kind.Legal() || x.page.Kind == words.Home || Template(r)
	if i, ok := x.at[ph.key()]; ok {
		x.found[i] = joinPhone(x.found[i], ph)
		x.found[i].Pages = 1
		return
	}
	x.at[ph.key()] = len(x.found)
	x.found = append(x.found, ph)
}

// key is a number's identity.
func (ph Phone) key() string {
	if ph.digits != "" {
		return ph.digits
	}
	return ph.Number
}
