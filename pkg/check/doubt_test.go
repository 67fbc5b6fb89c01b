package check

import (
	"testing"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// What cannot be decided is found with a note, but for what hangs on a sheet of
// the shop that could not be read.
func TestDoubts(t *testing.T) {
	const platform, successor = "odr-platform", "odr-successor"
	stale := &staleCheck{staleParams{Platform: []string{platform}, Successor: []string{successor}}}
	link := &linkCheck{linkParams{To: []string{platform}}}
	for name, c := range map[string]struct {
		state       []page.Doubt
		link, stale Outcome
		why         string // reason of the second
	}{
		"certain":                 {[]page.Doubt{page.NoDoubt}, Pass, Fail, "link"},
		"a selector":              {[]page.Doubt{page.Undecided}, Pass, Warn, "link-uncertain"},
		"a sheet beside a file":   {[]page.Doubt{page.NoSheet}, Pass, Fail, "link"},
		"the shop's own":          {[]page.Doubt{page.OwnSheet}, Unclear, Unclear, "unstyled"},
		"own, and one certain":    {[]page.Doubt{page.OwnSheet, page.NoDoubt}, Pass, Fail, "link"},
		"own, and a selector too": {[]page.Doubt{page.OwnSheet, page.Undecided}, Pass, Unclear, "unstyled"},
	} {
		s := survey.New("https://shop.example/", survey.Live)
		s.Add(&survey.Record{Page: survey.Page{URL: "https://shop.example/", Status: 200, Via: "start", Kind: words.Home, Linked: true}})
		s.Finish(survey.Totals{Searched: true, Stopped: "enough"})
		p := &page.Page{Input: page.Input{URL: "https://shop.example/"}, Kind: words.Home}
		f := survey.PageFacts{}
		for i, d := range c.state {
			f.Targets = append(f.Targets, survey.TargetLink{
				Place: survey.Place{URL: p.URL, Visible: true, Why: []string{"one", "two"}[i]}, Name: platform, Href: "https://ec.europa.eu/odr",
				Certain: d == page.NoDoubt, Doubt: d,
			})
		}
		first := link.Judge(Case{}, s, Fold(nil, link.Inspect(p, &f).Evidence))
		second := stale.Judge(Case{}, s, Fold(nil, stale.Inspect(p, &f).Evidence))
		if first.Outcome != c.link || second.Outcome != c.stale || second.Reason != c.why {
			t.Errorf("%s: %s (%s) and %s (%s), want %s and %s (%s)", name, first.Outcome, first.Reason, second.Outcome, second.Reason, c.link, c.stale, c.why)
		}
		if first.Outcome == Unclear && first.Cause != survey.Style {
			t.Errorf("%s: cause %q", name, first.Cause)
		}
	}
}
