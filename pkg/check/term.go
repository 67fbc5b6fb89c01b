package check

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// termNode is the node a term stands in, and the text around it.
func termNode(p *page.Page, t survey.Term) (n *html.Node, text string, region page.Region) {
	switch t.In {
	case survey.InBlock:
		b := p.Blocks()[t.Index]
		return b.NodeAt(t.Start), b.Text, b.Region
	case survey.InLink:
		l := &p.Links()[t.Index]
		return l.Node, l.Label, l.Region
	case survey.InPicture:
		img := p.Images()[t.Index]
		return img.Node, img.Alt, ""
	case survey.InField:
		f := p.Forms()[t.Form].Fields[t.Index]
		return f.Node, f.Label, ""
	}
	return nil, p.Title, ""
}

// termEvidence is a term as evidence; its key is the phrase, folded, so that
// the same words on many pages are one finding.
func termEvidence(p *page.Page, t survey.Term, group string) survey.Evidence {
	e := roughEvidence(p, t, group)
	n, _, _ := termNode(p, t)
	locate(p, n, &e)
	return e
}

// roughEvidence is termEvidence without selector and line, which cost another
// pass over the page: for what stands on many pages and is only counted.
func roughEvidence(p *page.Page, t survey.Term, group string) survey.Evidence {
	n, text, region := termNode(p, t)
	e := sightEvidence(p, n, group)
	e.Key, e.Region, e.Excerpt = words.Fold(t.Phrase), region, survey.Excerpt(text, t.Start)
	e.Values = map[string]string{"label": strings.TrimSuffix(t.Phrase, "*")}
	if t.End <= len(text) {
		e.Values["label"] = text[t.Start:t.End]
	}
	return e
}

// nodeEvidence is evidence at a node: where it is and whether a reader sees it.
func nodeEvidence(p *page.Page, n *html.Node, group string) survey.Evidence {
	e := sightEvidence(p, n, group)
	locate(p, n, &e)
	return e
}

// sightEvidence is evidence at a node without its place in the page.
func sightEvidence(p *page.Page, n *html.Node, group string) survey.Evidence {
	e := survey.Evidence{
		Place: survey.Place{URL: p.URL, Visible: true, Pages: 1},
		Group: group, Kind: p.Kind, Language: p.Language, Certain: true,
	}
	if n == nil { // of the head: nothing to see
		return e
	}
	sight := p.Sight(n)
	e.Visible, e.Why, e.Note = sight.State != page.Hidden, sight.Why, sight.Note
	e.Certain, e.Doubt = sight.State != page.Unknown, sight.Doubt
	return e
}

// placed reports whether a page is worth the pass that finds lines: what stands
// in the frame of every page is found on the start page and the legal ones.
func placed(p *page.Page) bool { return p.Via == "start" || p.Via == "" || p.Kind.Legal() }

// locate fills in selector and line.
func locate(p *page.Page, n *html.Node, e *survey.Evidence) {
	if n == nil {
		return
	}
	if n.Type == html.TextNode && n.Parent != nil {
		n = n.Parent
	}
	e.Selector, e.Line = p.Selector(n), p.Line(n)
}

// seen are the pieces of evidence that a reader sees.
func seen(evidence []survey.Evidence) []survey.Evidence {
	return pick(evidence, func(e survey.Evidence) bool { return e.Visible })
}

// onKinds reports whether evidence stands on a page of one of these kinds;
// with none named every page will do.
func onKinds(e survey.Evidence, kinds []words.Kind) bool {
	if len(kinds) == 0 {
		return true
	}
	return slices.ContainsFunc(append([]words.Kind{e.Kind}, e.Kinds...), func(k words.Kind) bool { return slices.Contains(kinds, k) })
}
