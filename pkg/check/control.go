package check

import (
	"fmt"
	"slices"

	"golang.org/x/net/html"

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
