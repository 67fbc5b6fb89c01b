package survey

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/shoplint/shoplint/pkg/contact"
	"github.com/shoplint/shoplint/pkg/page"
)

// The classes this package adds to those of contact: the address is the
// seller's, but no reader gets to see it.
const (
	OnlyHidden     = "hidden"
	OnlyScript     = "script"
	OnlyStructured = "structured-data"
)

// maxEmails bounds what one hostile page can make a report hold.
const maxEmails = 300

// Emails reads the e-mail addresses off a page: one entry per address, with
// its best occurrence (accepted before refused, visible before hidden, then
// the order of the forms), in the order they were first met. shopHost is the
// shop's host, "" when unknown; then the page's own canonical address counts.
func Emails(p *page.Page, j *contact.Judge, shopHost string) []Email {
	return emails(p, j, shopHost, everything(p))
}

func emails(p *page.Page, j *contact.Judge, shopHost string, look worth) []Email {
	w := emailWalk{page: p, judge: j, shop: knownHost(p, shopHost), worth: look, at: map[string]int{}}
	w.links()
	w.blocks()
	w.elements()
	w.images()
	w.scripts()
	return w.finish()
}

// emailWalk collects the addresses of one page.
type emailWalk struct {
	page    *page.Page
	judge   *contact.Judge
	shop    string
	worth   worth
	at      map[string]int // index in found, by the address's key
	found   []occurrence
	credits map[string]bool // domains asked about: is it the site's maker
}

// occurrence is the best place of one address so far.
type occurrence struct {
	Email
	node    *html.Node
	written bool   // stands in visible text somewhere
	settled string // class and reason that hold for every occurrence
}

// spot is one place where an address stands.
type spot struct {
	node    *html.Node
	hidden  string // why no reader sees it, when that is known beforehand
	sample  bool
	before  string
	after   string
	excerpt string
}

// add weighs one occurrence and keeps it when it is the best of its address.
func (w *emailWalk) add(c contact.Candidate, s spot) {
	key := c.Address.Key()
	i, known := w.at[key]
	if !known && len(w.found) >= maxEmails {
		return
	}
	o := w.weigh(c, s)
	if !known {
		w.at[key] = len(w.found)
		w.found = append(w.found, o)
		return
	}
	old := &w.found[i]
	o.written = o.written || old.written
	if o.settled == "" {
		o.settled = old.settled
	}
	if better(&o.Email, &old.Email) {
		*old = o
		return
	}
	old.written, old.settled = o.written, o.settled
}

// weigh judges an address where it stands.
func (w *emailWalk) weigh(c contact.Candidate, s spot) occurrence {
	e := Email{
		Address: c.Address.String(), Form: Form(c.Form), URL: w.page.URL, Pages: 1, Kind: string(w.page.Kind),
		Excerpt: s.excerpt, Certain: true,
	}
	sight := w.sight(&e, s)
	v := w.judge.Judge(c.Address, contact.Context{
		Shop: w.shop, Form: c.Form, Sample: s.sample, Before: s.before, After: s.after, Credits: w.maker(c.Address),
	})
	e.Accepted, e.Class, e.Why, e.Notes = v.Accepted, v.Class, v.Why, v.Notes
	if v.Accepted && !e.Visible {
		e.Accepted = false
		e.Class, e.Why = notCounted(e.Form, sight.Why)
	}
	if c.How != "" {
		e.Notes = append(e.Notes, "form:"+c.How)
	}
	if e.Visible && sight.Note != "" {
		e.Notes = append(e.Notes, "sight:"+sight.Note)
	}
	o := occurrence{Email: e, node: s.node}
	o.written = e.Visible && (e.Form == Text || e.Form == Obfuscated) && !s.sample
	if v.Class == contact.Unread || v.Class == contact.Agency {
		o.settled = v.Class + "\n" + v.Why
	}
	return o
}

// sight says whether a reader sees the place, and fills the entry.
func (w *emailWalk) sight(e *Email, s spot) page.Sight {
	if e.Form == StructuredData || e.Form == Script {
		return page.Sight{}
	}
	if s.hidden != "" || s.node == nil {
		return page.Sight{Why: s.hidden}
	}
	sight := w.page.Sight(s.node)
	e.Visible = sight.State != page.Hidden
	e.Certain = sight.State != page.Unknown
	e.Doubt = sight.Doubt
	if e.Visible { // in one view at least
		e.Doubtful = sight.Why
	}
	return sight
}

// notCounted is why an address that is the seller's does not count.
func notCounted(f Form, why string) (class, text string) {
	switch f {
	case StructuredData:
		return OnlyStructured, "only in structured data"
	case Script:
		return OnlyScript, "only in script"
	}
	if why == "" {
		return OnlyHidden, "only in a hidden element"
	}
	return OnlyHidden, "only in a hidden element: " + why
}

// formOrder are the forms, best first.
var formOrder = []Form{Mailto, Text, Obfuscated, Image, StructuredData, Script}

// better reports whether a is a better occurrence of an address than b.
func better(a, b *Email) bool {
	if a.Accepted != b.Accepted {
		return a.Accepted
	}
	if a.Visible != b.Visible {
		return a.Visible
	}
	return slices.Index(formOrder, a.Form) < slices.Index(formOrder, b.Form)
}

// finish fills what is only worth its cost for the occurrences that stay.
func (w *emailWalk) finish() []Email {
	var out []Email
	for i := range w.found {
		o := &w.found[i]
		e := o.Email
		if class, why, ok := strings.Cut(o.settled, "\n"); ok && e.Accepted {
			e.Accepted, e.Class, e.Why = false, class, why
		}
		if e.Accepted && e.Form == Mailto && !o.written {
			e.Notes = append(e.Notes, "href-only")
		}
		if e.Visible {
			e.Kinds = []string{e.Kind}
		}
		e.Line = w.line(o)
		if o.node != nil {
			e.Selector = w.page.Selector(o.node)
		}
		out = append(out, e)
	}
	return out
}
