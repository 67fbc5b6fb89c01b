package page

import (
	"sort"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Blocks are the stretches of text that a reader sees as one, in document
// order. An element whose text is interrupted by a block inside it gives one
// Block for each stretch.
func (p *Page) Blocks() []Block {
	if p.blocks != nil {
		return p.blocks
	}
	guess := p.found.nodes / 8 // a block for eight nodes is what shops have
	w := blockWalk{root: p.root, blocks: make([]Block, 0, guess), runs: make([]run, 0, guess*2)}
	w.walk()
	p.blocks = w.blocks
	return p.blocks
}

// blockWalk collects blocks on one walk over the tree.
type blockWalk struct {
	root   *html.Node
	blocks []Block
	runs   []run // of all blocks, one slab
	first  int   // where the open block's runs begin
	fold   folder
	open   *html.Node
	at     where
}

func (w *blockWalk) walk() {
	type level struct {
		block *html.Node
		at    where
	}
	var stack []level
	for n := w.root; n != nil; {
		down := w.enter(n)
		if down {
			stack = append(stack, level{w.open, w.at})
			if n.Type == html.ElementNode {
				if isBlock(n) {
					w.open = n
				}
				w.at = w.at.inside(n)
			}
			n = n.FirstChild
			continue
		}
		for n != nil && n.NextSibling == nil {
			if n = n.Parent; n == nil {
				break
			}
			if isBlock(n) {
				w.close()
			}
			w.open, w.at = stack[len(stack)-1].block, stack[len(stack)-1].at
			stack = stack[:len(stack)-1]
		}
		if n != nil {
			n = n.NextSibling
		}
	}
	w.close()
}

// enter takes a node's own text and reports whether to go down.
func (w *blockWalk) enter(n *html.Node) bool {
	switch n.Type {
	case html.TextNode:
		w.text(n)
		return false
	case html.ElementNode:
		if silent(n) {
			return false
		}
		if isBlock(n) {
			w.close()
		} else if n.DataAtom == atom.Br {
			w.fold.space = true
		}
	case html.DocumentNode:
	default:
		return false
	}
	return n.FirstChild != nil
}

func (w *blockWalk) text(n *html.Node) {
	before := len(w.fold.b)
	w.fold.add(n.Data)
	if len(w.fold.b) > before {
		w.runs = append(w.runs, run{before, n})
	}
}

// close ends the open block, if it has text.
func (w *blockWalk) close() {
	w.fold.space = false
	if len(w.fold.b) == 0 {
		return
	}
	end := len(w.runs)
	runs := w.runs[w.first:end:end]
	w.blocks = append(w.blocks, Block{Text: w.take(runs), Node: w.open, Region: w.at.region, runs: runs})
	w.first = end
}

// take empties the folder. The text of a block that came from one node as it
// is needs no copy.
func (w *blockWalk) take(runs []run) string {
	text := w.fold.b
	w.fold.b = text[:0]
	if data := trim(runs[0].node.Data); len(runs) == 1 && data == string(text) {
		return data
	}
	return string(text)
}

// NodeAt is the text node that the byte at offset of Text came from; nil when
// the offset is outside.
func (b Block) NodeAt(offset int) *html.Node {
	if offset < 0 || offset >= len(b.Text) {
		return nil
	}
	i := sort.Search(len(b.runs), func(i int) bool { return b.runs[i].start > offset })
	if i == 0 {
		return nil
	}
	return b.runs[i-1].node
}

// Shown is the block without the parts that no reader sees. What cannot be
// decided stays.
func (p *Page) Shown(b Block) Block {
	out := Block{Node: b.Node, Region: b.Region}
	var text []byte
	for i, r := range b.runs {
		if p.Sight(r.node).State == Hidden {
			continue
		}
		end := len(b.Text)
		if i+1 < len(b.runs) {
			end = b.runs[i+1].start
		}
		part := b.Text[r.start:end]
		if len(text) == 0 && part[0] == ' ' {
			part = part[1:]
		}
		out.runs = append(out.runs, run{len(text), r.node})
		text = append(text, part...)
	}
	if len(out.runs) == len(b.runs) {
		return b
	}
	out.Text = string(text)
	return out
}

// isBlock reports whether an element begins a new stretch of text.
func isBlock(n *html.Node) bool { return isBlockAtom(n.DataAtom) }

func isBlockAtom(tag atom.Atom) bool {
	switch tag {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd,
		atom.Details, atom.Dialog, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure,
		atom.Footer, atom.Form, atom.Frameset, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header,
		atom.Hgroup, atom.Hr, atom.Html, atom.Legend, atom.Li, atom.Listing, atom.Main, atom.Menu, atom.Nav,
		atom.Noscript, atom.Ol, atom.Optgroup, atom.Option, atom.P, atom.Plaintext, atom.Pre, atom.Search,
		atom.Section, atom.Select, atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Template, atom.Textarea,
		atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul, atom.Xmp:
		return true
	}
	return false
}
