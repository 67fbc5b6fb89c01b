package source

import (
	"context"
	"strings"
	"testing"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
)

// looker keeps what is seen of the paragraph on each page.
type looker struct {
	heap
	sight page.Sight
}

func (l *looker) Inspect(p *page.Page) *survey.Record {
	for _, b := range p.Blocks() {
		l.sight = p.Sight(b.Node)
	}
	return l.heap.Inspect(p)
}

func TestFolderSheets(t *testing.T) {
	const sheet = ".m{display:none}"
	for name, c := range map[string]struct {
		href, base string
		files      map[string]string
		state      page.State
	}{
		"beside":               {href: "a.css", files: map[string]string{"a.css": sheet}, state: page.Hidden},
		"from the root":        {href: "/css/a.css?v=2", files: map[string]string{"css/a.css": sheet}, state: page.Hidden},
		"absolute":             {href: "https://shop.be/a.css", base: "https://shop.be/", files: map[string]string{"a.css": sheet}, state: page.Hidden},
		"below the base":       {href: "/sub/a.css", base: "https://shop.be/sub/", files: map[string]string{"a.css": sheet}, state: page.Hidden},
		"imported":             {href: "a.css", files: map[string]string{"a.css": "@import url(b.css);", "b.css": sheet}, state: page.Hidden},
		"imported in a circle": {href: "a.css", files: map[string]string{"a.css": "@import 'a.css';" + sheet}, state: page.Hidden},
		"not there":            {href: "a.css", state: page.Unknown},
		"of another":           {href: "https://cdn.example/a.css", state: page.Unknown},
		"out of the folder":    {href: "../../etc/passwd", state: page.Unknown},
		"too large":            {href: "a.css", files: map[string]string{"a.css": strings.Repeat(" ", page.MaxSheet+1)}, state: page.Unknown},
	} {
		files := map[string]string{"index.html": `<!doctype html><link rel=stylesheet href="` + c.href + `"><p class=m>Words</p>`}
		for f, body := range c.files {
			files[f] = body
		}
		l := &looker{}
		if _, err := Folder(context.Background(), grow(t, files), Options{BaseURL: c.base}, l); err != nil {
			t.Fatal(err)
		}
		if l.sight.State != c.state || c.state == page.Unknown && l.sight.Doubt != page.NoSheet {
			t.Errorf("%s: %+v, want state %d", name, l.sight, c.state)
		}
	}
}
