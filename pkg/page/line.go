package page

import (
	"bytes"
	"hash/maphash"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// lines says where elements stand in the text. The parser keeps no lines: the
// n-th element of some name and attributes is the n-th such tag of the text.
type lines struct {
	text   []byte               // what was parsed
	starts []int32              // offsets of what looks like a start tag in it
	even   bool                 // the n-th of them is that of the n-th element
	looks  int                  // lines found by near
	places map[*html.Node]int32 // of the elements of an even text, for who asks often

	seed maphash.Seed
	tags map[uint64][]int32   // lines of the start tags that look alike
	nth  map[*html.Node]int32 // place of an element among those that look alike
}

// Line is the line a node begins on, counted from 1; 0 when it is unknown, as
// on a rendered page, or when the parser made the element up.
func (p *Page) Line(n *html.Node) int {
	for n != nil && n.Type != html.ElementNode {
		n = n.Parent
	}
	if p.Rendered || p.Paper || n == nil {
		return 0
	}
	if line, ok := p.lines.near(p.root, n); ok {
		return line
	}
	if p.lines.tags == nil {
		p.lines.seed = maphash.MakeSeed()
		p.scanTags()
		p.numberNodes()
	}
	nth, ok := p.lines.nth[n]
	if !ok {
		return 0
	}
	at := p.lines.tags[p.key(n.Data, n.Attr)]
	if len(at) == 0 {
		return 0
	}
	return int(at[min(int(nth), len(at)-1)])
}

// scanTags reads the text once more and notes the line of every start tag.
func (p *Page) scanTags() {
	p.lines.tags = map[uint64][]int32{}
	z := html.NewTokenizer(bytes.NewReader(p.text))
	line := int32(1)
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return
		}
		here := line
		line += int32(bytes.Count(z.Raw(), []byte{'\n'}))
		if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
			continue
		}
		t := z.Token()
		if t.DataAtom == atom.Noscript {
			z.NextIsNotRawText()
		}
		k := p.key(t.Data, t.Attr)
		p.lines.tags[k] = append(p.lines.tags[k], here)
	}
}

// numberNodes counts, in document order, the elements that look alike.
func (p *Page) numberNodes() {
	p.lines.nth = map[*html.Node]int32{}
	met := map[uint64]int32{}
	for n := p.root; n != nil; n = next(n, nil) {
		if n.Type == html.ElementNode {
			k := p.key(n.Data, n.Attr)
			p.lines.nth[n] = met[k]
			met[k]++
		}
	}
}

// key is the same for elements and tags that look alike. The parser sorts the
// attributes of some elements and changes the case of names within svg, so
// only the values count, in any order.
func (p *Page) key(name string, attrs []html.Attribute) uint64 {
	sum := maphash.String(p.lines.seed, name)
	for i := range attrs {
		sum += maphash.String(p.lines.seed, attrs[i].Val) * 31
	}
	return sum
}
