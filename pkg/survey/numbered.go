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
func (x *Extractor) numbered(p *page.Page, h ident.Hint, keys []uint64) []int {
	var out []int
	blocks := p.Blocks()
	salt := bits.RotateLeft64(Key64(h.Language+h.Country), 42)
	for i := range blocks {
		if x.blank.Has(keys[i]) {
			continue
		}
		text := blocks[i].Text
		if !dialable(text) && !ident.Trigger(text) {
			x.blank.Add(keys[i])
			continue
		}
		head := identHead(blocks, i)
		key := keys[i] ^ bits.RotateLeft64(Key64(head), 21) ^ salt | 1
		switch {
		case x.plain.Has(key):
		case len(identsIn(text, head, h)) > 0 || len(phonesIn(text, phoneHead(blocks, i))) > 0:
			out = append(out, i)
		default:
			x.plain.Add(key)
		}
	}
	return out
}
