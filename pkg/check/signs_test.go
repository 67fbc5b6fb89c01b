package check

import (
	"testing"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
)

// A sign is a tool that a page loads, a property that it names, or an element
// of the tool's own; what only mentions them is none.
func TestSigns(t *testing.T) {
	signs := Signs{Hosts: []string{"cdn.stars.example/"}, Data: []string{"aggregateRating"}, Elements: []string{"star-box"}}
	for _, c := range []struct{ name, body, want string }{
		{"script", `<script src="https://CDN.stars.example/x.js"></script>`, "cdn.stars.example/"},
		{"inline loader", `<script>var s="https://cdn.stars.example/x.js"</script>`, "cdn.stars.example/"},
		{"data block", `<script type="application/json">{"u":"https://cdn.stars.example/"}</script>`, ""},
		{"frame", `<iframe src="https://cdn.stars.example/box"></iframe>`, "cdn.stars.example/"},
		{"json-ld", `<script type="application/ld+json">{"@type":"Product","aggregateRating":{"ratingValue":4.5}}</script>`, "aggregateRating"},
		{"microdata", `<div itemprop="aggregateRating" itemscope>4.5</div>`, "aggregateRating"},
		{"element", `<star-box product="1"></star-box>`, "star-box"},
		{"words", `<p>aggregateRating, star-box and cdn.stars.example/ are names.</p>`, ""},
		{"nothing", `<p>Soap</p>`, ""},
	} {
		p, err := page.Parse(page.Input{URL: "https://shop.example/p", Status: 200, Body: []byte("<!doctype html><body><h1>Soap</h1>" + c.body)}, nil)
		if err != nil {
			t.Fatal(err)
		}
		e, ok := signs.on(p, &survey.PageFacts{})
		if ok != (c.want != "") || e.Key != c.want {
			t.Errorf("%s: %v %q, want %q", c.name, ok, e.Key, c.want)
		}
	}
}
