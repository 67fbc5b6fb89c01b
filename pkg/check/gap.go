package check

import (
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// gapParams is a rule against texts to paste whose gaps nobody filled.
//
//	check:
//	  kind: gap   # no gap of rule.Gaps may stand in text, in its braces
//
// Outcomes: standing (warn), none (pass), undecided (nothing was read). The texts may use {label}, which
// lists the gaps seen, {url}, {count} and {pages}.
type gapParams struct {
	Kind string `yaml:"kind"`
}

type gapCheck struct{ gapParams }

func gapKind() Kind {
	return Kind{
		Reasons: []string{"standing", "none", "undecided"},
		New: func(r *rule.Rule, _ *words.Book) (Check, error) {
			var c gapCheck
			if err := strict(r, &c.gapParams); err != nil {
				return nil, err
			}
			return &c, nil
		},
	}
}

func (c *gapCheck) Needs(Case, *survey.Survey) []survey.Need { return nil }

func (c *gapCheck) Inspect(p *page.Page, _ *survey.PageFacts) Finding {
	var out Finding
	for _, b := range p.Blocks() {
		for _, at := range gapsIn(b.Text, rule.Gaps) {
			node := b.NodeAt(at.start)
			sight := p.Sight(node)
			if sight.State == page.Hidden {
				continue
			}
			out.Evidence = append(out.Evidence, survey.Evidence{
				Place: survey.Place{
					URL: p.URL, Selector: p.Selector(b.Node), Line: p.Line(b.Node), Excerpt: clipped(b.Text, at.start), Visible: true, Why: sight.Why, Pages: 1,
				},
				Group: "gap", Key: at.name, Region: b.Region, Kind: p.Kind, Language: p.Language,
				Certain: sight.State != page.Unknown, Doubt: sight.Doubt,
			})
		}
	}
	return out
}

// gap is the place of a gap in a text.
type gap struct {
	start int
	name  string
}

// maxGaps bounds what one text can hold.
const maxGaps = 20

// gapsIn are the gaps of a text: one of the names in braces.
func gapsIn(text string, names []string) []gap {
	var out []gap
	for at := 0; len(out) < maxGaps; {
		i := strings.IndexByte(text[at:], '{')
		if i < 0 {
			return out
		}
		start := at + i
		at = start + 1
		end := strings.IndexByte(text[at:min(len(text), at+40)], '}')
		if end > 0 && slices.Contains(names, text[at:at+end]) && !variable(text, start, at+end+1) {
			out = append(out, gap{start, text[at : at+end]})
		}
	}
	return out
}

// variable reports whether the braces from start to end are those of a theme's
// or script's variable, such as {{price}} or ${price}.
func variable(text string, start, end int) bool {
	return start > 0 && strings.IndexByte("{$#%", text[start-1]) >= 0 || end < len(text) && text[end] == '}'
}

// clipped is the text around an offset, cut at characters.
func clipped(text string, at int) string {
	const around = 80
	from, to := max(0, at-around), min(len(text), at+around)
	return strings.ToValidUTF8(text[from:to], "")
}

func (c *gapCheck) Judge(_ Case, s *survey.Survey, evidence []survey.Evidence) Verdict {
	v := Verdict{Outcome: Pass, Fact: true, Reason: "none", Evidence: evidence, Args: counts(s, evidence)}
	if len(evidence) == 0 {
		if excuses := s.Excuses(); s.Count() == 0 && len(excuses) > 0 {
			return unclear(excuses)
		}
		return v
	}
	var names []string
	for _, e := range evidence {
		if !slices.Contains(names, e.Key) {
			names = append(names, e.Key)
		}
	}
	v.Outcome, v.Reason = Warn, "standing"
	with(with(v.Args, "label", strings.Join(names, ", ")), "url", evidence[0].URL)
	return v
}
