package check

import (
	"fmt"
	"slices"

	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// offerParams is a rule that wants somebody named with each offer, on the page
// of the product itself: its maker, or the trader behind it.
//
//	check:
//	  kind: offer
//	  on: [product]            # kinds of pages that offer something, with a price
//	  label: [maker]           # lists: words that say who is named; not in the frame of the page
//	  parts:                   # what must stand with a label, see OfferPart
//	    - {id: address, gives: postal}
//	    - {id: reach, gives: electronic}
//	  links: [safety-link]     # lists: labels of links behind which it may stand instead
//
// Outcomes: found (pass: each offer read gives every part), no-offer
// (not-applicable: no page with a price was read), and as warnings, or
// failures where absence is provable: some (other offers give it, {count} of
// {total} do not), closed (it stands in the page, and shows after a click or
// not at all), partly ({missing} is not given), linked (only a link leads
// there), missing; undecided, unstyled. Only missing fails. The texts may use
// {url}, {count}, {total}, {found}, {missing} and {why}.
type offerParams struct {
	Kind  string       `yaml:"kind"`
	On    []words.Kind `yaml:"on"`
	Label []string     `yaml:"label"`
	Parts []OfferPart  `yaml:"parts"`
	Links []string     `yaml:"links"`
}

// OfferPart is one thing that must be given with a label, in its paragraph or
// in those that follow.
type OfferPart struct {
	ID    string   `yaml:"id"`
	Gives string   `yaml:"gives"` // postal, electronic (an e-mail or web address), email or phone
	Any   []string `yaml:"any"`   // or: lists, one phrase of which says it
}

type offerCheck struct {
	offerParams
	provable bool
	lists    []words.List
}

func offerKind() Kind {
	return Kind{
		Reasons: []string{"found", "some", "closed", "partly", "linked", "missing", "no-offer", "undecided", "unstyled"},
		For: func(r *rule.Rule) (rule.Words, error) {
			var p offerParams
			err := strict(r, &p)
			w := rule.Words{Reasons: []string{"found", "some", "closed", "missing", "no-offer", "undecided", "unstyled"}}
			for _, part := range p.Parts {
				w.Parts = append(w.Parts, part.ID)
			}
			if len(p.Parts) > 0 {
				w.Reasons = append(w.Reasons, "partly")
			}
			if len(p.Links) > 0 {
				w.Reasons = append(w.Reasons, "linked")
			}
			return w, err
		},
		New: func(r *rule.Rule, book *words.Book) (Check, error) {
			c := &offerCheck{provable: r.Absence == "provable"}
			if err := strict(r, &c.offerParams); err != nil {
				return nil, err
			}
			v := &vocabulary{rule: r, book: book}
			err := c.ready(v)
			c.lists = v.lists
			return c, err
		},
	}
}

// ready checks the parameters and fills in the lists.
func (c *offerCheck) ready(v *vocabulary) (err error) {
	if len(c.On) == 0 || len(c.Label) == 0 {
		return fmt.Errorf("on and label are needed: which pages offer, and what names somebody?")
	}
	if c.Label, err = v.named(c.Label...); err != nil {
		return fmt.Errorf("label: %w", err)
	}
	if c.Links, err = v.named(c.Links...); err != nil {
		return fmt.Errorf("links: %w", err)
	}
	for i := range c.Parts {
		part := &c.Parts[i]
		if _, known := given[part.Gives]; part.ID == "" || known == (len(part.Any) > 0) {
			return fmt.Errorf("part %q needs an id, and either any or gives: postal, electronic, email or phone", part.ID)
		}
		if slices.ContainsFunc(c.Parts[:i], func(o OfferPart) bool { return o.ID == part.ID }) {
			return fmt.Errorf("the part %q stands here twice", part.ID)
		}
		if part.Any, err = v.named(part.Any...); err != nil {
			return fmt.Errorf("part %q: %w", part.ID, err)
		}
	}
	return nil
}

func (c *offerCheck) Lists() []words.List { return c.lists }

func (c *offerCheck) Needs(_ Case, s *survey.Survey) []survey.Need { return s.Unmet(c.On...) }
