package crawl

import (
	"bytes"
	"compress/gzip"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html/charset"
)

// Limits of one sitemap file; the protocol itself allows 50,000 addresses.
const (
	sitemapBytes = 12 << 20
	sitemapURLs  = 50_000
)

// sitemapFile is one file of the sitemaps protocol: pages of a urlset, or
// further files of an index.
type sitemapFile struct {
	Pages []string
	Files []string
}

// readSitemap reads a sitemap of at most max addresses as a stream, packed or
// not. What was read before an error is kept: many shops serve broken ones.
func readSitemap(body []byte, max int) (sitemapFile, error) {
	var out sitemapFile
	var r io.Reader = bytes.NewReader(body)
	if bytes.HasPrefix(body, []byte{0x1f, 0x8b}) {
		z, err := gzip.NewReader(r)
		if err != nil {
			return out, err
		}
		r = io.LimitReader(z, sitemapBytes)
	}
	d := xml.NewDecoder(r)
	d.Strict = false
	d.CharsetReader = charset.NewReaderLabel
	var inLoc, index bool
	depth := 0
	var loc strings.Builder
	for len(out.Pages)+len(out.Files) < max {
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return out, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if depth++; depth > 32 {
				return out, errors.New("sitemap is nested too deep")
			}
			index = index && depth > 1 || t.Name.Local == "sitemapindex"
			inLoc = t.Name.Local == "loc" && t.Name.Space == "" // not image:loc
			loc.Reset()
		case xml.CharData:
			if inLoc && loc.Len()+len(t) <= maxAddress {
				loc.Write(t)
			}
		case xml.EndElement:
			depth--
			if inLoc {
				out.add(strings.TrimSpace(loc.String()), index)
			}
			inLoc = false
		}
	}
	return out, nil
}

func (f *sitemapFile) add(loc string, index bool) {
	switch {
	case loc == "":
	case index:
		f.Files = append(f.Files, loc)
	default:
		f.Pages = append(f.Pages, loc)
	}
}
