package report

import (
	"testing"

	"github.com/shoplint/shoplint/pkg/survey"
)

func TestSpots(t *testing.T) {
	tests := []struct {
		name, dir, target, start, address string
		source                            survey.Source
		path, uri, url                    string
		file                              bool
	}{
		{"live", "", "https://shop.be/", "https://shop.be/", "https://shop.be/fr/contact?x=1", survey.Live, "shop.be/fr/contact?x=1", "shop.be/fr/contact%3Fx=1", "https://shop.be/fr/contact?x=1", false},
		{"live home", "", "https://shop.be/", "https://shop.be/", "https://shop.be/", survey.Live, "shop.be", "shop.be", "https://shop.be/", false},
		{"port", "", "http://127.0.0.1:80/", "", "http://127.0.0.1:80/a b", survey.Live, "127.0.0.1:80/a b", "127.0.0.1%3A80/a%20b", "http://127.0.0.1:80/a b", false},
		{"folder", "/w", "public", "/", "/fr/", survey.Folder, "public/fr/index.html", "public/fr/index.html", "", true},
		{"folder from elsewhere", "/w", "/w/out/public/", "/", "/a.html", survey.Folder, "out/public/a.html", "out/public/a.html", "", true},
		{"folder outside", "/w", "/x/public", "/", "/fr/", survey.Folder, "fr/index.html", "fr/index.html", "", true},
		{"folder with an address", "/w", "./public", "https://shop.be/winkel/", "https://shop.be/winkel/fr/", survey.Folder, "public/fr/index.html", "public/fr/index.html", "https://shop.be/winkel/fr/", true},
		{"out of the folder", "/w", "public", "/", "/../../etc/passwd", survey.Folder, "public/etc/passwd", "public/etc/passwd", "", true},
		{"file", "/w", "page.html", "page.html", "page.html", survey.File, "page.html", "page.html", "", true},
		{"stdin", "/w", "-", "-", "-", survey.Stdin, "stdin", "stdin", "", false},
		{"no address", "", "https://shop.be/", "", "::\x7f", survey.Live, "::\x7f", "%3A%3A%7F", "", false},
	}
	for _, tt := range tests {
		s := &Shop{Target: tt.target, Source: tt.source}
		if tt.start != "" {
			s.Survey.Pages = []survey.Page{{URL: tt.start}}
		}
		at := spotOf(&Report{Dir: tt.dir}, s, tt.address, 3)
		if at.path != tt.path || at.reference() != tt.uri || at.url != tt.url || at.file != tt.file || at.line != 3 {
			t.Errorf("%s: %+v (%s)", tt.name, at, at.reference())
		}
	}
}
