package survey

import (
	"math/bits"

	"github.com/shoplint/shoplint/pkg/contact"
	"github.com/shoplint/shoplint/pkg/page"
)

// worth is what of a page is worth a closer look: the blocks of text, by
// index, and the pictures that hold a sign of an address or a target.
type worth struct {
	blocks []int
	images []page.Image
	mute   *Quiet // scripts without an address; nil: none is known
}

// everything is a page of which all is looked at.
func everything(p *page.Page) worth {
	w := worth{images: p.Images()}
	for i := range p.Blocks() {
		w.blocks = append(w.blocks, i)
	}
	return w
}

// worth looks once at every text of a page, whose blocks have these keys, and at no text twice that held
// nothing the first time.
func (x *Extractor) worth(p *page.Page, keys []uint64) worth {
	w := worth{mute: x.mute}
	for i, b := range p.Blocks() {
		if x.quiet.Has(keys[i]) {
			continue
		}
		if x.speaks(b.Text) {
			w.blocks = append(w.blocks, i)
		} else {
			x.quiet.Add(keys[i])
		}
	}
	for _, img := range p.Images() {
		key := Key64(img.Alt) ^ bits.RotateLeft64(Key64(img.Title), 21) ^ bits.RotateLeft64(Key64(img.Src), 42) | 1
		if x.quiet.Has(key) {
			continue
		}
		if x.speaks(img.Alt) || x.speaks(img.Title) || x.speaks(img.Src) || named(img.Src) {
			w.images = append(w.images, img)
		} else {
			x.quiet.Add(key)
		}
	}
	return w
}

// speaks reports whether a text may hold an address or names a target.
func (x *Extractor) speaks(text string) bool {
	return contact.Trigger(text) || suspicious(text) || len(x.book.Find(text, listAnnounce)) > 0
}
