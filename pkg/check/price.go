package check

import (
	"regexp"
	"slices"
	"strings"

	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/page"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// priceParams is a rule that wants prices with tax, and word of the delivery
// charges, where goods are offered.
//
//	check:
//	  kind: price
//	  on: [product]          # kinds of pages that offer something
//	  gross: [with-tax]      # lists: words that say tax is in
//	  net: [without-tax]     # lists: words that say it is not
//	  delivery: [charges]    # lists: words or links on delivery charges
//	  say-tax: [DE, AT]      # countries that want it said that tax is in
//
// Outcomes: found (pass), net-only (fail), no-tax-word, no-delivery (warn),
// no-price (not-applicable: no page with a price was read), undecided.
type priceParams struct {
	Kind     string        `yaml:"kind"`
	On       []words.Kind  `yaml:"on"`
	Gross    []string      `yaml:"gross"`
	Net      []string      `yaml:"net"`
	Delivery []string      `yaml:"delivery"`
	SayTax   []law.Country `yaml:"say-tax"`
}

type priceCheck struct {
	priceParams
	lists []words.List
}

func priceKind() Kind {
	return Kind{
		Reasons: []string{"found", "net-only", "no-tax-word", "no-delivery", "no-price", "undecided"},
		New: func(r *rule.Rule, book *words.Book) (Check, error) {
			c := &priceCheck{}
			if err := strict(r, &c.priceParams); err != nil {
				return nil, err
			}
			v := &vocabulary{rule: r, book: book}
			for _, list := range []*[]string{&c.Gross, &c.Net, &c.Delivery} {
				named, err := v.named(*list...)
				if err != nil {
					return nil, err
				}
				*list = named
			}
			c.lists = v.lists
			return c, nil
		},
	}
}

func (c *priceCheck) Lists() []words.List { return c.lists }

func (c *priceCheck) Needs(_ Case, s *survey.Survey) []survey.Need { return s.Unmet(words.Product) }

// money is an amount with its currency.
var money = regexp.MustCompile(`(?:€|EUR|£|zł|PLN|Kč|CZK|kr|SEK|DKK|Ft|HUF|lei|RON|лв)\s?\d[\d .,']*|\d[\d .,']*\s?(?:€|EUR\b|zł|PLN\b|Kč|CZK\b|kr\b|SEK\b|DKK\b|Ft\b|HUF\b|lei\b|RON\b|лв)`)

// currency is a mark of money as money reads it.
type currency struct {
	mark   string
	before bool // only before an amount
	word   bool // behind an amount no letter may follow
}

var currencies = []currency{
	{mark: "€"}, {mark: "EUR", word: true}, {mark: "£", before: true}, {mark: "zł"}, {mark: "PLN", word: true},
	{mark: "Kč"}, {mark: "CZK", word: true}, {mark: "kr", word: true}, {mark: "SEK", word: true}, {mark: "DKK", word: true},
	{mark: "Ft", word: true}, {mark: "HUF", word: true}, {mark: "lei", word: true}, {mark: "RON", word: true}, {mark: "лв"},
}

// moneyAt is where the first amount of a text stands, nil for none: what money
// finds, in one pass from digit to digit.
func moneyAt(text string) []int {
	for i := 0; i < len(text); {
		if !digit(text[i]) {
			i++
			continue
		}
		end := i
		for end < len(text) && (digit(text[end]) || strings.IndexByte(" .,'", text[end]) >= 0) {
			end++
		}
		if from := markBefore(text[:i]); from >= 0 {
			return []int{from, end}
		}
		if to := markBehind(text, end); to >= 0 {
			return []int{i, to}
		}
		i = end
	}
	return nil
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// blank reports what an expression takes for space.
func blank(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' && c != '\v' }

// markBefore is where the mark begins with which a text ends, -1 for none.
func markBefore(text string) int {
	if n := len(text); n > 0 && blank(text[n-1]) {
		text = text[:n-1]
	}
	for _, c := range currencies {
		if strings.HasSuffix(text, c.mark) {
			return len(text) - len(c.mark)
		}
	}
	return -1
}

// markBehind is where the mark ends that follows at a place, -1 for none.
func markBehind(text string, at int) int {
	if at < len(text) && blank(text[at]) {
		at++
	}
	for _, c := range currencies {
		if c.before || !strings.HasPrefix(text[at:], c.mark) {
			continue
		}
		at += len(c.mark)
		if c.word && at < len(text) && wordByte(text[at]) {
			return -1
		}
		return at
	}
	return -1
}

func wordByte(c byte) bool {
	return c == '_' || digit(c) || c|0x20 >= 'a' && c|0x20 <= 'z'
}

// maxPriceText is how long a block may be to be a price.
const maxPriceText = 160

// priceIn is the first price of a page that is an offer, as evidence.
func priceIn(p *page.Page) (survey.Evidence, bool) {
	for _, b := range p.Blocks() {
		if len(b.Text) > maxPriceText || b.Region == page.Header || b.Region == page.Footer || b.Region == page.Nav || !hasDigit(b.Text) {
			continue
		}
		m := moneyAt(b.Text)
		if m == nil || !strings.ContainsAny(b.Text[m[0]:m[1]], "123456789") { // an empty cart, a price that a script fills in
			continue
		}
		if e := nodeEvidence(p, b.NodeAt(m[0]), "price"); e.Visible {
			e.Excerpt, e.Key = b.Text, "price"
			return e, true
		}
	}
	return survey.Evidence{}, false
}

func (c *priceCheck) Inspect(p *page.Page, f *survey.PageFacts) Finding {
	var out Finding
	offer := slices.Contains(c.On, p.Kind)
	if offer {
		if e, ok := priceIn(p); ok {
			out.Evidence = append(out.Evidence, e)
		}
	}
	for _, q := range []struct {
		group string
		lists []string
		any   bool
	}{{"gross", c.Gross, offer || p.Kind == words.Home}, {"net", c.Net, offer}, {"delivery", c.Delivery, true}} {
		if !q.any {
			continue
		}
		for _, t := range f.Terms.Of(q.lists...) {
			if e := termEvidence(p, t, q.group); e.Visible {
				out.Evidence = append(out.Evidence, e)
				break
			}
		}
	}
	return out
}

func (c *priceCheck) Judge(cs Case, s *survey.Survey, evidence []survey.Evidence) Verdict {
	v := Verdict{Outcome: Pass, Fact: true, Reason: "found", Args: counts(s, evidence)}
	prices := pick(evidence, inGroup("price"))
	if len(prices) == 0 {
		v.Outcome, v.Reason = NotApplicable, "no-price"
		return v
	}
	with(v.Args, "url", prices[0].URL)
	gross, net := pick(evidence, inGroup("gross")), pick(evidence, inGroup("net"))
	delivery := pick(evidence, inGroup("delivery"))
	switch {
	case len(net) > 0 && len(gross) == 0:
		v.Outcome, v.Reason, v.Evidence = Fail, "net-only", net
	case len(gross) == 0 && slices.Contains(c.SayTax, cs.Seller):
		v.Outcome, v.Reason, v.Evidence = Warn, "no-tax-word", prices
	case len(delivery) == 0:
		v.Outcome, v.Reason, v.Evidence = Warn, "no-delivery", prices
	default:
		v.Evidence = append(gross, delivery...)
	}
	if v.Outcome != Pass {
		if excuses := s.Excuses(words.Product, words.Delivery); len(excuses) > 0 {
			return unclear(excuses)
		}
		with(v.Args, "detail", v.Evidence[0].Excerpt)
	}
	return v
}
