package survey

import (
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/words"
)

// Lists of phrases the target facts are read with; the vocabulary fills them.
const (
	listAnnounce = "odr-announce"
	listClosed   = "closed"
	listDispute  = "dispute"
	listShort    = "odr-short" // short names, which announce only as a whole label
)

// adrList is the target that may be linked whatever the day.
const adrList = "adr-list"

// near is how many bytes around a mention words still belong to it: a little
// more than the 200 characters the law notes ask for, since letters of some
// alphabets take two.
const near = 260

// Targets finds the links of a page to the named targets of the vocabulary,
// and the text that names or announces them.
func Targets(p *page.Page, book *words.Book) ([]TargetLink, []Mention) {
	return targets(p, book, everything(p))
}

func targets(p *page.Page, book *words.Book, w worth) ([]TargetLink, []Mention) {
	x := &targetFinder{page: p, book: book, worth: w}
	x.links()
	x.texts()
	x.pictures()
	return x.found, x.mentions
}

type targetFinder struct {
	page     *page.Page
	book     *words.Book
	found    []TargetLink
	mentions []Mention
	worth    worth
	contexts []context
	beside   map[*html.Node]string // what the elements right around a link hold a link to
}

func (x *targetFinder) links() {
	links := x.page.Links()
	for i := range links {
		l := &links[i]
		name := x.target(l)
		if name == "" || len(x.found) >= maxFolded {
			continue
		}
		x.remember(l.Node, name)
		sight := x.page.Sight(l.Node)
		ctx := x.around(l)
		x.found = append(x.found, TargetLink{
			Place: Place{
				URL: x.page.URL, Selector: x.page.Selector(l.Node), Line: x.page.Line(l.Node),
				Excerpt: quote(ctx, l.Href), Visible: sight.State != page.Hidden && !l.NoScript,
				Why: sight.Why, Pages: 1,
			},
			Name: name, Href: l.Href, Text: l.Label, Region: l.Region,
			Certain: sight.State != page.Unknown, Doubt: sight.Doubt, Note: sight.Note,
			Views:  Views{Desktop: sight.Desktop, Phone: sight.Phone},
			Closed: ctx.closed, Announced: ctx.announced, Allowed: ctx.allowed,
		})
	}
}

// target names the target of a link. An address without a scheme, or one that
// stands only in the text of a link with an empty href, counts: a reader takes
// both for the platform, and both are common in real shops.
func (x *targetFinder) target(l *page.Link) string {
	if !suspicious(l.Href) && (l.Href != "" || !suspicious(l.Text)) {
		return ""
	}
	if t := l.Target; t != nil {
		if name := x.book.Target(t); name != "" {
			return name
		}
	}
	text := l.Href
	if strings.TrimSpace(text) == "" {
		text = l.Text
	}
	for _, h := range x.book.Addresses(text) {
		if strings.TrimSpace(text[:h.Start]) == "" || strings.TrimLeft(text[:h.Start], "./ ") == "" {
			return h.List
		}
	}
	return ""
}

// announces reports whether a label names the platform: by a phrase, or by
// its short name and nothing else.
func (x *targetFinder) announces(label string) bool {
	if len(x.book.Find(label, listAnnounce)) > 0 {
		return true
	}
	short := x.book.Find(label, listShort)
	return len(short) > 0 && strings.TrimSpace(label[:short[0].Start]+label[short[0].End:]) == ""
}

// quote is the text around a link and, where it is not part of it, the
// address the link leads to.
func quote(ctx context, href string) string {
	text := excerpt(ctx.text, ctx.at)
	href = cut(href, 120)
	if href == "" || strings.Contains(text, href) {
		return text
	}
	return strings.TrimSpace(text + " → " + href)
}

// remember notes the target of a link for the elements right around it. The
// list of ADR bodies goes before the platform: who names it says what is true.
func (x *targetFinder) remember(n *html.Node, name string) {
	if x.beside == nil {
		x.beside = map[*html.Node]string{}
	}
	for i := 0; i < 3 && n.Parent != nil; i++ {
		n = n.Parent
		if x.beside[n] != adrList {
			x.beside[n] = name
		}
	}
}

// suspicious is a cheap first look: every named target is an address of the
// Commission, or one that misspells it.
func suspicious(s string) bool {
	for i := 0; i+4 < len(s); i++ {
		if s[i]|0x20 == 'e' && strings.EqualFold(s[i:i+5], "europ") {
			return true
		}
	}
	return false
}

// fileName is the last part of an address without its ending.
func fileName(src string) string {
	if len(src) > 2000 || strings.HasPrefix(src, "data:") {
		return ""
	}
	src, _, _ = strings.Cut(src, "?")
	name := path.Base(src)
	return strings.TrimSuffix(name, path.Ext(name))
}

// names reports whether a file name is one that pictures of the platform
// have: the words that announce it, or its short name.
func (x *targetFinder) names(file string) bool {
	if file == "" {
		return false
	}
	return len(x.book.Find(file, listAnnounce)) > 0 || slices.Contains(strings.Fields(words.Fold(file)), "odr")
}

// named is a cheap first look for the short name in an address.
func named(src string) bool {
	for i := 0; i+2 < len(src); i++ {
		if src[i]|0x20 == 'o' && strings.EqualFold(src[i:i+3], "odr") {
			return true
		}
	}
	return false
}

func (x *targetFinder) pictures() {
	for _, img := range x.worth.images {
		if len(x.mentions) >= maxFolded {
			return
		}
		label := strings.TrimSpace(img.Alt + " " + img.Title)
		if len(x.book.Find(label, listAnnounce)) == 0 {
			if label = fileName(img.Src); !x.names(label) {
				continue
			}
		}
		sight := x.page.Sight(img.Node)
		x.mentions = append(x.mentions, Mention{
			Excerpt: excerpt(label, 0), Key: words.Fold(label), Visible: sight.State != page.Hidden,
			SaysClosed: len(x.book.Find(label, listClosed)) > 0,
			URL:        x.page.URL, Selector: x.page.Selector(img.Node), Line: x.page.Line(img.Node), Pages: 1,
			Announced: true, Picture: true, Certain: sight.State != page.Unknown, Doubt: sight.Doubt, Why: sight.Why,
		})
	}
}
