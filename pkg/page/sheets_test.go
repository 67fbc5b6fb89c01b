package page

import (
	"fmt"
	"sync"
	"testing"
)

// Pages that share their sheets see what each would see alone, at once too.
func TestSharedSheets(t *testing.T) {
	sheets := NewSheets(nil)
	var group sync.WaitGroup
	for i := range 40 {
		group.Go(func() {
			body := fmt.Sprintf(`<!doctype html><html><head><style>.h%d{display:none}%100s</style><style media=print>p{display:none}</style></head>`+
				`<body><p class=h0>a</p><p class=h1>b</p></body></html>`, i%2, "")
			for _, shared := range []*Sheets{nil, sheets} {
				p, err := Parse(Input{URL: "https://shop.be/", Body: []byte(body)}, nil)
				if err != nil {
					t.Error(err)
					return
				}
				p.ShareSheets(shared)
				for j, n := range p.Doc().Find("p").Nodes {
					if hidden := p.Sight(n).State == Hidden; hidden != (j == i%2) {
						t.Errorf("page %d, paragraph %d: hidden %v (shared %v)", i, j, hidden, shared != nil)
					}
				}
			}
		})
	}
	group.Wait()
	if len(sheets.inline) != 2 {
		t.Errorf("%d sheets are kept, want 2", len(sheets.inline))
	}
}
