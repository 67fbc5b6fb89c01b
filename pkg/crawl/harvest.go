package crawl

import (
	"maps"
	"net/url"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/words"
)

// maxLinks bounds what is taken from one page.
const maxLinks = 5000

// harvest is what a page adds to the frontier; it keeps nothing of the tree.
type harvest struct {
	language  string
	kind      words.Kind
	links     []link
	versions  []link
	routes    []link   // legal pages that only a script shows
	papers    []link   // legal texts in PDF
	onward    *url.URL // a meta refresh
	canonical *url.URL // what the start page calls itself
	moved     *url.URL // … to another site
}

type link struct {
	url    *url.URL
	guess  words.Guess
	lang   string // language version, when the link names one
	region page.Region
	frame  bool // part of the page itself
}

// harvest collects the links of a page. It runs in a worker and only reads
// the crawl's state, which does not change during a wave.
func (c *crawl) harvest(s *slot, p *page.Page) *harvest {
	h := &harvest{language: strings.Clone(p.Language), kind: p.Kind}
	met := make(map[string]bool)
	for _, l := range p.Links() {
		if l.Target == nil || len(h.links) >= maxLinks || l.Target.Scheme != "http" && l.Target.Scheme != "https" {
			continue
		}
		if l.Target.Fragment != "" {
			h.route(c, l)
		}
		bare, _, _ := strings.Cut(l.Href, "#")
		if met[bare] && !l.Guess.Kind.Legal() {
			continue
		}
		met[bare] = true
		u := tidy(l.Target)
		if c.beyond(s, u) {
			continue
		}
		if g, ok := c.paperLink(p, l); ok {
			h.papers = append(h.papers, link{url: u, guess: g, region: l.Region})
			continue
		}
		if closed(u, l.Guess) {
			continue
		}
		n := link{url: u, guess: l.Guess, region: l.Region}
		if to := switches(l.Text, l.Lang, u); to != "" {
			n.lang = to
			h.versions = append(h.versions, n)
			continue
		}
		h.links = append(h.links, n)
	}
	if s.via == "start" {
		if u, err := url.Parse(p.CanonicalURL()); err == nil && u.Host != "" {
			h.canonical = tidy(u)
		}
	}
	h.frames(c, s, p)
	h.alternates(c, s, p)
	h.translations(c, s, p)
	h.refresh(c, s, p)
	return h
}

// refresh notes where a meta refresh leads.
func (h *harvest) refresh(c *crawl, s *slot, p *page.Page) {
	to := p.MetaRefresh()
	if to == "" {
		return
	}
	u, err := s.at.Parse(to)
	switch {
	case err != nil || u.Scheme != "http" && u.Scheme != "https":
	case c.beyond(s, tidy(u)):
		h.moved = tidy(u)
	default:
		h.onward = tidy(u)
	}
}

// beyond reports whether an address leaves the shop. The start page decides
// itself which site that is.
func (c *crawl) beyond(s *slot, u *url.URL) bool {
	if s.via == "start" {
		site := c.site
		site.settle(s.at)
		return !site.same(u)
	}
	return !c.site.same(u)
}

// alternates adds the fronts of language versions that hreflang names; on a
// page other than a front it names that page's translations, which are no
// fronts but lead to them.
func (h *harvest) alternates(c *crawl, s *slot, p *page.Page) {
	if s.via != "start" && !s.version {
		return
	}
	alt := p.Alternates()
	for _, t := range slices.Sorted(maps.Keys(alt)) {
		u, err := s.at.Parse(alt[t])
		if l := code(t); err == nil && l != "" && !c.beyond(s, tidy(u)) {
			h.versions = append(h.versions, link{url: tidy(u), lang: l})
		}
	}
}

// absorb adds a harvest to the frontier and books what the page answers for.
func (c *crawl) absorb(s *slot) {
	h := s.found
	c.answer(s)
	if s.depth >= c.o.MaxDepth && !s.version {
		c.setDeep(s)
		return
	}
	if h.onward != nil {
		k := c.candidate(s, link{url: h.onward, guess: s.guess}, "link")
		k.follow, k.purpose = true, "where a page refreshes to"
		c.offer(k)
	}
	c.setRoutes(s)
	for _, l := range h.links {
		c.offer(c.candidate(s, l, "link"))
	}
	for _, l := range h.papers {
		k := c.candidate(s, l, "link")
		if c.front.known[k.key] == nil && c.papers < page.MaxPapers {
			k.follow, k.paper, k.purpose = true, true, "legal text in PDF"
			c.papers++
			c.offer(k)
		}
	}
	for _, l := range c.preferred(h.versions) {
		k := c.candidate(s, l, "link")
		k.guess, k.version, k.purpose = homeGuess, true, "language version "+l.lang
		c.offer(k)
	}
}

// preferred puts the languages the user named first.
func (c *crawl) preferred(versions []link) []link {
	slices.SortStableFunc(versions, func(a, b link) int { return c.rank(a.lang) - c.rank(b.lang) })
	return versions
}

func (c *crawl) rank(lang string) int {
	if i := slices.Index(c.o.Languages, lang); i >= 0 {
		return i
	}
	return len(c.o.Languages)
}

// answer books a legal page that was read, by what it turned out to be, or by
// what its label promised when the page itself does not say.
func (c *crawl) answer(s *slot) {
	kind := s.found.kind
	if !kind.Legal() && s.guess.Kind.Legal() && s.guess.Score >= 0.7 {
		kind = s.guess.Kind
	}
	if kind.Legal() {
		c.have[kindIn{kind, s.lang}]++
	}
}

func (c *crawl) candidate(s *slot, l link, via string) *candidate {
	k := &candidate{
		url: l.url, key: c.site.key(l.url), guess: l.guess, lang: l.lang, region: l.region, via: via,
		purpose: purpose(l.guess), depth: s.depth + 1, linked: true, shape: shape(l.url, l.guess.Kind),
	}
	if l.frame {
		k.follow, k.purpose = true, "frame of "+s.at.Path
	}
	if k.lang == "" {
		k.lang = version(l.url)
	}
	if k.lang == "" {
		k.lang = s.lang
	}
	return k
}

func purpose(g words.Guess) string {
	if g.Kind == "" {
		return "page of the shop"
	}
	return string(g.Kind) + " page"
}
