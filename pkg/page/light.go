package page

import (
	"bytes"
	"strings"
	"unsafe"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Most pages of a shop are written by a program: every tag is closed where it
// should be. For those, and only for those, light builds the tree that
// html.Parse would build, in one pass over the text: texts and values are
// slices of it, nodes lie in slabs, and nothing is ever moved. Wherever the
// standard asks for more than "open, close, or leave out an end tag that may
// be left out" it gives up and the page is parsed in full. So what it builds
// is always the same tree, and everything behind it sees no difference.

// maxLightDepth is well below the depth at which html.Parse gives up.
const maxLightDepth = 250

// lightTree is a tree and where its start tags stand in the text it was built
// from, which is the page's own but for its line ends.
type lightTree struct {
	root   *html.Node
	text   []byte
	starts []int32
	even   bool // the n-th start tag is that of the n-th element
	slab   lightSlab
}

// light builds the tree of a well-formed page; ok is false for every other.
func light(text []byte) (tree lightTree, ok bool) {
	if bytes.IndexByte(text, 0) >= 0 {
		return lightTree{}, false
	}
	if bytes.IndexByte(text, '\r') >= 0 {
		text = bytes.ReplaceAll(text, []byte("\r\n"), []byte{'\n'})
		if bytes.IndexByte(text, '\r') >= 0 {
			return lightTree{}, false
		}
	}
	b := lightBuilder{src: unsafe.String(unsafe.SliceData(text), len(text)), raw: text} // nobody writes to a page's text
	b.root = b.node(html.DocumentNode)
	b.open = append(make([]*html.Node, 0, 64), b.root)
	b.starts = make([]int32, 0, len(text)/40+16)
	for b.at < len(b.src) && !b.refused {
		b.step()
	}
	if b.refused || b.phase < lightBody || b.top().DataAtom != atom.Body {
		b.slab.free()
		return lightTree{}, false
	}
	return lightTree{root: b.root, text: text, starts: b.starts, even: !b.uneven && b.elements == len(b.starts), slab: b.slab}, true
}

// lightPhase is how far into the document the builder has come.
type lightPhase int

const (
	lightStart     lightPhase = iota
	lightHTML                 // behind <html>
	lightHead                 // behind <head>
	lightAfterHead            // behind </head>
	lightBody                 // behind <body>
	lightAfterBody            // behind </body>
	lightEnd                  // behind </html>
)

// lightBuilder is one pass over one text.
type lightBuilder struct {
	src     string
	raw     []byte // the same bytes
	at      int
	phase   lightPhase
	refused bool

	root   *html.Node
	open   []*html.Node // the document, then every element that is open
	starts []int32
	slab   lightSlab

	elements int              // made so far
	uneven   bool             // a start tag made none, or more than one
	attrs    []html.Attribute // of the tag being read

	paragraphs, links, selects, buttons, forms, templates int // open ones

	formatting int // open ones
	cost       int // as meter counts it
	joined     int // texts
	valueEnd   int
	typed      bool // a document type was read
	plain      bool // … and is that of today
}

// step reads one stretch of text and the markup behind it.
func (b *lightBuilder) step() {
	i := b.markup(b.at)
	if i > b.at {
		text := b.src[b.at:i]
		b.at = i
		b.text(text)
	}
	switch {
	case b.refused || i >= len(b.src):
	case b.src[i+1] == '/':
		b.endTag()
	case b.src[i+1] == '!':
		b.declaration()
	default:
		b.startTag()
	}
}

// markup is the offset of the next tag or declaration. A lone < is text.
func (b *lightBuilder) markup(from int) int {
	for i := from; i < len(b.src); i++ {
		n := strings.IndexByte(b.src[i:], '<')
		if n < 0 {
			break
		}
		if i += n; i+1 == len(b.src) {
			break
		}
		switch c := b.src[i+1]; {
		case isLetter(c) || c == '!':
			return i
		case c == '/':
			if i+2 < len(b.src) && isLetter(b.src[i+2]) {
				return i
			}
			b.refused = true
		case c == '?':
			b.refused = true
		}
	}
	return len(b.src)
}

// refuse gives the page up.
func (b *lightBuilder) refuse() { b.refused = true }

func (b *lightBuilder) top() *html.Node { return b.open[len(b.open)-1] }
