package report

import (
	"bytes"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

func TestCommandsAreTakenApart(t *testing.T) {
	tests := map[string]string{
		"::error ::x":            ": :error : :x",
		"a ::stop-commands::x":   "a : :stop-commands::x",
		":::x":                   ": : :x",
		"\u00a0::x":              "\u00a0: :x",
		"a::before":              "a::before",
		"##[group]x":             "# #[group]x",
		"see ##vso[task.x]":      "see # #vso[task.x]",
		"###[x]":                 "## #[x]",
		"## heading":             "## heading",
		"\x1b[0m::error::":       ": :error::",
		"\u200b::set-output a::": ": :set-output a::",
	}
	for in, want := range tests {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
	if got := CleanText("a\n::error ::b"); got != "a\n: :error : :b" {
		t.Errorf("second line: %q", got)
	}
}

// commanding draws text that wants a build server to obey.
func commanding() *rapid.Generator[string] {
	bits := rapid.SampledFrom([]string{
		"::", ":", "error", " ", "\n", "##", "#", "[", "vso[", "group]", "%0A", "%", ",", "\u00a0", "\u200b", "\x1b[0m", "\r", "x",
		"::error file=a::", "=", "+", "-", "@", ";", "\t", "\"", "＝", "'", "`", "<script>", "](http://x)", "https://evil.example", "www.evil.example",
		"@someone", "]]>", "\ufffe", "&", "|", "!", "*", "_", "\\", "- [x] ", strings.Repeat("y", 60), "1. ", "<!--", "javascript:alert(1)",
	})
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(bits, 0, 20).Draw(t, "bits"), "")
	})
}

// commandingReport is a report with such text in every string of a shop.
func commandingReport(t *rapid.T) *Report {
	r := anyReport(t)
	text := func(label string) string { return commanding().Draw(t, label) }
	s := &r.Shops[0]
	s.Target, s.CountrySign, s.Survey.Notes = text("target"), text("sign"), []string{text("note")}
	for i := range s.Results {
		res := &s.Results[i]
		res.Headline, res.Message, res.Detail, res.Notes = text("headline"), text("message"), text("detail"), []string{text("note")}
		for j := range res.Evidence {
			e := &res.Evidence[j]
			e.URL, e.Excerpt, e.Selector, e.Why = text("url"), text("excerpt"), text("selector"), text("why")
		}
		res.Fix.Steps, res.Fix.Snippets = []string{text("step")}, []Snippet{{Language: text("language"), Text: text("paste")}}
		for j := range res.Law {
			res.Law[j].URL = text("law")
		}
	}
	return r
}

// orders reports whether a build server would obey a line.
func orders(line string) bool {
	if strings.HasPrefix(strings.TrimFunc(line, unicode.IsSpace), "::") {
		return true
	}
	for rest := line; ; {
		_, after, ok := strings.Cut(rest, "##")
		if !ok {
			return false
		}
		if bracketed(after) {
			return true
		}
		rest = "#" + after
	}
}

func TestNoFormatGivesOrders(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := commandingReport(t)
		for _, f := range Formats() {
			var b bytes.Buffer
			if err := Write(&b, f, r, TextOptions{Width: rapid.IntRange(narrowest, widest).Draw(t, "width")}); err != nil {
				t.Fatal(err)
			}
			for line := range strings.SplitSeq(b.String(), "\n") {
				if f == "github" && ourCommand(line) {
					continue
				}
				if orders(line) {
					t.Fatalf("%s: a build server would obey %q", f, line)
				}
			}
		}
	})
}

// ourCommand reports whether a line is one of the three commands we write, and
// holds no second one.
func ourCommand(line string) bool {
	for _, c := range []string{"::error ", "::warning ", "::notice "} {
		if rest, ok := strings.CutPrefix(line, c); ok {
			props, _, ok := strings.Cut(rest, "::")
			return ok && !strings.Contains(props, ":") && !strings.ContainsAny(line, "\r")
		}
	}
	return false
}

func TestAnnotationsAreCapped(t *testing.T) {
	r := bakery("en")
	s := &r.Shops[0]
	s.Results = nil
	for range 25 {
		s.Results = append(s.Results, staleLink())
	}
	for range 13 {
		s.Results = append(s.Results, mailUnclear())
	}
	out := string(render(t, "github", r, TextOptions{}))
	for name, want := range map[string]int{"::error ": 10, "::warning ": 10, "::notice ": 1, "18 more": 1} {
		if got := strings.Count(out, name); got != want {
			t.Errorf("%d of %q, want %d", got, name, want)
		}
	}
}
