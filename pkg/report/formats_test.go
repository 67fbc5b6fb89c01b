package report

import (
	"bytes"
	"testing"

	"pgregory.net/rapid"
)

// extensions are the formats with a golden, and what theirs is called. Those
// with words of ours have one in each language.
var extensions = []struct {
	format, ext string
	words       bool
}{
	{"jsonl", "jsonl", false}, {"csv", "csv", false}, {"gitlab", "gitlab.json", false},
	{"markdown", "md", true}, {"html", "html", true}, {"sarif", "sarif", true}, {"junit", "junit.xml", true}, {"github", "github", true},
}

func TestGoldenFormats(t *testing.T) {
	for _, x := range extensions {
		golden(t, "hostile."+x.ext, render(t, x.format, hostile(), TextOptions{}))
		golden(t, "several."+x.ext, render(t, x.format, several(), TextOptions{}))
		if !x.words {
			golden(t, "bakery."+x.ext, render(t, x.format, bakery("en"), TextOptions{}))
			continue
		}
		for _, lang := range Languages() {
			golden(t, "bakery."+lang+"."+x.ext, render(t, x.format, bakery(lang), TextOptions{}))
		}
	}
}

// TestEveryFormatOfAnyReport: no format fails, differs between two runs, or
// lets a dangerous character through.
func TestEveryFormatOfAnyReport(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyReport(t)
		for _, f := range Formats() {
			var a, b bytes.Buffer
			if err := Write(&a, f, r, TextOptions{}); err != nil {
				t.Fatalf("%s: %v", f, err)
			}
			if err := Write(&b, f, r, TextOptions{}); err != nil || !bytes.Equal(a.Bytes(), b.Bytes()) {
				t.Fatalf("%s: two renderings differ (%v)", f, err)
			}
			for _, line := range bytes.Split(a.Bytes(), []byte("\n")) {
				if c, bad := dangerous(string(bytes.TrimLeft(line, "\t"))); bad {
					t.Fatalf("%s: %U in %q", f, c, line)
				}
			}
		}
	})
}

func TestFormatsKeepTheReport(t *testing.T) {
	r := hostile()
	before := render(t, "json", r, TextOptions{})
	for _, f := range Formats() {
		render(t, f, r, TextOptions{})
	}
	if !bytes.Equal(before, render(t, "json", r, TextOptions{})) {
		t.Error("rendering changed the report")
	}
}
