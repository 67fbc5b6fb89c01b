package report

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestMdText(t *testing.T) {
	tests := map[string]string{
		"<script>alert(1)</script>":  "&lt;script&gt;alert(1)&lt;/script&gt;",
		"[x](http://evil.example)":   "`[x](http://evil.example)`",
		"[x](javascript:alert)":      `\[x\](javascript:alert)`,
		"see https://a.example, `b`": "see `https://a.example,` \\`b\\`",
		"mail jan@shop.be":           "mail `jan@shop.be`",
		"`https://a`b":               "`'https://a'b`",
		"- [x] done":                 `\- \[x\] done`,
		"1. one":                     `1\. one`,
		"law of 2026-11-22 (see it)": "law of 2026-11-22 (see it)",
		"a\n# b":                     "a `#` b",
		"![i](x)":                    `\!\[i\](x)`,
	}
	for in, want := range tests {
		if got := mdText(in); got != want {
			t.Errorf("mdText(%q) = %q, want %q", in, got, want)
		}
	}
}

var (
	inert  = regexp.MustCompile("\\\\[[:punct:]]|`[^`\n]*`|&(?:lt|gt|amp);") // from left to right, as renderers read
	anchor = regexp.MustCompile(`\[[^\[\]\n]*\]\((https?://[^()\s<>]+)\)`)
)

// bare is Markdown without what cannot hold markup of a shop's making: blocks
// and spans of code, escaped signs, entities, and links of ours.
func bare(md string) string {
	var out []string
	fence := ""
	for line := range strings.SplitSeq(md, "\n") {
		trimmed := strings.TrimSuffix(line, "html")
		switch {
		case fence != "" && line == fence:
			fence = ""
			continue
		case fence != "":
			continue
		case strings.HasPrefix(line, "```") && strings.Trim(trimmed, "`") == "":
			fence = trimmed
			continue
		}
		line = inert.ReplaceAllString(line, "")
		out = append(out, anchor.ReplaceAllString(line, ""))
	}
	return strings.Join(out, "\n")
}

func TestMarkdownHoldsNoMarkupOfTheShop(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := commandingReport(t)
		var b bytes.Buffer
		if err := Markdown(&b, r); err != nil {
			t.Fatal(err)
		}
		rest := strings.ReplaceAll(bare(b.String()), "- [ ] ", "")
		for _, bad := range []string{"<", "](", "://", "www.", "`", "![", "@", "- [x]", "$"} {
			if strings.Contains(rest, bad) {
				t.Fatalf("%q in\n%s\nof\n%s", bad, rest, b.String())
			}
		}
	})
}

func TestToDoBoxes(t *testing.T) {
	out := string(render(t, "markdown", bakery("en"), TextOptions{}))
	if got := strings.Count(out, "\n- [ ] "); got != 3 { // two steps, one way out
		t.Errorf("%d boxes", got)
	}
}
