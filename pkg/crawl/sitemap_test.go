package crawl

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadSitemap(t *testing.T) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	z.Write([]byte("<urlset><url><loc>https://s.be/a</loc></url></urlset>"))
	z.Close()
	tests := []struct {
		name, body   string
		pages, files []string
		broken       bool
	}{
		{"plain", `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc> https://s.be/a </loc><lastmod>2026</lastmod></url></urlset>`, []string{"https://s.be/a"}, nil, false},
		{"index", "<sitemapindex><sitemap><loc>/b.xml</loc></sitemap></sitemapindex>", nil, []string{"/b.xml"}, false},
		{"pictures are no pages", "<urlset><url><loc>/a</loc><image:image><image:loc>/a.jpg</image:loc></image:image></url></urlset>", []string{"/a"}, nil, false},
		{"entities and CDATA", "<urlset><url><loc>/a?x=1&amp;y=2</loc></url><url><loc><![CDATA[/b]]></loc></url></urlset>", []string{"/a?x=1&y=2", "/b"}, nil, false},
		{"packed", packed.String(), []string{"https://s.be/a"}, nil, false},
		{"cut", "<urlset><url><loc>/a</loc></url><url><loc>/b", []string{"/a"}, nil, false},
		{"broken", "<urlset><url><loc>/a</loc></url><<", []string{"/a"}, nil, true},
		{"web page", "<html><p>Not found</p></html>", nil, nil, false},
		{"nested too deep", strings.Repeat("<a>", 100), nil, nil, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := readSitemap([]byte(tt.body), 100)
			if (err != nil) != tt.broken {
				t.Errorf("error %v", err)
			}
			if d := cmp.Diff(sitemapFile{tt.pages, tt.files}, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestSitemapIsBounded(t *testing.T) {
	got, err := readSitemap([]byte("<urlset>"+strings.Repeat("<url><loc>/a</loc></url>", 1000)), 50)
	if err != nil || len(got.Pages) != 50 {
		t.Errorf("%d pages, error %v", len(got.Pages), err)
	}
}

func FuzzSitemap(f *testing.F) {
	f.Add([]byte("<urlset><url><loc>/a</loc></url></urlset>"))
	f.Add([]byte("<?xml version='1.0' encoding='utf-16'?><sitemapindex><loc>&lt;"))
	f.Add([]byte{0x1f, 0x8b, 8, 0})
	f.Fuzz(func(t *testing.T, body []byte) {
		got, _ := readSitemap(body, 20)
		if len(got.Pages)+len(got.Files) > 20 {
			t.Error("more than asked for")
		}
		for _, p := range append(got.Pages, got.Files...) {
			if p == "" || len(p) > maxAddress {
				t.Errorf("address %q", p)
			}
		}
	})
}
