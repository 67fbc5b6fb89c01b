package survey

import (
	"strings"

	"github.com/shoplint/shoplint/pkg/contact"
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/words"
)

// Extractor reads the facts that checks and reports share off each page. It
// is safe for concurrent use.
type Extractor struct {
	Host    string         // of the shop, "" when unknown
	Matcher *words.Matcher // of the lists the checks asked for; nil: none

	book    *words.Book
	judge   *contact.Judge
	quiet   *Quiet
	plain   *Quiet // of texts without a company's or telephone number
	blank   *Quiet // of texts without the digits of one
	silent  *Quiet // of texts without a term
	nobody  *Quiet // of texts without a firm
	nowhere *Quiet // of texts without a post code or a street
	adrift  *Quiet // of texts without an address between their neighbours
	mute    *Quiet // of scripts without an e-mail address
	heard   *heard // of texts with a term
	placed  *kept  // of texts with an address between their neighbours
}

// NewExtractor reads with a vocabulary and a judge of addresses.
func NewExtractor(book *words.Book, judge *contact.Judge) *Extractor {
	x := &Extractor{book: book, judge: judge, heard: newHeard(), placed: newKept()}
	for _, q := range []**Quiet{&x.quiet, &x.plain, &x.blank, &x.silent, &x.nobody, &x.nowhere, &x.adrift, &x.mute} {
		*q = NewQuiet(quietPlaces)
	}
	return x
}

// For reads a shop at a host, "" when unknown. What all shops of a run say
// alike is looked at once: whether a text holds something worth a look hangs on
// the text alone, or on what goes into the key with it.
func (x *Extractor) For(host string) *Extractor {
	one := *x
	one.Host = host
	return &one
}

// Facts reads one page.
func (x *Extractor) Facts(p *page.Page) PageFacts {
	host := x.Host
	if host == "" && p.Address != nil {
		host = p.Address.Hostname()
	}
	keys := keysOf(p.Blocks())
	worth := x.worth(p, keys)
	f := PageFacts{Emails: emails(p, x.judge, host, worth), Terms: x.terms(p, keys)}
	f.Targets, f.Mentions = targets(p, x.book, worth)
	f.Forms = contactForms(p)
	hint := hintOf(p, host)
	numbered := x.numbered(p, hint, keys)
	f.Identifiers = identifiers(p, hint, numbered)
	f.Phones = phones(p, numbered)
	f.Countries = append(addressSigns(p), postalSigns(p)...)
	f.DataPhones = dataPhones(p)
	f.Addresses, f.Firms = x.addresses(p, keys), x.firms(p, keys)
	f.Platform = platform(p)
	f.Kind = kindSigns(p)
	return f
}

// contactForms are the forms with which a customer writes to the seller: a
// text area beside a field for the own address, and no password.
func contactForms(p *page.Page) []Place {
	var out []Place
	for _, f := range p.Forms() {
		var area, mail, secret bool
		for _, fd := range f.Fields {
			name := strings.ToLower(fd.Name + " " + fd.Label + " " + fd.Placeholder)
			area = area || fd.Type == "textarea"
			mail = mail || fd.Type == "email" || strings.Contains(name, "mail")
			secret = secret || fd.Type == "password"
		}
		if area && mail && !secret {
			out = append(out, Place{URL: p.URL, Selector: p.Selector(f.Node), Line: p.Line(f.Node), Visible: true, Pages: 1})
		}
	}
	return out
}
