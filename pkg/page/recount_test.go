package page

import (
	"fmt"
	"strings"
	"testing"
)

func TestOnlyWhatGrowsIsCut(t *testing.T) {
	paragraphs := strings.Repeat("<p>lamp</p>", 2000)
	var unclosed strings.Builder
	for i := range 400 {
		fmt.Fprintf(&unclosed, "<b id=%d>", i)
	}
	for _, tt := range []struct {
		name, body string
		cut        bool
	}{
		{"unclosed formatting", unclosed.String() + paragraphs, true},
		{"unclosed formatting in svg style", "<svg><style>" + unclosed.String() + paragraphs + "</style></svg>", true},
		{"markup in a script", "<script>x=[" + strings.Repeat(`"<b>x<\/b>",`, 400) + "]</script>" + paragraphs, false},
		{"markup in a comment", "<!-- " + unclosed.String() + " -->" + paragraphs, false},
		{"ordinary", paragraphs, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p, err := Parse(Input{URL: "https://s.be/", Status: 200, Body: []byte("<!doctype html><html><body>" + tt.body + "<a href=/end>end</a></body></html>")}, nil)
			if err != nil {
				t.Fatal(err)
			}
			if p.Truncated != tt.cut || len(p.Links()) == 0 != tt.cut {
				t.Errorf("truncated %v, %d links", p.Truncated, len(p.Links()))
			}
		})
	}
}
