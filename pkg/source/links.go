package source

import (
	"net/url"
	"slices"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/words"
)

// maxAbsent is how many missing pages one page may promise; a page with more
// is generated nonsense.
const maxAbsent = 50

// link is a link to a page of the folder, or to a legal page that is missing
// from it (file is "").
type link struct {
	file   string
	url    string
	guess  words.Guess
	region page.Region
}

// links are the pages a page leads to, each once, in document order: a meta
// refresh, its links, then the language versions it names. It is called from
// many goroutines and changes nothing.
func (pl *place) links(t *tree, p *page.Page) []link {
	g := gathering{place: pl, tree: t, seen: map[string]int{}}
	g.add(parsed(p.MetaRefresh()), link{})
	for _, l := range p.Links() {
		if guess, ok := p.PaperLink(l); ok {
			g.paper(l.Target, link{guess: guess, region: l.Region})
			continue
		}
		g.add(l.Target, link{guess: l.Guess, region: l.Region})
	}
	for _, a := range versions(p) {
		g.add(parsed(a), link{})
	}
	return g.links
}

// gathering is the links of one page so far.
type gathering struct {
	place  *place
	tree   *tree
	links  []link
	seen   map[string]int // index in links, by key
	absent int
}

// add looks an address up. One that was seen before keeps its place and takes
// the better guess; a missing page counts only when it promises to be legal.
func (g *gathering) add(to *url.URL, l link) {
	file, webPath, own := g.place.find(g.tree, to)
	switch {
	case !own:
		return
	case file != "":
		l.file, l.url = file, g.place.address(webPath)
	case l.guess.Kind.Legal() && g.absent < maxAbsent:
		l.url = g.place.missing(to)
	default:
		return
	}
	if i, ok := g.seen[l.key()]; ok {
		if l.guess.Score > g.links[i].guess.Score {
			g.links[i].guess = l.guess
		}
		return
	}
	if file == "" {
		g.absent++
	}
	g.seen[l.key()] = len(g.links)
	g.links = append(g.links, l)
}

// paper looks a PDF up.
func (g *gathering) paper(to *url.URL, l link) {
	file, webPath, own := g.place.paper(g.tree, to)
	if !own || file == "" {
		return
	}
	l.file, l.url = file, g.place.address(webPath)
	if _, ok := g.seen[l.key()]; !ok {
		g.seen[l.key()] = len(g.links)
		g.links = append(g.links, l)
	}
}

// key is the identity of the page a link leads to.
func (l link) key() string {
	if l.file != "" {
		return l.file
	}
	return "404 " + l.url
}

// versions are the addresses of the page's language versions, by language.
func versions(p *page.Page) []string {
	byLang := p.Alternates()
	langs := make([]string, 0, len(byLang))
	for lang := range byLang {
		langs = append(langs, lang)
	}
	slices.Sort(langs)
	for i, lang := range langs {
		langs[i] = byLang[lang]
	}
	return langs
}

// parsed is an absolute address, nil when it is none.
func parsed(s string) *url.URL {
	u, err := url.Parse(s)
	if err != nil || s == "" {
		return nil
	}
	return u
}
