package check

import (
	"fmt"
	"slices"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// controlParams is a rule that wants a link or a button with certain words.
//
//	check:
//	  kind: control
//	  labels: [withdrawal-labels]     # prescribed words; a longer label may hold them
//	  accepted: [withdrawal-variants] # as clear; the label says nothing else
//	  vague: [returns]                # not clear enough alone; warns
//	  never: [cancel-contract]        # a label with these is another control
//	  confirm: [withdrawal-confirm]   # words of the last button, noted where seen
//	  target: {fields: 2}             # the link leads to a page with a form of so many fields to fill
//	  absent: warn                    # without such a control: fail, unclear or warn (the default)
//	  need: [home]                    # kinds of pages to read before "missing" (home is always one)
//	  on: [checkout]                  # kinds of pages on which accepted and vague words count; empty: all
//	  when: [subscription]            # lists; without a phrase of them nothing is asked
//
// With target the link is followed, once. Outcomes: found (pass), no-form,
// login-wall, broken and file-only (warn: words without the function), vague
// (warn), missing (as absent), not-due (not-applicable: nothing of "when" was
// seen), undecided, unstyled. With absent: unclear a control that was not seen
// leaves the matter open, since it stands where no visitor's page is read. A
// failure needs absence: provable. The texts may use {label}, {url} (the page it stands on),
// {address} (where it leads), {pages} and {count}.
type controlParams struct {
	Kind     string         `yaml:"kind"`
	Labels   []string       `yaml:"labels"`
	Accepted []string       `yaml:"accepted"`
	Vague    []string       `yaml:"vague"`
	Never    []string       `yaml:"never"`
	Confirm  []string       `yaml:"confirm"`
	Target   *controlTarget `yaml:"target"`
	Absent   string         `yaml:"absent"`
	Need     []words.Kind   `yaml:"need"`
	On       []words.Kind   `yaml:"on"`
	When     []string       `yaml:"when"`
	Notes    []DatedNote    `yaml:"notes"`
}

// controlTarget is what the page behind a control must hold.
type controlTarget struct {
	Fields int `yaml:"fields"` // of one form, to be filled in by the customer
}

type controlCheck struct {
	controlParams
	id       string
	provable bool
	lists    []words.List
}

func controlKind() Kind {
	return Kind{
		Reasons: []string{"found", "no-form", "login-wall", "broken", "file-only", "vague", "missing", "not-due", "undecided", "unstyled"},
		Notes:   []string{"opened-by-click", "not-on-phones", "not-in-some-languages", "confirm-seen"},
		For:     controlWords,
		New: func(r *rule.Rule, book *words.Book) (Check, error) {
			c := &controlCheck{id: r.ID, provable: r.Absence == "provable"}
			if err := strict(r, &c.controlParams); err != nil {
				return nil, err
			}
			if !slices.Contains([]string{"", "fail", "warn", "unclear"}, c.Absent) {
				return nil, fmt.Errorf("absent is %q: use fail, warn or unclear", c.Absent)
			}
			if len(c.Labels)+len(c.Accepted) == 0 {
				return nil, fmt.Errorf("no labels: what must the control say?")
			}
			v := &vocabulary{rule: r, book: book}
			for _, names := range []*[]string{&c.Labels, &c.Accepted, &c.Vague, &c.Never, &c.Confirm, &c.When} {
				var err error
				if *names, err = v.named(*names...); err != nil {
					return nil, err
				}
			}
			c.lists = v.lists
			return c, nil
		},
	}
}

// controlWords are the keys a rule of this kind needs by its parameters.
func controlWords(r *rule.Rule) (rule.Words, error) {
	var p controlParams
	err := strict(r, &p)
	w := rule.Words{
		Reasons: []string{"found", "undecided", "unstyled"},
		Notes:   append(noteIDs(p.Notes), "opened-by-click", "not-on-phones", "not-in-some-languages"),
	}
	if p.Absent != "unclear" {
		w.Reasons = append(w.Reasons, "missing")
	}
	if len(p.When) > 0 {
		w.Reasons = append(w.Reasons, "not-due")
	}
	if p.Target != nil {
		w.Reasons = append(w.Reasons, "no-form", "login-wall", "broken", "file-only")
	}
	if len(p.Vague) > 0 {
		w.Reasons = append(w.Reasons, "vague")
	}
	if len(p.Confirm) > 0 {
		w.Notes = append(w.Notes, "confirm-seen")
	}
	return w, err
}

func (c *controlCheck) Lists() []words.List { return c.lists }

func (c *controlCheck) Needs(_ Case, s *survey.Survey) []survey.Need { return s.Unmet(c.Need...) }

func (c *controlCheck) Inspect(p *page.Page, f *survey.PageFacts) Finding {
	var out Finding
	taken := map[*html.Node]bool{}
	for _, g := range []struct {
		group string
		lists []string
	}{{"labelled", c.Labels}, {"accepted", c.Accepted}, {"vague", c.Vague}} {
		if g.group != "labelled" && len(c.On) > 0 && !slices.Contains(c.On, p.Kind) {
			break
		}
		for _, t := range f.Terms.Of(g.lists...) {
			n, l := controlOf(p, t)
			if n == nil || taken[n] || g.group != "labelled" && len(c.On) > 0 && inMenu(n) || !c.fits(p, f, t, g.group) {
				continue
			}
			taken[n] = true
			e := c.evidence(p, t, n, l, g.group)
			out.Evidence = append(out.Evidence, e)
			if c.Target != nil && g.group != "vague" && e.Values["leads"] == "page" {
				out.Follow = append(out.Follow, survey.Follow{URL: e.Values["to"], Purpose: c.id})
			}
		}
	}
	if e, ok := c.behind(p, f); ok {
		out.Evidence = append(out.Evidence, e)
	}
	if e, ok := c.due(p, f); ok {
		out.Evidence = append(out.Evidence, e)
	}
	return out
}

// due is the first phrase of a page that makes the control due. A privacy
// notice and a post speak of what others sell.
func (c *controlCheck) due(p *page.Page, f *survey.PageFacts) (e survey.Evidence, ok bool) {
	switch p.Kind {
	case words.Privacy, words.Cookies, words.Blog:
		return e, false
	}
	for _, t := range f.Terms.Of(c.When...) {
		if e = roughEvidence(p, t, "when"); e.Visible && t.In == survey.InBlock {
			return e, true
		}
	}
	return e, false
}

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

// fits reports whether the whole label is a control of the group: prescribed
// words may stand with a few others, all other words alone.
func (c *controlCheck) fits(p *page.Page, f *survey.PageFacts, t survey.Term, group string) bool {
	_, text, _ := termNode(p, t)
	if slices.ContainsFunc(f.Terms.Of(c.Never...), func(x survey.Term) bool {
		return x.In == t.In && x.Index == t.Index && x.Form == t.Form && !(x.Start >= t.Start && x.End <= t.End)
	}) {
		return false
	}
	if group != "labelled" {
		return t.Whole || t.In == survey.InBlock && len(text) < 3*(t.End-t.Start)
	}
	return t.Whole || len(text) <= 2*(t.End-t.Start)+20
}

func (c *controlCheck) evidence(p *page.Page, t survey.Term, n *html.Node, l *page.Link, group string) survey.Evidence {
	e := roughEvidence(p, t, group)
	own := sightEvidence(p, n, group)
	e.Visible, e.Why, e.Note, e.Certain, e.Doubt = own.Visible, own.Why, own.Note, own.Certain, own.Doubt
	if placed(p) {
		locate(p, n, &e)
	}
	e.Values["leads"] = "here"
	if l != nil {
		e.Key += " " + normalHref(l.Href)
		e.Visible = e.Visible && !l.NoScript
		e.Values["leads"], e.Values["to"] = leads(p, l), linkedTo(p, l)
	}
	return e
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
