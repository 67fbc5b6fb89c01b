package check

import (
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// artworkParams is a rule that wants a prescribed picture to be shown.
//
//	check:
//	  kind: artwork
//	  need: [guarantee]            # kinds of pages to read before "not seen"
//	  links: [europa.eu/youreurope/garantie]  # what the picture links to; beginnings without scheme and www.
//	  files: [garantiemededeling]  # words in the picture's file name, lower case
//	  alts: [notice-names]         # lists: names of the picture in alternative text
//	  texts: [says-so]             # lists: words that say the same without the picture
//	  when: [lamps]                # lists: without a phrase of them nothing is asked
//	  on: [product]                # kinds of pages on which "when" counts; empty: all
//	  head: true                   # … and only in the title or the first heading of the page
//	  link: true                   # the picture must link, or a link must stand on its page
//
// Outcomes: found (pass), no-link, link-only, text-only, hidden, broken (warn:
// the picture does not load; {detail} is its address), missing (warn, or fail
// with absence: provable), not-due (not-applicable), undecided. A picture that
// opens by a click passes with the note opened-by-click.
type artworkParams struct {
	Kind   string       `yaml:"kind"`
	Need   []words.Kind `yaml:"need"`
	Links  []string     `yaml:"links"`
	Files  []string     `yaml:"files"`
	Alts   []string     `yaml:"alts"`
	Texts  []string     `yaml:"texts"`
	When   []string     `yaml:"when"`
	On     []words.Kind `yaml:"on"`
	Head   bool         `yaml:"head"`
	Hashes []string     `yaml:"hashes"` // SHA-256 of official files; may be empty, and then says nothing
	Link   bool         `yaml:"link"`
}

type artworkCheck struct {
	artworkParams
	provable bool
	hosts    []string // of Links
	lists    []words.List
	plain    *survey.Quiet // addresses of pictures without a word of Files
}

func artworkKind() Kind {
	return Kind{
		Reasons: []string{"found", "no-link", "link-only", "text-only", "hidden", "broken", "missing", "not-due", "undecided"},
		Notes:   []string{"opened-by-click"},
		For:     artworkWords,
		New: func(r *rule.Rule, book *words.Book) (Check, error) {
			c := &artworkCheck{provable: r.Absence == "provable", plain: survey.NewQuiet(remembered)}
			if err := strict(r, &c.artworkParams); err != nil {
				return nil, err
			}
			v := &vocabulary{rule: r, book: book}
			for _, list := range []*[]string{&c.Alts, &c.Texts, &c.When} {
				named, err := v.named(*list...)
				if err != nil {
					return nil, err
				}
				*list = named
			}
			c.lists, c.hosts = v.lists, hostsOf(c.Links)
			return c, nil
		},
	}
}

// artworkWords are the keys a rule of this kind needs by its parameters.
func artworkWords(r *rule.Rule) (rule.Words, error) {
	var p artworkParams
	err := strict(r, &p)
	w := rule.Words{Reasons: []string{"found", "hidden", "broken", "missing", "undecided"}, Notes: []string{"opened-by-click"}}
	for _, o := range []struct {
		reason string
		may    bool
	}{{"no-link", p.Link}, {"link-only", len(p.Links) > 0}, {"text-only", len(p.Texts) > 0}, {"not-due", len(p.When) > 0}} {
		if o.may {
			w.Reasons = append(w.Reasons, o.reason)
		}
	}
	return w, err
}

func (c *artworkCheck) Lists() []words.List { return c.lists }

func (c *artworkCheck) Needs(_ Case, s *survey.Survey) []survey.Need { return s.Unmet(c.Need...) }

// maxArt bounds the pictures that one page gives.
const maxArt = 3

func (c *artworkCheck) Inspect(p *page.Page, f *survey.PageFacts) Finding {
	var out Finding
	for _, t := range f.Terms.Of(c.When...) {
		if len(c.On) > 0 && !slices.Contains(c.On, p.Kind) {
			break
		}
		if c.Head && !heads(p, t) {
			continue
		}
		if e := termEvidence(p, t, "when"); e.Visible {
			out.Evidence = append(out.Evidence, e)
			break
		}
	}
	links := c.links(p)
	for _, n := range links {
		out.Evidence = append(out.Evidence, c.evidence(p, n, "link", normalHref(attrOf(n, "href"))))
	}
	for _, t := range f.Terms.Of(c.Texts...) {
		if t.In == survey.InBlock {
			out.Evidence = append(out.Evidence, termEvidence(p, t, "text"))
			break
		}
	}
	for _, img := range c.pictures(p, f, links) {
		e := c.evidence(p, img.Node, "art", path.Base(normalHref(img.Src)))
		e.Excerpt = img.Alt
		if e.Values["linked"] = "no"; len(links) > 0 {
			e.Values["linked"] = "yes"
		}
		if u, err := p.BaseURL().Parse(img.Src); err == nil && !strings.HasPrefix(img.Src, "data:") {
			e.Values["src"] = u.String()
			out.Follow = append(out.Follow, survey.Follow{URL: u.String(), Purpose: "picture"})
		}
		out.Evidence = append(out.Evidence, e)
	}
	return out
}

func (c *artworkCheck) evidence(p *page.Page, n *html.Node, group, key string) survey.Evidence {
	e := nodeEvidence(p, n, group)
	e.Key, e.Values = key, map[string]string{}
	return e
}

func (c *artworkCheck) Judge(_ Case, s *survey.Survey, evidence []survey.Evidence) Verdict {
	v := Verdict{Outcome: Pass, Fact: true, Args: counts(s, evidence)}
	if len(c.When) > 0 && len(pick(evidence, inGroup("when"))) == 0 {
		v.Outcome, v.Reason = NotApplicable, "not-due"
		return v
	}
	evidence = pick(evidence, func(e survey.Evidence) bool { return e.Group != "when" })
	art := pick(evidence, inGroup("art"))
	shown := seen(art)
	loads := pick(shown, func(e survey.Evidence) bool { return !gone(s, e.Values["src"]) })
	linked := pick(loads, func(e survey.Evidence) bool { return !c.Link || e.Values["linked"] == "yes" })
	for _, q := range []struct {
		reason  string
		outcome Outcome
		hits    []survey.Evidence
	}{
		{"found", Pass, linked},
		{"no-link", Warn, loads},
		{"broken", Warn, shown},
		{"link-only", Warn, seen(pick(evidence, inGroup("link")))},
		{"hidden", Warn, art},
		{"text-only", Warn, seen(pick(evidence, inGroup("text")))},
	} {
		if len(q.hits) > 0 {
			v.Outcome, v.Reason, v.Evidence, v.Notes = q.outcome, q.reason, q.hits, opened(q.hits)
			with(with(v.Args, "url", q.hits[0].URL), "detail", q.hits[0].Values["src"])
			with(v.Args, "why", q.hits[0].Why)
			return v
		}
	}
	if excuses := s.Excuses(slices.Concat(c.Need, []words.Kind{words.Home})...); len(excuses) > 0 {
		return unclear(excuses)
	}
	v.Outcome, v.Reason, v.Fact = Fail, "missing", c.provable
	return v
}
