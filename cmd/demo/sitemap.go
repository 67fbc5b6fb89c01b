package demo

import (
	"encoding/xml"
	"fmt"
	"io/fs"
	"net/http"
	"strings"
)

// robots keeps robots out of the cart and names the sitemap. The sitemap's
// address has to be absolute, and the port is only known once we serve.
func robots(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	fmt.Fprintf(w, "User-agent: *\nDisallow: /winkelmand/\nDisallow: /fr/panier/\n\nSitemap: http://%s/sitemap.xml\n", r.Host)
}

type urlset struct {
	XMLName xml.Name  `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	URLs    []urlLine `xml:"url"`
}

type urlLine struct {
	Loc string `xml:"loc"`
}

// sitemap lists every page of the shop in the order of its path.
func sitemap(w http.ResponseWriter, r *http.Request, shop fs.FS) {
	set := urlset{}
	err := fs.WalkDir(shop, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.Name() == "index.html" {
			set.URLs = append(set.URLs, urlLine{"http://" + r.Host + "/" + strings.TrimSuffix(name, "index.html")})
		}
		return err
	})
	body, encErr := xml.MarshalIndent(set, "", "  ")
	if err != nil || encErr != nil {
		http.Error(w, "no sitemap", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/xml; charset=utf-8")
	_, _ = w.Write([]byte(xml.Header))
	_, _ = w.Write(append(body, '\n'))
}
