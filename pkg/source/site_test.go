package source

import (
	"net/url"
	"strings"
	"testing"
)

func TestMaybePage(t *testing.T) {
	for p, want := range map[string]bool{
		"/contact": true, "/contact/": true, "/contact.html": true, "/Contact.ASPX": true, "/v1.2": true, "/over.ons-en-meer": true,
		"/agb.pdf": false, "/logo.PNG": false, "/a.b/film.mp4": false, "/style.css": false,
	} {
		if got := maybePage(p); got != want {
			t.Errorf("maybePage(%q) = %v", p, got)
		}
	}
}

// Whatever a link says, it leads to a page of the folder or nowhere, and the
// address of that page leads to it again.
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"/", "", "//", "/a", "/a.html", "/fr", "/fr/", "/fr/../../a.html", "..%2f..%2fetc", "/winkel", "/winkel/a", "/winkel/winkel/a",
		"https://shop.be", "https://www.shop.be:443/a.html?x#y", "http://shop.be:80/fr/index.html", "//other.be/a", "/%00", "/a\\b", "/b%20c", "/.html", "/fr/.",
	} {
		f.Add(s)
	}
	pages := map[string]bool{"index.html": true, "a.html": true, "fr/index.html": true, "b c.htm": true, ".html": true, "x/y.php": true}
	base, err := url.Parse("https://shop.be/winkel/")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, address string) {
		u, err := url.Parse(address)
		if err != nil {
			return
		}
		for _, b := range []*url.URL{nil, base} {
			pl, tr := newPlace(b), &tree{pages: pages}
			file, webPath, own := pl.find(tr, u)
			if file == "" {
				continue
			}
			if !own || !pages[file] || !strings.HasPrefix(webPath, "/") {
				t.Fatalf("%q: file %q, path %q, own %v", address, file, webPath, own)
			}
			back, err := url.Parse(pl.address(webPath))
			if err != nil {
				t.Fatalf("%q has the address %q: %v", file, pl.address(webPath), err)
			}
			if again, _, _ := pl.find(tr, back); again != file {
				t.Fatalf("%q leads to %q, its address %q to %q", address, file, back, again)
			}
		}
	})
}
