package survey

import (
	"math/bits"

	"github.com/shoplint/shoplint/pkg/ident"
	"github.com/shoplint/shoplint/pkg/page"
)

// numbered lists the blocks of a page, by index, that hold a company's or a
// telephone number, seen or hidden. Tiles full of prices and article numbers
// come again on every page: a text that held none behind the same label in the
// same language is not looked at twice.
func numbered(p *page.Page, h ident.Hint, plain *quiet) []int {
	var out []int
	blocks := p.Blocks()
	salt := bits.RotateLeft64(plain.key(h.Language+h.Country), 42)
	for i := range blocks {
		text := blocks[i].Text
		if !dialable(text) && !ident.Trigger(text) {
			continue
		}
		head := identHead(blocks, i)
		key := plain.key(text) ^ bits.RotateLeft64(plain.key(head), 21) ^ salt | 1
		switch {
		case plain.has(key):
		case len(identsIn(text, head, h)) > 0 || len(phonesIn(text, phoneHead(blocks, i))) > 0:
			out = append(out, i)
		default:
			plain.add(key)
		}
	}
	return out
}
