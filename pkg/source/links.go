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
// refresh, its links, then the language versions it names.
func (pl *place) links(t *tree, p *page.Page) []link {
	var out []link
	seen := map[string]int{}
	absent := 0
	add := func(to *url.URL, l link) {
		file, webPath, own := pl.find(t, to)
		switch {
		case !own, file == "" && (!l.guess.Kind.Legal() || absent == maxAbsent):
			return
		case file == "":
			l.url = pl.missing(to)
		default:
			l.file, l.url = file, pl.address(webPath)
		}
		key := l.file + "\x00" + l.url
		if file != "" {
			key = file
		}
		if i, ok := seen[key]; ok {
			if l.guess.Score > out[i].guess.Score {
				out[i].guess = l.guess
			}
			return
		}
		if file == "" {
			absent++
		}
		seen[key] = len(out)
		out = append(out, l)
	}
	add(parsed(p.MetaRefresh()), link{})
	for _, l := range p.Links() {
		add(l.Target, link{guess: l.Guess, region: l.Region})
	}
	for _, a := range versions(p) {
		add(parsed(a), link{})
	}
	return out
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
