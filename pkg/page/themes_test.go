package page

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/net/html"
)

// TestThemes judges pages in the two frameworks that most themes are built
// with, with the frameworks' own sheets, built as users build them:
// SHOPLINT_THEMES is a folder with a folder for each page of testdata/themes
// and its sheet in it. Each link says what a person sees of it.
func TestThemes(t *testing.T) {
	root := os.Getenv("SHOPLINT_THEMES")
	if root == "" {
		t.Skip("name a folder of built themes in SHOPLINT_THEMES")
	}
	for theme, sheet := range map[string]string{"bootstrap": "bootstrap.min.css", "tailwind": "tailwind.css"} {
		t.Run(theme, func(t *testing.T) {
			css, err := os.ReadFile(filepath.Join(root, theme, sheet))
			if err != nil {
				t.Fatal(err)
			}
			body, err := os.ReadFile(filepath.Join("testdata", "themes", theme, "index.html"))
			if err != nil {
				t.Fatal(err)
			}
			p, err := Parse(Input{URL: "https://shop.example/", Body: body, Sheets: NewSheets(fakeSheets{"https://shop.example/" + sheet: string(css)})}, nil)
			if err != nil {
				t.Fatal(err)
			}
			asked := 0
			for n := range p.root.Descendants() {
				if n.Type == html.ElementNode && hasAttr(n, "data-want") {
					asked++
					if got, want := seenAs(p.Sight(n)), attr(n, "data-want"); got != want {
						t.Errorf("%s: %s, want %s: %+v", attr(n, "href"), got, want, p.Sight(n))
					}
				}
			}
			if asked < 20 {
				t.Errorf("only %d links were asked for", asked)
			}
		})
	}
}

// seenAs is a sight in the words of the pages.
func seenAs(s Sight) string {
	click := s.Note == "opened by a click"
	switch {
	case s.State == Unknown:
		return "unknown"
	case s.State == Hidden:
		return "none"
	case click:
		return "click"
	case s.Desktop && s.Phone:
		return "both"
	case s.Desktop:
		return "desktop"
	}
	return "phone"
}
