package survey

import (
	"strings"

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

// phones reads the telephone numbers off a page, each once; worth are the
// blocks of text to look at.
func phones(p *page.Page, worth []int) []Phone {
	x := phoneFinder{page: p, at: map[string]int{}}
	x.links()
	x.texts(worth)
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
func (x *phoneFinder) texts(worth []int) {
	blocks := x.page.Blocks()
	for _, i := range worth {
		b := x.page.Shown(blocks[i])
		for _, ph := range phonesIn(b.Text, phoneHead(blocks, i)) {
			if len(x.found) < maxPhones {
				x.add(ph, b.Region)
			}
		}
	}
}

// maxPhoneLabel is how long a block may be to be the label of the next.
const maxPhoneLabel = 40

// phoneHead is the text of the block before, where it may be a label.
func phoneHead(blocks []page.Block, i int) string {
	if i == 0 || len(blocks[i-1].Text) > maxPhoneLabel {
		return ""
	}
	return blocks[i-1].Text
}

// phonesIn lists the telephone numbers of a text, with a text before it that
// may be their label.
func phonesIn(text, before string) []Phone {
	if !dialable(text) {
		return nil
	}
	var out []Phone
	floor := 0
	for i := 0; i < len(text) && len(out) < maxPhones; {
		end, ok := phoneEnd(text, i)
		if !ok {
			i++
			continue
		}
		printed := strings.TrimSpace(text[i:end])
		if ph, ok := parsePhone(printed); ok {
			label := phoneLabel(tail(text[floor:i], maxPhoneLabel))
			if label == noWord && floor == 0 && i < maxPhoneLabel {
				label = phoneLabel(before)
			}
			if label.allows(ph, printed) {
				ph.Form, ph.Visible, ph.Printed = Text, true, printed
				out = append(out, ph)
			}
		}
		i, floor = end, end
	}
	return out
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
