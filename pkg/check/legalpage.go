package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// legalPageParams is a rule that wants a page of a kind, a way to it, and
// certain things said there.
//
//	check:
//	  kind: legal-page
//	  page: privacy
//	  absent: fail        # without such a page: fail or warn (the default)
//	  linked: every       # every page read links to it; home; or any (the default)
//	  inside: [data-words] # lists; said on a legal page of another kind, they make a gap of an absence
//	  parts: []           # see PartRule; counted on whatever page they stand
//
// Outcomes: found (pass), partly (warn, or fail where a part asks it: the page
// is there, or stands inside another, and {missing} is not said), unlinked (warn: some pages lead nowhere
// to it, {count} of {total}), elsewhere (warn: links lead to a file or to
// another site, which was not read), broken (as absent: every link to it is
// dead), missing (as absent), undecided, unstyled. A failure needs
// absence: provable. Several kinds of page on one (imprint and privacy) count
// when every required part is said there.
type legalPageParams struct {
	Kind   string      `yaml:"kind"`
	Page   words.Kind  `yaml:"page"`
	Absent string      `yaml:"absent"`
	Linked string      `yaml:"linked"`
	Inside []string    `yaml:"inside"`
	Parts  []PartRule  `yaml:"parts"`
	Notes  []DatedNote `yaml:"notes"`
}

type legalPageCheck struct {
	legalPageParams
	provable bool
	lists    []words.List
}

func legalPageKind() Kind {
	return Kind{
		Reasons: []string{"found", "partly", "unlinked", "elsewhere", "broken", "missing", "undecided", "unstyled"},
		Notes:   []string{"opened-by-click"},
		For: func(r *rule.Rule) (rule.Words, error) {
			var p legalPageParams
			err := strict(r, &p)
			w := rule.Words{Reasons: []string{"found", "elsewhere", "broken", "missing", "undecided", "unstyled"}, Notes: append(noteIDs(p.Notes), "opened-by-click"), Parts: partIDs(p.Parts)}
			if len(p.Parts) > 0 {
				w.Reasons = append(w.Reasons, "partly")
			}
			if p.Linked == "every" || p.Linked == "home" {
				w.Reasons = append(w.Reasons, "unlinked")
			}
			return w, err
		},
		New: func(r *rule.Rule, book *words.Book) (Check, error) {
			c := &legalPageCheck{provable: r.Absence == "provable"}
			if err := strict(r, &c.legalPageParams); err != nil {
				return nil, err
			}
			v := &vocabulary{rule: r, book: book}
			err := c.ready(v)
			c.lists = v.lists
			return c, err
		},
	}
}

func (c *legalPageCheck) ready(v *vocabulary) error {
	if c.Page == "" {
		return fmt.Errorf("page is missing: which kind of page is due?")
	}
	if !slices.Contains([]string{"", "fail", "warn"}, c.Absent) {
		return fmt.Errorf("absent is %q: use fail or warn", c.Absent)
	}
	if !slices.Contains([]string{"", "any", "home", "every"}, c.Linked) {
		return fmt.Errorf("linked is %q: use every, home or any", c.Linked)
	}
	var err error
	if c.Inside, err = v.named(c.Inside...); err != nil {
		return fmt.Errorf("inside: %w", err)
	}
	return validParts(c.Parts, v)
}

func (c *legalPageCheck) Lists() []words.List { return c.lists }

func (c *legalPageCheck) Needs(_ Case, s *survey.Survey) []survey.Need { return s.Unmet(c.Page) }

func (c *legalPageCheck) Inspect(p *page.Page, f *survey.PageFacts) Finding {
	out := Finding{Evidence: readParts(p, f, c.Parts)}
	if e, ok := c.link(p); ok {
		out.Evidence = append(out.Evidence, e)
	}
	if p.Kind.Legal() {
		for _, t := range f.Terms.Of(c.Inside...) {
			if e := roughEvidence(p, t, "inside"); t.In == survey.InBlock && e.Visible {
				out.Evidence = append(out.Evidence, e)
				break // one on a page will do
			}
		}
	}
	return out
}

// link is the best link of a page to the kind wanted: one that is seen goes
// before a hidden one, and one that names the kind surest before others.
func (c *legalPageCheck) link(p *page.Page) (best survey.Evidence, found bool) {
	links := p.Links()
	score := 0.0
	for i := range links {
		l := &links[i]
		if l.Guess.Kind != c.Page || l.NoScript || l.Target == nil || found && l.Guess.Score <= score {
			continue
		}
		e := sightEvidence(p, l.Node, "link")
		if placed(p) {
			locate(p, l.Node, &e)
		}
		if found && best.Visible && !e.Visible {
			continue
		}
		score = l.Guess.Score
		found = true
		best = e
		best.Key, best.Region, best.Excerpt = normalHref(l.Href), l.Region, l.Label
		best.Values = map[string]string{"to": linkedTo(p, l), "leads": leads(p, l)}
	}
	return best, found
}

// linkedTo is where a link leads, without the fragment.
func linkedTo(p *page.Page, l *page.Link) string {
	switch {
	case l.Target == nil:
		return ""
	case strings.HasPrefix(l.Href, "#"): // also of a file, whose address no link can name
		return p.URL
	}
	to, _, _ := strings.Cut(l.Target.String(), "#")
	return to
}

// leads is what a link leads to: a page of the shop, a file, mail, another
// site, or something on the same page.
func leads(p *page.Page, l *page.Link) string {
	switch {
	case len(l.Href) > 7 && strings.EqualFold(l.Href[:7], "mailto:"):
		return "mail"
	case l.Target == nil:
		return "nothing"
	case strings.HasPrefix(l.Href, "#"):
		return "here"
	case l.Target.Scheme == "javascript" || l.Target.Scheme == "tel":
		return "here"
	case isFile(l.Target.Path):
		return "file"
	case p.Address != nil && l.Target.Host != "" && !sameShop(p.Address.Hostname(), l.Target.Hostname()):
		return "site"
	}
	return "page"
}

func isFile(path string) bool {
	path = strings.ToLower(path)
	for _, end := range []string{".pdf", ".doc", ".docx", ".odt", ".rtf"} {
		if strings.HasSuffix(path, end) {
			return true
		}
	}
	return false
}

// sameShop reports whether two hosts are one shop's: equal, or one below the
// other, www. aside.
func sameShop(a, b string) bool {
	a, b = strings.TrimPrefix(strings.ToLower(a), "www."), strings.TrimPrefix(strings.ToLower(b), "www.")
	return a == b || strings.HasSuffix(a, "."+b) || strings.HasSuffix(b, "."+a)
}
