package check

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// Signs are things on a page, other than words in running text, that make a
// statement due.
type Signs struct {
	Hosts    []string `yaml:"hosts"`    // parts of addresses of scripts and frames, lower case
	Data     []string `yaml:"data"`     // names of properties in structured data, as written there
	Elements []string `yaml:"elements"` // names of elements, lower case, such as df-messenger
	Headings []string `yaml:"headings"` // lists: phrases that say all or most of a short line
	Products []string `yaml:"products"` // lists: phrases in the title or the first heading of a product's page
}

// any reports whether there is something to look for.
func (s Signs) any() bool {
	return len(s.Hosts)+len(s.Data)+len(s.Elements)+len(s.Headings)+len(s.Products) > 0
}

// maxHeading is how many bytes a line may have beside the phrase to be a
// heading: a count of reviews, a year, a name.
const maxHeading = 24

// on is the first sign of a page. A post shows what it likes.
func (s Signs) on(p *page.Page, f *survey.PageFacts) (survey.Evidence, bool) {
	if !s.any() || p.Kind == words.Blog {
		return survey.Evidence{}, false
	}
	for _, find := range []func(*page.Page, *survey.PageFacts) (survey.Evidence, bool){s.script, s.property, s.element, s.heading, s.product} {
		if e, ok := find(p, f); ok {
			return e, true
		}
	}
	return survey.Evidence{}, false
}

// script is a script of one of the hosts, loaded or written into the page.
func (s Signs) script(p *page.Page, _ *survey.PageFacts) (survey.Evidence, bool) {
	if len(s.Hosts) == 0 {
		return survey.Evidence{}, false
	}
	for _, x := range p.Scripts() {
		if host := holds(x.Src, s.Hosts); x.Src != "" && host != "" {
			return sign(p, x.Node, host, x.Src), true
		}
		if x.Src != "" || x.Type != "" && x.Type != "module" && !strings.HasSuffix(x.Type, "javascript") {
			continue
		}
		if host := holds(x.Text[:min(len(x.Text), maxSnippet)], s.Hosts); host != "" {
			return sign(p, x.Node, host, host), true
		}
	}
	return survey.Evidence{}, false
}

// maxSnippet is how much of a script in the page is read: what loads a tool
// stands at its beginning.
const maxSnippet = 4000

// property is a name of structured data, in JSON-LD or in attributes.
func (s Signs) property(p *page.Page, _ *survey.PageFacts) (survey.Evidence, bool) {
	for _, name := range s.Data {
		for _, text := range p.Data() {
			if strings.Contains(text, `"`+name+`"`) {
				return sign(p, nil, name, name), true
			}
		}
		if !bytes.Contains(p.Body, []byte(name)) {
			continue
		}
		if n := p.Doc().Find(`[itemprop~="` + name + `"]`); n.Length() > 0 {
			return sign(p, n.Nodes[0], name, name), true
		}
	}
	return survey.Evidence{}, false
}

// element is an element of a tool's own, or a frame of one of the hosts.
func (s Signs) element(p *page.Page, _ *survey.PageFacts) (survey.Evidence, bool) {
	for _, name := range s.Elements {
		if bytes.Contains(p.Body, []byte("<"+name)) {
			if n := p.Doc().Find(name); n.Length() > 0 {
				return sign(p, n.Nodes[0], name, name), true
			}
		}
	}
	if len(s.Hosts) == 0 || !bytes.Contains(p.Body, []byte("<iframe")) {
		return survey.Evidence{}, false
	}
	for _, n := range p.Doc().Find("iframe[src]").Nodes {
		if host := holds(attrOf(n, "src"), s.Hosts); host != "" && n.DataAtom == atom.Iframe {
			return sign(p, n, host, attrOf(n, "src")), true
		}
	}
	return survey.Evidence{}, false
}

// heading is a short line that a reader sees and that says little else.
func (s Signs) heading(p *page.Page, f *survey.PageFacts) (survey.Evidence, bool) {
	for i, t := range f.Terms.Of(s.Headings...) {
		if i == maxHidden {
			break
		}
		if t.In != survey.InBlock || len(p.Blocks()[t.Index].Text)-(t.End-t.Start) > maxHeading {
			continue
		}
		if e := roughEvidence(p, t, "when"); e.Visible {
			return e, true
		}
	}
	return survey.Evidence{}, false
}

// product is a product whose page says by its title what it is. Menus and
// descriptions name other things as well.
func (s Signs) product(p *page.Page, f *survey.PageFacts) (survey.Evidence, bool) {
	if p.Kind != words.Product && !oneProduct(p) {
		return survey.Evidence{}, false
	}
	for _, t := range f.Terms.Of(s.Products...) {
		if heads(p, t) {
			return termEvidence(p, t, "when"), true
		}
	}
	return survey.Evidence{}, false
}

// sign is a sign as evidence. Nobody needs to see it: it brings something that
// is seen.
func sign(p *page.Page, n *html.Node, key, excerpt string) survey.Evidence {
	e := survey.Evidence{
		Place: survey.Place{URL: p.URL, Excerpt: survey.Excerpt(excerpt, 0), Visible: true, Pages: 1},
		Group: "when", Key: key, Kind: p.Kind, Language: p.Language, Certain: true,
	}
	if n != nil {
		locate(p, n, &e)
	}
	return e
}
