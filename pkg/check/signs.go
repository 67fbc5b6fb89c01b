package check

import (
	"slices"
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

	mute *survey.Quiet // scripts and their addresses without one of the hosts; nil: none is known
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
		if host := s.host(x.Src); host != "" {
			return sign(p, x.Node, host, x.Src), true
		}
		if x.Src != "" || x.Type != "" && x.Type != "module" && !strings.HasSuffix(x.Type, "javascript") {
			continue
		}
		if host := s.host(x.Text[:min(len(x.Text), maxSnippet)]); host != "" {
			return sign(p, x.Node, host, host), true
		}
	}
	return survey.Evidence{}, false
}

// host is the first of the hosts that a text names, "" for none. Shops load
// the same scripts on every page, so what names none is remembered.
func (s Signs) host(text string) string {
	if text == "" {
		return ""
	}
	key := survey.Key64(text)
	if s.mute != nil && s.mute.Has(key) {
		return ""
	}
	host := holds(text, s.Hosts)
	if host == "" && s.mute != nil {
		s.mute.Add(key)
	}
	return host
}

// maxSnippet is how much of a script in the page is read: what loads a tool
// stands at its beginning.
const maxSnippet = 4000

// property is a name of structured data, in JSON-LD or in attributes.
func (s Signs) property(p *page.Page, _ *survey.PageFacts) (survey.Evidence, bool) {
	if len(s.Data) == 0 {
		return survey.Evidence{}, false
	}
	texts := p.Data()
	for _, name := range s.Data {
		for _, text := range texts {
			if strings.Contains(text, `"`+name+`"`) {
				return sign(p, nil, name, name), true
			}
		}
		for _, n := range p.Marked() {
			if slices.Contains(strings.Fields(attrOf(n, "itemprop")), name) {
				return sign(p, n, name, name), true
			}
		}
	}
	return survey.Evidence{}, false
}

// element is an element of a tool's own, or a frame of one of the hosts.
func (s Signs) element(p *page.Page, _ *survey.PageFacts) (survey.Evidence, bool) {
	for _, name := range s.Elements {
		for _, n := range elements(p, name) {
			return sign(p, n, name, name), true
		}
	}
	if len(s.Hosts) == 0 {
		return survey.Evidence{}, false
	}
	for _, n := range p.Frames() {
		if host := s.host(attrOf(n, "src")); host != "" {
			return sign(p, n, host, attrOf(n, "src")), true
		}
	}
	return survey.Evidence{}, false
}

// elements are the elements of a name. Those of a tool's own were met when the
// page was read; for others the tree is searched.
func elements(p *page.Page, name string) []*html.Node {
	if strings.IndexByte(name, '-') < 1 || atom.Lookup([]byte(name)) != 0 {
		return p.Doc().Find(name).Nodes
	}
	var out []*html.Node
	for _, n := range p.Custom() {
		if n.Data == name {
			out = append(out, n)
		}
	}
	return out
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
	terms := f.Terms.Of(s.Products...)
	if len(terms) == 0 || p.Kind != words.Product && !oneProduct(p) {
		return survey.Evidence{}, false
	}
	for _, t := range terms {
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
