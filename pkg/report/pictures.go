package report

import (
	"bytes"
	"encoding/base64"
	"html/template"
	"image/png"
	"net/url"
	"path"
	"strings"
)

// maxInlined is how many bytes of pictures one HTML report holds; those beyond
// it are linked only.
const maxInlined = 12 << 20

// pictures names the files that show a finding.
func (p *printer) pictures(r *Result, col int) {
	if len(r.Screenshots) > 0 {
		p.entries(2, col, p.say("label.pictures"), r.Screenshots)
	}
}

// htmlPicture is one picture of a finding: the file beside the report, and its
// bytes where they are to be had.
type htmlPicture struct {
	Class, Caption, Alt string
	Link                string
	Data                template.URL
	Width, Height       int
}

// htmlPictures are the pictures of a finding. The bytes stand in the page
// itself: it can be sent on as one file.
func (p *printer) htmlPictures(r *Report, res *Result) []htmlPicture {
	var out []htmlPicture
	for _, name := range res.Screenshots {
		view := viewOf(name)
		x := htmlPicture{Class: view, Caption: p.say("picture." + view), Link: fileLink(name)}
		x.Alt = p.say("picture.alt", "Finding", headline(res))
		x.Data, x.Width, x.Height = p.inline(r, name)
		out = append(out, x)
	}
	return out
}

// inline is a picture as a data address; empty when there is none, when it is
// no picture, or when the page holds enough of them.
func (p *printer) inline(r *Report, name string) (template.URL, int, int) {
	if r.Picture == nil {
		return "", 0, 0
	}
	data := r.Picture(name)
	size, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil || p.inlined+len(data) > maxInlined {
		return "", 0, 0
	}
	p.inlined += len(data)
	return template.URL("data:image/png;base64," + base64.StdEncoding.EncodeToString(data)), size.Width, size.Height //nolint:gosec // of a picture that was decoded
}

// viewOf is the view a picture shows, by the end of its name.
func viewOf(name string) string {
	if strings.HasSuffix(name, "_phone.png") {
		return "phone"
	}
	return "desktop"
}

// fileLink is the name of a file as a link relative to the report.
func fileLink(name string) string {
	return linkSafe.Replace((&url.URL{Path: name}).String())
}

// mdPictures links the pictures of a finding.
func (p *printer) mdPictures(res *Result) {
	var links []string
	for _, name := range res.Screenshots {
		links = append(links, "["+mdText(p.say("picture."+viewOf(name)))+"]("+fileLink(name)+")")
	}
	if len(links) > 0 {
		p.out.WriteString("- " + p.say("label.pictures") + p.say("colon") + strings.Join(links, dot) + "\n")
	}
}

// Beside is a copy of the report for one file: name gives each picture the
// name it has from there.
func (r *Report) Beside(name func(string) string) *Report {
	out := *r
	out.tidy = false // names of files are strings of others
	out.Shops = append([]Shop{}, r.Shops...)
	for i := range out.Shops {
		s := &out.Shops[i]
		s.Results = append([]Result{}, s.Results...)
		for j := range s.Results {
			res := &s.Results[j]
			var names []string
			for _, n := range res.Screenshots {
				names = append(names, path.Clean(name(n)))
			}
			res.Screenshots = names
		}
	}
	return &out
}
