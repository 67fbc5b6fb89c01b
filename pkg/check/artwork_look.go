package check

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/unicode/norm"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
)

// heads reports whether a term names what the page is about: menus name
// everything that a shop sells.
func heads(p *page.Page, t survey.Term) bool {
	n, _, _ := termNode(p, t)
	for ; n != nil; n = n.Parent {
		if n.DataAtom == atom.H1 {
			return true
		}
	}
	return t.In != survey.InBlock && t.In != survey.InLink && t.In != survey.InPicture && t.In != survey.InField
}

// links are the links of a page to an address of the rule.
func (c *artworkCheck) links(p *page.Page) []*html.Node {
	var out []*html.Node
	links := p.Links()
	for _, i := range p.Away() {
		l := &links[i]
		if len(out) < maxArt && !l.NoScript && c.onHost(l.Target) && c.leads(l.Href) {
			out = append(out, l.Node)
		}
	}
	return out
}

// onHost is the cheap first question: does an address lie on a host of the
// rule?
func (c *artworkCheck) onHost(u *url.URL) bool {
	if u == nil || u.Host == "" {
		return false
	}
	host := strings.TrimPrefix(u.Host, "www.")
	return slices.ContainsFunc(c.hosts, func(h string) bool { return len(h) == len(host) && strings.EqualFold(h, host) })
}

// hostsOf are the hosts of addresses without scheme, each once.
func hostsOf(addresses []string) []string {
	var out []string
	for _, a := range addresses {
		if host, _, _ := strings.Cut(a, "/"); !slices.Contains(out, host) {
			out = append(out, host)
		}
	}
	return out
}

// leads reports whether an address begins with one of the rule's, percent
// escapes and the way accents are written set aside.
func (c *artworkCheck) leads(href string) bool {
	if len(href) > 500 {
		return false
	}
	if plain, err := url.PathUnescape(href); err == nil {
		href = plain
	}
	href = norm.NFC.String(normalHref(href))
	return slices.ContainsFunc(c.Links, func(l string) bool { return strings.HasPrefix(href, l) })
}

// pictures are the pictures of a page that carry the artwork's name, or that
// stand in a link of the rule.
func (c *artworkCheck) pictures(p *page.Page, f *survey.PageFacts, links []*html.Node) []page.Image {
	named := map[int]bool{}
	for _, t := range f.Terms.Of(c.Alts...) {
		if t.In == survey.InPicture {
			named[t.Index] = true
		}
	}
	var out []page.Image
	for i, img := range p.Images() {
		if len(out) == maxArt {
			break
		}
		if named[i] || c.file(img.Src) || slices.ContainsFunc(links, func(l *html.Node) bool { return within(img.Node, l) }) {
			out = append(out, img)
		}
	}
	return out
}

// file reports whether the name of a picture's file holds a word of the rule.
func (c *artworkCheck) file(src string) bool {
	if len(c.Files) == 0 || len(src) > 2000 || strings.HasPrefix(src, "data:") {
		return false
	}
	key := survey.Key64(src)
	if c.plain.Has(key) {
		return false
	}
	cut, _, _ := strings.Cut(src, "?")
	name := strings.ToLower(path.Base(cut))
	if slices.ContainsFunc(c.Files, func(w string) bool { return strings.Contains(name, w) }) {
		return true
	}
	c.plain.Add(key)
	return false
}

// within reports whether a node stands inside another.
func within(n, outer *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == outer {
			return true
		}
	}
	return false
}

func attrOf(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// gone reports whether a picture was asked for and is not there.
func gone(s *survey.Survey, src string) bool {
	if src == "" {
		return false
	}
	p, ok := s.Page(src)
	return ok && (p.Status == 404 || p.Status == 410)
}
