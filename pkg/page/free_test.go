package page

import (
	"testing"

	"golang.org/x/net/html"
)

// TestFreedRoomIsEmpty builds page after page in the room of the ones before,
// and compares each tree with that of the full parser.
func TestFreedRoomIsEmpty(t *testing.T) {
	for range 3 {
		for _, s := range plainPages {
			text := wrapped(s)
			p, err := Parse(Input{URL: "https://shop.be/", Body: text}, nil)
			if err != nil {
				t.Fatal(err)
			}
			if d := differ(p.root, full(t, text)); d != "" {
				t.Fatalf("%s\n%s", s, d)
			}
			nodes, attrs := p.slab.usedNodes, p.slab.usedAttrs
			p.Free()
			for _, piece := range nodes {
				for i := range piece {
					n := &piece[i]
					if n.Parent != nil || n.FirstChild != nil || n.NextSibling != nil || n.Data != "" || n.Attr != nil || n.Type != html.ErrorNode {
						t.Fatalf("%s: a node is left: %+v", s, n)
					}
				}
			}
			for _, piece := range attrs {
				if *piece != (attrPiece{}) {
					t.Fatalf("%s: an attribute is left", s)
				}
			}
			if len(p.Links())+len(p.Blocks())+len(p.Forms()) > 0 {
				t.Errorf("%s: a freed page still has content", s)
			}
		}
	}
}

func TestManyAttributes(t *testing.T) {
	text := "<p"
	for i := range attrsAtOnce + 1 {
		text += " a" + string(rune('a'+i%26)) + string(rune('a'+i/26)) + "=1"
	}
	page := wrapped(text + ">x</p>")
	tree, ok := light(page)
	if !ok {
		t.Skip("not read in one pass")
	}
	if d := differ(tree.root, full(t, page)); d != "" {
		t.Error(d)
	}
}
