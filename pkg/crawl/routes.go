package crawl

import (
	"maps"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// hashRoute is the path in the fragment of an address, as shops use it that
// are one page of script ("#/contact", "#!/contact"); "" when there is none.
func hashRoute(fragment string) string {
	r := strings.TrimPrefix(fragment, "!")
	if !strings.HasPrefix(r, "/") || len(r) < 2 || len(r) > maxAddress {
		return ""
	}
	return r
}

// route notes a link to a hash route that promises a legal page. The server
// never sees which page is asked for, so only a script can show it.
func (h *harvest) route(c *crawl, l page.Link) {
	r := hashRoute(l.Target.Fragment)
	if r == "" || len(h.routes) >= maxAsides {
		return
	}
	g := l.Guess
	if !g.Kind.Legal() && c.o.Book != nil {
		g = c.o.Book.Classify(l.Label, r)
	}
	if g.Kind.Legal() && g.Score >= 0.5 {
		h.routes = append(h.routes, link{url: l.Target, guess: g, region: l.Region})
	}
}

// setRoutes remembers the legal pages behind hash routes as out of reach.
func (c *crawl) setRoutes(s *slot) {
	for _, r := range s.found.routes {
		k := c.candidate(s, link{url: tidy(r.url), guess: r.guess}, "link")
		c.setAside(aside{k, survey.NeedsJavaScript, "only a script shows this page: #" + r.url.Fragment, r.url.String()})
	}
}

// translations adds the other language versions of a legal page that it names
// itself by hreflang: what a shop with one address tree for each language
// links in its head only.
func (h *harvest) translations(c *crawl, s *slot, p *page.Page) {
	if !s.guess.Kind.Legal() || s.guess.Score < 0.5 {
		return
	}
	alt := p.Alternates()
	for _, tag := range slices.Sorted(maps.Keys(alt)) {
		u, err := s.at.Parse(alt[tag])
		if l := code(tag); err == nil && c.langs[l] && l != s.lang && !c.beyond(s, tidy(u)) {
			h.links = append(h.links, link{url: tidy(u), lang: l, guess: words.Guess{Kind: s.guess.Kind, Language: l, Score: s.guess.Score}})
		}
	}
}
