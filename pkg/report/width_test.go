package report

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/survey"
)

// anyReport draws a report whose every string may be hostile.
func anyReport(t *rapid.T) *Report {
	text := func(label string) string { return nasty().Draw(t, label) }
	r := bakery(rapid.SampledFrom(Languages()).Draw(t, "lang"))
	s := &r.Shops[0]
	s.Target, s.Platform, s.CountrySign, s.Interrupted = text("target"), text("platform"), text("sign"), true
	s.Languages, s.SellsTo = []string{text("language")}, []string{text("customer"), "NL"}
	s.Survey.Notes = append(s.Survey.Notes, text("note"))
	s.Survey.Pages = append(s.Survey.Pages, survey.Page{URL: text("page"), Status: 410, Truncated: true})
	s.Survey.Unread = append(s.Survey.Unread, survey.Unread{URL: text("unread"), Cause: survey.Cause(text("cause")), Detail: text("detail")})
	s.Coming = append(s.Coming, Coming{Rule: text("rule"), Title: text("title"), Day: text("day")})
	for i := range s.Results {
		res := &s.Results[i]
		res.Outcome = rapid.SampledFrom([]check.Outcome{check.Pass, check.Warn, check.Fail, check.Unclear, check.NotApplicable, check.NotInForce, check.Broken}).Draw(t, "outcome")
		res.Rule, res.Headline, res.Message, res.Detail = text("rule"), text("headline"), text("message"), text("detail")
		res.Notes, res.Because, res.Until = append(res.Notes, text("note")), text("because"), text("until")
		res.Evidence = append([]Evidence{{Place: survey.Place{URL: text("url"), Selector: text("selector"), Line: 1234567, Excerpt: text("excerpt"), Why: text("why")}, Note: text("note"), Where: text("where")}}, res.Evidence...)
		res.Law = append(res.Law, Law{Cite: text("cite"), Article: text("article"), URL: text("url"), From: text("from")})
		res.Fix.Steps = append(res.Fix.Steps, text("step"))
		res.Fix.Snippets = append(res.Fix.Snippets, Snippet{Language: text("language"), Text: text("paste")})
	}
	return r
}

func TestNoLineIsTooWide(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyReport(t)
		w := rapid.IntRange(narrowest, widest).Draw(t, "width")
		var b bytes.Buffer
		if err := Text(&b, r, TextOptions{Width: w, All: rapid.Bool().Draw(t, "all"), Quiet: rapid.Bool().Draw(t, "quiet")}); err != nil {
			t.Fatal(err)
		}
		for line := range strings.SplitSeq(b.String(), "\n") {
			if got := width(line); got > w {
				t.Fatalf("%d columns of %d: %q", got, w, line)
			}
			if c, bad := dangerous(line); bad {
				t.Fatalf("%U in %q", c, line)
			}
		}
	})
}

func TestGoldensFit(t *testing.T) {
	for _, r := range []*Report{bakery("en"), bakery("nl"), bakery("fr"), bakery("de"), hostile(), gone(), oldLaw(), several(), empty()} {
		for line := range strings.SplitSeq(string(render(t, "text", r, TextOptions{})), "\n") {
			if width(line) > widest || strings.Contains(line, "<no value>") {
				t.Errorf("bad line: %q", line)
			}
		}
	}
}

func TestHeadHasFiveLines(t *testing.T) {
	for _, r := range []*Report{hostile(), oldLaw(), empty()} {
		r.Past = true
		head, _, _ := strings.Cut(string(render(t, "text", r, TextOptions{})), "\n\n")
		if n := strings.Count(head, "\n") + 1; n > 5 {
			t.Errorf("%d lines:\n%s", n, head)
		}
	}
}
