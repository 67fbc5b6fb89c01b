package survey

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/words"
)

// context is a block of text that names a target or announces it.
type context struct {
	node      *html.Node
	text      string
	at        int // offset of the first hit
	closed    bool
	announced bool
	dispute   bool
	allowed   bool
	address   string
}

// texts reads every block once; a block without a hit costs one pass.
func (x *targetFinder) texts() {
	blocks := x.page.Blocks()
	for _, i := range x.worth.blocks {
		if len(x.mentions) >= maxFolded {
			return
		}
		b := blocks[i]
		hits := x.book.Find(b.Text, listAnnounce)
		var addresses []words.Hit
		if suspicious(b.Text) {
			addresses = x.book.Addresses(b.Text)
		}
		if len(hits)+len(addresses) == 0 {
			continue
		}
		ctx := x.context(blocks, i, hits, addresses)
		x.mention(b, ctx, hits, addresses)
	}
}

func (x *targetFinder) mention(b page.Block, ctx context, hits, addresses []words.Hit) {
	// The address inside a link to the platform is that link, not a mention.
	if len(hits) == 0 && x.allInLinks(b, addresses) {
		return
	}
	node := b.NodeAt(ctx.at)
	sight := x.page.Sight(node)
	line := 0
	if x.beside[b.Node] == "" { // else the link is what a report points at
		line = x.page.Line(b.Node)
	}
	x.mentions = append(x.mentions, Mention{
		Excerpt: excerpt(b.Text, ctx.at), Key: words.Fold(excerpt(b.Text, ctx.at)),
		SaysClosed: ctx.closed, Visible: sight.State != page.Hidden,
		URL: x.page.URL, Selector: x.page.Selector(b.Node), Line: line, Pages: 1, Region: b.Region,
		Address: ctx.address, Announced: ctx.announced, Dispute: ctx.dispute, Allowed: ctx.allowed, Linked: x.beside[b.Node],
		Certain: sight.State != page.Unknown, Doubt: sight.Doubt, Why: sight.Why,
	})
}

func (x *targetFinder) allInLinks(b page.Block, addresses []words.Hit) bool {
	for _, a := range addresses {
		n := b.NodeAt(a.Start)
		for n != nil && n != b.Node && n.DataAtom != atom.A {
			n = n.Parent
		}
		if n == nil || n.DataAtom != atom.A {
			return false
		}
	}
	return true
}

// context reads the words around the first hit of a block. A heading is read
// with the block below it: "OS-Plattform" is often only the title.
func (x *targetFinder) context(blocks []page.Block, i int, hits, addresses []words.Hit) context {
	b := blocks[i]
	ctx := context{node: b.Node, text: b.Text, at: len(b.Text), announced: len(hits) > 0}
	for _, h := range append(hits, addresses...) {
		ctx.at = min(ctx.at, h.Start)
	}
	for _, a := range addresses {
		if ctx.address == "" || a.List == "odr-platform" {
			ctx.address = a.List
		}
	}
	ctx.allowed = x.beside[b.Node] == adrList
	ctx.read(x.book, b.Text, append(hits, addresses...))
	if len(b.Text) < 120 {
		ctx.neighbours(x.book, blocks, i)
	}
	for _, a := range addresses {
		ctx.allowed = ctx.allowed || a.List == adrList
	}
	return ctx
}

// read looks for closing and dispute words near the hits.
func (c *context) read(book *words.Book, text string, hits []words.Hit) {
	found := book.Find(text, listClosed, listDispute)
	if len(found) == 0 {
		return
	}
	for _, h := range hits {
		from, to := reach(text, h.Start, h.End)
		for _, w := range found {
			switch {
			case w.List == listDispute && w.Start <= h.End+near && w.End >= h.Start-near:
				c.dispute = true
			case w.List == listClosed && w.Start >= from && w.End <= to:
				c.closed = true
			}
		}
	}
}

// neighbours reads the block below a short one, and the one above it when
// that is short itself (a heading).
func (c *context) neighbours(book *words.Book, blocks []page.Block, i int) {
	look := func(text string) {
		text = cut(text, near)
		c.closed = c.closed || len(book.Find(text, listClosed)) > 0
		c.dispute = c.dispute || len(book.Find(text, listDispute)) > 0
		c.announced = c.announced || len(book.Find(text, listAnnounce)) > 0
	}
	if i+1 < len(blocks) && heading(blocks[i].Node) {
		look(blocks[i+1].Text)
	}
	if i > 0 && heading(blocks[i-1].Node) {
		look(blocks[i-1].Text)
	}
}

func heading(n *html.Node) bool {
	if n == nil {
		return false
	}
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Dt, atom.Summary, atom.Th:
		return true
	}
	return false
}

// around is the context of a link: the block it stands in.
func (x *targetFinder) around(l *page.Link) context {
	if x.contexts == nil {
		x.readContexts()
	}
	for n := l.Node; n != nil; n = n.Parent {
		for _, c := range x.contexts {
			if c.node == n {
				return c
			}
		}
		if n.DataAtom == atom.Body {
			break
		}
	}
	return context{text: l.Label, announced: x.announces(l.Label), closed: len(x.book.Find(l.Label, listClosed)) > 0}
}

// readContexts reads every block that holds a link to a target, once.
func (x *targetFinder) readContexts() {
	x.contexts = []context{}
	blocks := x.page.Blocks()
	index := make(map[*html.Node]int, len(blocks))
	for i, b := range blocks {
		index[b.Node] = i
	}
	links := x.page.Links()
	for i := range links {
		if x.target(&links[i]) == "" {
			continue
		}
		for n := links[i].Node; n != nil; n = n.Parent {
			if j, ok := index[n]; ok {
				x.contexts = append(x.contexts, x.linkContext(blocks, j, links[i]))
				break
			}
		}
	}
}

// linkContext is the context of the block around a link, with the link's own
// stretch of text as the hit.
func (x *targetFinder) linkContext(blocks []page.Block, i int, l page.Link) context {
	b := blocks[i]
	at := max(0, strings.Index(b.Text, l.Text))
	hit := words.Hit{Start: at, End: at + len(l.Text)}
	ctx := context{node: b.Node, text: b.Text, at: at}
	for _, h := range x.book.Find(b.Text, listAnnounce) {
		ctx.announced = ctx.announced || (h.Start <= hit.End+near && h.End >= hit.Start-near)
	}
	ctx.announced = ctx.announced || x.announces(l.Label)
	ctx.read(x.book, b.Text, []words.Hit{hit})
	if len(b.Text) < 120 {
		ctx.neighbours(x.book, blocks, i)
	}
	return ctx
}

// excerpt is the stretch of text around an offset, at word borders.
func excerpt(text string, at int) string {
	const before, length = 40, 160
	if len(text) <= length {
		return text
	}
	start := max(0, min(at, len(text))-before)
	if start > 0 {
		if i := strings.IndexByte(text[start:], ' '); i >= 0 && i < before {
			start += i + 1
		}
	}
	for start > 0 && start < len(text) && !utf8.RuneStart(text[start]) {
		start++
	}
	out := cut(text[start:], length)
	if start > 0 {
		out = "… " + out
	}
	if start+len(out) < len(text) {
		out += " …"
	}
	return out
}

// cut is at most n bytes of s, ending at a whole character.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
