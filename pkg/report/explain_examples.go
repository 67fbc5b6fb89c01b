package report

import (
	"strings"

	"github.com/shoplint/shoplint/pkg/rule"
)

// shownExamples is how many fixtures of each verdict an explanation tells of.
var shownExamples = []struct {
	verdict string
	most    int
}{{"fail", 3}, {"warn", 2}, {"pass", 3}, {"unclear", 1}}

// examples are some of the small shops the rule is tried on, the worst first,
// each with its verdict, its day, its country and what it is about. What they
// are about is written in English, or in the language of the user's own rule.
func (p *printer) examples(fixtures []rule.Fixture) []string {
	var out []string
	for _, s := range shownExamples {
		left := s.most
		for _, f := range fixtures {
			if f.Verdict != s.verdict || left == 0 || f.Note == "" {
				continue
			}
			left--
			out = append(out, p.word(f.Verdict)+dot+strings.TrimSuffix(f.Note, ".")+" ("+string(f.Country)+", "+p.day(f.AsOf.String())+")")
		}
	}
	return out
}
