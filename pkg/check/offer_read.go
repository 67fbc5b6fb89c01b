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

// Groups of evidence of an offer. Those after groupOffer say, page by page,
// how well it names somebody.
const (
	groupOffer   = "offer"
	groupTold    = "told"    // every part, seen
	groupClosed  = "closed"  // every part, behind a click or hidden
	groupPartial = "partial" // a label, and not every part
	groupLink    = "link"
)

// maxLabels bounds the labels of a page that are looked at.
const maxLabels = 20

func (c *offerCheck) Inspect(p *page.Page, f *survey.PageFacts) Finding {
	var out Finding
	if !slices.Contains(c.On, p.Kind) && !oneProduct(p) {
		return out
	}
	offer, ok := priceIn(p)
	if !ok {
		return out
	}
	offer.Group, offer.Key = groupOffer, groupOffer
	out.Evidence = append(out.Evidence, offer)
	if best, ok := c.best(p, f); ok {
		out.Evidence = append(out.Evidence, c.evidence(p, best)...)
	}
	for _, t := range f.Terms.Of(c.Links...) {
		if t.In == survey.InLink {
			if e := termEvidence(p, t, groupLink); e.Visible {
				out.Evidence = append(out.Evidence, e)
				break
			}
		}
	}
	return out
}

// oneProduct reports whether a page that somebody named as the start says of
// itself that it is about one product.
func oneProduct(p *page.Page) bool {
	if p.Kind != words.Home {
		return false
	}
	for _, n := range p.Metas() {
		if attrOf(n, "property") == "og:type" {
			if strings.HasSuffix(attrOf(n, "content"), "product") {
				return true
			}
			break
		}
	}
	products := 0
	for _, n := range p.Marked() {
		if strings.HasSuffix(attrOf(n, "itemtype"), "schema.org/Product") {
			products++
		}
	}
	return products == 1
}

// named is a label with the parts that are given with it.
type named struct {
	term  survey.Term
	parts []string
	sight page.Sight
}

// best is the label of a page with the most parts, one that is seen before
// one that is not.
func (c *offerCheck) best(p *page.Page, f *survey.PageFacts) (best named, found bool) {
	blocks, asked := p.Blocks(), 0
	for _, t := range f.Terms.Of(c.Label...) {
		if t.In != survey.InBlock || survey.Template(blocks[t.Index].Region) {
			continue
		}
		if asked++; asked > maxLabels {
			break
		}
		node := blocks[t.Index].NodeAt(t.Start)
		n := named{term: t, parts: c.partsAt(p, f, t), sight: p.Sight(node)}
		if len(n.parts) == 0 && inAnchor(node) { // the way to it, perhaps
			continue
		}
		better := len(n.parts) > len(best.parts) || len(n.parts) == len(best.parts) && plain(best.sight) < plain(n.sight)
		if !found || better {
			best, found = n, true
		}
	}
	return best, found
}

// inAnchor reports whether a node stands in a link.
func inAnchor(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n.DataAtom == atom.A {
			return true
		}
	}
	return false
}

// plain grades how well something is seen.
func plain(s page.Sight) int {
	switch {
	case s.State == page.Hidden:
		return 0
	case s.Note == "opened by a click":
		return 1
	}
	return 2
}

// evidence is what a page tells by its best label.
func (c *offerCheck) evidence(p *page.Page, n named) []survey.Evidence {
	e := termEvidence(p, n.term, groupPartial)
	if len(n.parts) == len(c.Parts) {
		e.Group = groupTold
		if plain(n.sight) < 2 {
			e.Group, e.Visible = groupClosed, n.sight.State != page.Hidden
		}
	}
	out := []survey.Evidence{e}
	for _, id := range n.parts {
		part := e
		part.Group = partGroup(id)
		out = append(out, part)
	}
	return out
}
