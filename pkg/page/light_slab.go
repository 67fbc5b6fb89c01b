package page

import (
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// How many nodes and attributes are made at once.
const (
	nodesAtOnce = 128
	attrsAtOnce = 256
)

// A piece is what nodes, or attributes, are made of at once.
type (
	nodePiece [nodesAtOnce]html.Node
	attrPiece [attrsAtOnce]html.Attribute
)

// Pieces of pages that were freed wait here, empty, for the next.
var (
	nodePieces = sync.Pool{New: func() any { return new(nodePiece) }}
	attrPieces = sync.Pool{New: func() any { return new(attrPiece) }}
)

// lightSlab hands out nodes and attributes of a page from larger pieces, which
// live and die with its tree.
type lightSlab struct {
	nodes []html.Node // what is left of the last piece
	attrs []html.Attribute

	usedNodes []*nodePiece
	usedAttrs []*attrPiece
}

// free empties the pieces and gives them back.
func (s *lightSlab) free() {
	for _, p := range s.usedNodes {
		clear(p[:])
		nodePieces.Put(p)
	}
	for _, p := range s.usedAttrs {
		clear(p[:])
		attrPieces.Put(p)
	}
	*s = lightSlab{}
}

// node is a fresh node.
func (b *lightBuilder) node(kind html.NodeType) *html.Node {
	if len(b.slab.nodes) == 0 {
		piece := nodePieces.Get().(*nodePiece)
		b.slab.usedNodes = append(b.slab.usedNodes, piece)
		b.slab.nodes = piece[:]
	}
	n := &b.slab.nodes[0]
	b.slab.nodes = b.slab.nodes[1:]
	n.Type = kind
	return n
}

// keep copies the attributes of the tag just read into the slab.
func (b *lightBuilder) keep() []html.Attribute {
	n := len(b.attrs)
	switch {
	case n == 0:
		return nil
	case n > attrsAtOnce:
		return append([]html.Attribute(nil), b.attrs...)
	case len(b.slab.attrs) < n:
		piece := attrPieces.Get().(*attrPiece)
		b.slab.usedAttrs = append(b.slab.usedAttrs, piece)
		b.slab.attrs = piece[:]
	}
	kept := b.slab.attrs[:n:n]
	b.slab.attrs = b.slab.attrs[n:]
	copy(kept, b.attrs)
	return kept
}

// hang makes n the last child of the open element.
func (b *lightBuilder) hang(n *html.Node) { hangIn(b.top(), n) }

func hangIn(parent, n *html.Node) {
	n.Parent = parent
	if last := parent.LastChild; last != nil {
		last.NextSibling, n.PrevSibling = n, last
	} else {
		parent.FirstChild = n
	}
	parent.LastChild = n
}

// element hangs a new element with the attributes just read.
func (b *lightBuilder) element(tag atom.Atom, name string) *html.Node {
	n := b.node(html.ElementNode)
	b.elements++
	n.DataAtom, n.Data, n.Attr = tag, name, b.keep()
	b.hang(n)
	return n
}

// push hangs a new element and leaves it open.
func (b *lightBuilder) push(tag atom.Atom, name string) {
	n := b.element(tag, name)
	if b.open = append(b.open, n); len(b.open) > maxLightDepth {
		b.refuse()
	}
	b.count(n, 1)
}

// pop closes the element that was opened last.
func (b *lightBuilder) pop() {
	b.count(b.top(), -1)
	b.open = b.open[:len(b.open)-1]
}

// count keeps the numbers of open elements of which one may not stand in
// another.
func (b *lightBuilder) count(n *html.Node, by int) {
	if n.Namespace != "" {
		return
	}
	switch n.DataAtom {
	case atom.P:
		b.paragraphs += by
	case atom.A:
		b.links += by
		b.formatting += by
	case atom.Select:
		b.selects += by
	case atom.Button:
		b.buttons += by
	case atom.Form:
		b.forms += by
	case atom.Template:
		b.templates += by
	case atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.S, atom.Small, atom.Strike, atom.Strong, atom.Tt, atom.U:
		b.formatting += by
	}
}
