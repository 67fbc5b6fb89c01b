package check

import (
	"bytes"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// reductionParams is a rule for prices that are announced as cut.
//
//	check:
//	  kind: reduction
//	  on: [product, category, home]
//	  note: [lowest-price]   # lists: words that name the lowest price of 30 days, or say what the price is compared with
//
// A cut is a price in del, s or strike beside another price. Outcomes: found
// (pass: the note stands on the page), no-note, arithmetic (warn: the
// percentage shown is not that of the two prices; {detail}), none (pass),
// undecided.
type reductionParams struct {
	Kind string       `yaml:"kind"`
	On   []words.Kind `yaml:"on"`
	Note []string     `yaml:"note"`
}

type reductionCheck struct {
	reductionParams
	lists []words.List
}

func reductionKind() Kind {
	return Kind{
		Reasons: []string{"found", "no-note", "arithmetic", "none", "undecided"},
		New: func(r *rule.Rule, book *words.Book) (Check, error) {
			c := &reductionCheck{}
			if err := strict(r, &c.reductionParams); err != nil {
				return nil, err
			}
			v := &vocabulary{rule: r, book: book}
			var err error
			c.Note, err = v.named(c.Note...)
			c.lists = v.lists
			return c, err
		},
	}
}

func (c *reductionCheck) Lists() []words.List { return c.lists }

func (c *reductionCheck) Needs(_ Case, s *survey.Survey) []survey.Need {
	return s.Unmet(words.Product)
}

// maxCuts bounds the prices that are looked at on one page.
const maxCuts = 5

func (c *reductionCheck) Inspect(p *page.Page, f *survey.PageFacts) Finding {
	var out Finding
	if !slices.Contains(c.On, p.Kind) || !struck(p.Body) {
		return out
	}
	noted := len(f.Terms.Of(c.Note...)) > 0
	for _, n := range p.Doc().Find("del, s, strike").Nodes {
		if len(out.Evidence) == maxCuts {
			break
		}
		e, ok := c.cut(p, n)
		if !ok {
			continue
		}
		if e.Group == "cut" && noted {
			e.Group = "noted"
		}
		out.Evidence = append(out.Evidence, e)
	}
	return out
}

// struck is the cheap first question: could something be struck through?
func struck(body []byte) bool {
	return bytes.Contains(body, []byte("<del")) || bytes.Contains(body, []byte("<s>")) || bytes.Contains(body, []byte("<s ")) ||
		bytes.Contains(body, []byte("<strike")) || bytes.Contains(body, []byte("<DEL"))
}

// cut is a struck price as evidence; ok is false for other struck text.
func (c *reductionCheck) cut(p *page.Page, n *html.Node) (survey.Evidence, bool) {
	old, ok := amount(textOf(n, nil, 100))
	if !ok {
		return survey.Evidence{}, false
	}
	e := nodeEvidence(p, n, "cut")
	holder := n.Parent
	for i := 0; i < 3 && holder != nil && holder.DataAtom != atom.Body; i++ {
		text := textOf(holder, n, 400)
		now, priced := amount(text)
		if !priced {
			holder = holder.Parent
			continue
		}
		e.Excerpt, e.Key = clean(textOf(holder, nil, 200)), "cut"
		e.Values = map[string]string{}
		if shown, ok := percentage(text); ok && now > 0 && now < old {
			real := 100 * (old - now) / old
			if math.Abs(real-shown) > 1.5 && len(money.FindAllString(text, 3)) == 1 {
				e.Group = "arithmetic"
				e.Values["detail"] = strconv.FormatFloat(shown, 'f', -1, 64) + " % ≠ " + strconv.FormatFloat(real, 'f', 1, 64) + " %"
			}
		}
		return e, e.Visible
	}
	return e, false
}

func clean(s string) string { return strings.Join(strings.Fields(s), " ") }

// textOf is the text below a node but for one part of it, at most so many
// bytes.
func textOf(n, but *html.Node, most int) string {
	var b strings.Builder
	var walk func(*html.Node, int)
	walk = func(n *html.Node, depth int) {
		if n == but || depth > 20 || b.Len() > most {
			return
		}
		if n.Type == html.TextNode {
			b.WriteString(n.Data + " ")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, depth+1)
		}
	}
	walk(n, 0)
	return b.String()
}

// amount is the first price of a text.
func amount(text string) (float64, bool) {
	if !hasDigit(text) {
		return 0, false
	}
	at := moneyAt(text)
	if at == nil {
		return 0, false
	}
	m := text[at[0]:at[1]]
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '.' || r == ',' {
			return r
		}
		return -1
	}, m)
	digits = strings.Trim(digits, ".,")
	if i := strings.LastIndexAny(digits, ".,"); i >= 0 && len(digits)-i-1 == 2 {
		digits = strings.NewReplacer(".", "", ",", "").Replace(digits[:i]) + "." + digits[i+1:]
	} else {
		digits = strings.NewReplacer(".", "", ",", "").Replace(digits)
	}
	v, err := strconv.ParseFloat(digits, 64)
	return v, err == nil && v > 0
}

var percent = regexp.MustCompile(`[-−–]\s?(\d{1,2})\s?%`)

// percentage is the cut that a text shows, in percent.
func percentage(text string) (float64, bool) {
	m := percent.FindStringSubmatch(text)
	if m == nil {
		return 0, false
	}
	v, err := strconv.ParseFloat(m[1], 64)
	return v, err == nil
}

func (c *reductionCheck) Judge(_ Case, s *survey.Survey, evidence []survey.Evidence) Verdict {
	v := Verdict{Outcome: Pass, Fact: true, Reason: "none", Args: counts(s, evidence)}
	for _, q := range []struct {
		group, reason string
		outcome       Outcome
	}{{"arithmetic", "arithmetic", Warn}, {"cut", "no-note", Warn}, {"noted", "found", Pass}} {
		if hits := pick(evidence, inGroup(q.group)); len(hits) > 0 {
			v.Outcome, v.Reason, v.Evidence = q.outcome, q.reason, hits
			with(with(v.Args, "url", hits[0].URL), "detail", hits[0].Values["detail"])
			return v
		}
	}
	if excuses := s.Excuses(words.Home); len(excuses) > 0 {
		return unclear(excuses)
	}
	return v
}
