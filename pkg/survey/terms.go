package survey

import (
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/words"
)

// Stand is the kind of text a term stands in.
type Stand int

// The kinds of text. Index of a Term counts in the slice named here.
const (
	InBlock   Stand = iota // page.Blocks(): running text, link texts and buttons included
	InLink                 // page.Links(): the label of a link
	InPicture              // page.Images(): an alternative text
	InField                // page.Forms(), by Form and Index: what a control of a form says
	InTitle                // the title of the page
)

// Term is a phrase of a rule's list that stands on a page.
type Term struct {
	words.Hit
	In    Stand
	Form  int // of InField
	Index int
	Whole bool // the text says nothing else
}

// Terms are the phrases of the lists that the checks asked for, by the name of
// the list (words.List.Name), in page order: blocks first, then links,
// pictures, fields and the title. A list of which nothing stands on the page
// has no entry.
type Terms map[string][]Term

// Of are the terms of some lists, list by list.
func (t Terms) Of(lists ...string) []Term {
	if len(t) == 0 {
		return nil
	}
	if len(lists) == 1 {
		return t[lists[0]]
	}
	var out []Term
	for _, l := range lists {
		out = append(out, t[l]...)
	}
	return out
}

// Has reports whether a phrase of one of the lists stands on the page.
func (t Terms) Has(lists ...string) bool {
	for _, l := range lists {
		if len(t[l]) > 0 {
			return true
		}
	}
	return false
}

// maxTerms bounds the terms of one list on one page; what is beyond can be a
// hostile page only.
const maxTerms = 500

// termReader matches all lists at once, and no text twice in which nothing
// was found the first time.
type termReader struct {
	x   *Extractor
	out Terms
}

// terms reads one page, whose blocks have these keys, with the lists of the checks.
func (x *Extractor) terms(p *page.Page, keys []uint64) Terms {
	if x.Matcher == nil || len(x.Matcher.Lists()) == 0 {
		return nil
	}
	r := termReader{x: x}
	for i, b := range p.Blocks() {
		r.keyed(keys[i], b.Text, Term{In: InBlock, Index: i})
	}
	links := p.Links()
	for i := range links {
		r.read(links[i].Label, Term{In: InLink, Index: i})
	}
	for i, img := range p.Images() {
		r.read(img.Alt, Term{In: InPicture, Index: i})
	}
	for i, f := range p.Forms() {
		for j, fd := range f.Fields {
			r.read(saysOf(fd), Term{In: InField, Form: i, Index: j})
		}
	}
	r.read(p.Title, Term{In: InTitle})
	return r.out
}

// saysOf is what a reader sees on a control: the text of a button, else the
// label beside it.
func saysOf(f page.Field) string {
	switch f.Type {
	case "submit", "button":
		if f.Value != "" && f.Label == "" {
			return f.Value
		}
	}
	return f.Label
}

func (r *termReader) read(text string, at Term) {
	if len(text) < 2 {
		return
	}
	r.keyed(Key64(text), text, at)
}

// keyed is read for a text whose key is known.
func (r *termReader) keyed(key uint64, text string, at Term) {
	if r.x.silent.Has(key) {
		return
	}
	hits, known := r.x.heard.of(key)
	if !known {
		if hits = r.x.Matcher.Find(text); len(hits) == 0 {
			r.x.silent.Add(key)
			return
		}
		r.x.heard.keep(key, hits)
	}
	if r.out == nil {
		r.out = Terms{}
	}
	for _, h := range hits {
		at.Hit, at.Whole = h, h.Whole(text)
		if len(r.out[h.List]) < maxTerms {
			r.out[h.List] = append(r.out[h.List], at)
		}
	}
}
