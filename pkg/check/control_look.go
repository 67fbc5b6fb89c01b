package check

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// controlOf is the link or button a term is the words of; l is nil for a
// button.
func controlOf(p *page.Page, t survey.Term) (n *html.Node, l *page.Link) {
	switch t.In {
	case survey.InLink:
		l = &p.Links()[t.Index]
		return l.Node, l
	case survey.InField:
		switch f := p.Forms()[t.Form].Fields[t.Index]; f.Type {
		case "submit", "button", "image":
			return f.Node, nil
		}
	case survey.InBlock:
		return buttonAround(p.Blocks()[t.Index].NodeAt(t.Start)), nil
	}
	return nil, nil
}

// buttonAround is the button a text stands in: an element button, one that
// says so by its role, or a link without an address, which a script serves.
func buttonAround(n *html.Node) *html.Node {
	for up := 0; n != nil && up < 6; n, up = n.Parent, up+1 {
		if n.Type != html.ElementNode {
			continue
		}
		role, href := "", false
		for _, a := range n.Attr {
			switch a.Key {
			case "role":
				role = a.Val
			case "href":
				href = true
			}
		}
		if n.DataAtom == atom.Button || role == "button" && !href || n.DataAtom == atom.A && !href {
			return n
		}
	}
	return nil
}

// behind is what a page that a control may lead to holds: a form to fill in,
// or a field for a password and nothing else.
func (c *controlCheck) behind(p *page.Page, f *survey.PageFacts) (survey.Evidence, bool) {
	if c.Target == nil || p.Purpose != c.id && p.Kind != words.WithdrawalFunction && !f.Terms.Has(c.Confirm...) && !f.Terms.Has(c.Labels...) && !f.Terms.Has(c.Accepted...) {
		return survey.Evidence{}, false
	}
	e := survey.Evidence{
		Place: survey.Place{URL: p.URL, Visible: true, Pages: 1}, Group: "form", Key: p.URL, Kind: p.Kind, Language: p.Language, Certain: true,
		Values: map[string]string{},
	}
	if p.Kind == words.Login {
		e.Group = "login"
	}
	fields, secret := askedOf(p)
	switch {
	case fields >= c.Target.Fields:
	case secret || e.Group == "login":
		e.Group = "login"
	default:
		return e, false
	}
	if f.Terms.Has(c.Confirm...) {
		e.Values["confirm"] = "seen"
	}
	return e, true
}

// inFrame reports whether a form stands in the header, footer or menu that
// every page has: a search, or a newsletter.
func inFrame(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		switch n.DataAtom {
		case atom.Header, atom.Footer, atom.Nav, atom.Aside:
			return true
		}
	}
	return false
}

// inMenu reports whether a control stands in the header, footer or menu that
// every page has. The order itself may stand beside the page, in an aside.
func inMenu(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		switch n.DataAtom {
		case atom.Header, atom.Footer, atom.Nav:
			return true
		}
	}
	return false
}

// askedOf is the most fields that a form of a page asks a customer to fill
// in, and whether some form asks for a password. A form with a password is a
// login, whatever else it asks.
func askedOf(p *page.Page) (fields int, secret bool) {
	for _, f := range p.Forms() {
		if inFrame(f.Node) {
			continue
		}
		n, own := 0, false
		for _, fd := range f.Fields {
			switch fd.Type {
			case "password":
				own = true
			case "text", "email", "tel", "number", "date", "textarea", "select":
				n++
			}
		}
		if secret = secret || own; !own {
			fields = max(fields, n)
		}
	}
	return fields, secret
}
