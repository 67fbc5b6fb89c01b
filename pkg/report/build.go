package report

import (
	"slices"
	"strings"
	"time"

	"github.com/shoplint/shoplint/pkg/adr"
	"github.com/shoplint/shoplint/pkg/audit"
	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
)

// BuildOptions are what a report says beside what was found.
type BuildOptions struct {
	Lang    string // of messages: en, nl, fr or de
	Version string // of the program
	Book    *rule.Book
	ADR     *adr.Directory
	Gate    GateOptions
	Past    bool // the day was given and is not today
	All     bool
	Settings
}

// Build puts audited shops into words.
func Build(shops []*audit.Shop, o BuildOptions) *Report {
	r := &Report{
		Version: 1, Tool: Tool{Name: "shoplint", Version: o.Version, Rulebook: o.Book.Updated.String()},
		Shops: []Shop{}, Lang: o.Lang, Past: o.Past, All: o.All, Limits: o.Gate,
	}
	r.Compared, r.Agency = o.Baseline != nil, o.Agency
	for i, s := range shops {
		b := builder{BuildOptions: o, shop: s, survey: s.Survey}
		built := b.build(i)
		b.compare(&built, len(shops) == 1)
		built.count()
		r.Shops = append(r.Shops, built)
		r.AsOf = s.Case.Day.String()
	}
	r.Gate = Decide(r.Shops, o.Gate)
	return r
}

// builder words one shop.
type builder struct {
	BuildOptions
	shop   *audit.Shop
	survey *survey.Survey
}

func (b builder) build(n int) Shop {
	s, v := b.shop, b.survey
	out := Shop{
		Target: v.Target, Source: v.Source, Interrupted: v.Interrupted,
		Country: string(s.Case.Seller), CountrySource: s.Case.SellerBy, CountrySign: s.Sign,
		SellsTo: codes(s.Case.Customers), SellsToSource: s.Case.CustomersBy, SellsToSign: s.Case.MarketSign,
		Profile: profileOf(s.Case.Profile), Languages: v.Languages(), Platform: v.Platform,
		Facts: b.facts(),
		Survey: Survey{
			Pages: some(v.Pages), Unread: some(v.Unread), Requests: v.Requests, Bytes: v.Bytes,
			Stopped: v.Stopped, Notes: some(v.Notes), Paths: some(v.Paths),
		},
		Results: []Result{}, Coming: []Coming{},
		Times: Times{Started: s.Started.UTC().Format(time.RFC3339), ElapsedMS: s.Elapsed.Milliseconds()},
	}
	if s.Outside != "" { // judged as one of the Union, and reported for what it is
		out.Country, out.CountrySource = string(s.Outside), "detected"
	}
	for _, r := range s.Results {
		r = b.weigh(r)
		res := b.result(r)
		b.ignored(n, r, &res)
		out.Results = append(out.Results, res)
	}
	out.Turns = b.turns()
	for _, c := range s.Coming {
		out.Coming = append(out.Coming, Coming{
			Rule: c.Rule.ID, Title: b.text(c.Rule).Title, Day: c.Day.String(), Status: c.Status, WouldBe: string(c.WouldBe), Countries: codes(c.States),
		})
	}
	return out
}

var outcomes = []check.Outcome{
	check.Pass, check.Warn, check.Fail, check.Unclear, check.NotApplicable, check.NotInForce, check.Broken,
}

func (b builder) facts() Facts {
	f := Facts{
		Emails: some(b.survey.Emails.List()), ODRLinks: []survey.ODRLink{}, ODRMentions: []survey.Mention{},
		SuccessorLinks: []survey.Mention{},
		Identifiers:    identifiers(b.survey), Phones: phones(b.survey, b.shop.Case.Seller),
	}
	for _, t := range b.survey.Targets {
		switch t.Name {
		case "odr-platform":
			f.ODRLinks = append(f.ODRLinks, odrLink(t))
		case "odr-successor":
			f.SuccessorLinks = append(f.SuccessorLinks, survey.Mention{
				Excerpt: t.Excerpt, SaysClosed: t.Closed, Visible: t.Visible, URL: t.URL, Selector: t.Selector, Pages: t.Pages,
			})
		}
	}
	f.ODRMentions = append(f.ODRMentions, b.survey.Mentions...)
	return f
}

// odrLink is a link as the facts list it.
func odrLink(t survey.TargetLink) survey.ODRLink {
	return survey.ODRLink{
		Href: t.Href, Visible: t.Visible, Certain: t.Certain, Why: t.Why, Views: t.Views,
		URL: t.URL, Selector: t.Selector, Pages: t.Pages,
	}
}

func codes(list []law.Country) []string {
	out := []string{}
	for _, c := range list {
		out = append(out, string(c))
	}
	return out
}

// some is list, or an empty list: JSON never shows null.
func some[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// text is a rule's words in the report's language, English where there are
// none.
func (b builder) text(r *rule.Rule) rule.Text {
	if t, ok := r.Text[b.Lang]; ok {
		return t
	}
	return r.Text["en"]
}

// shopLanguages are those of text to paste: what the shop's pages speak, else
// the languages of its country, else the report's.
func (b builder) shopLanguages(has func(string) bool) []string {
	for _, list := range [][]string{b.survey.Languages(), b.shop.Case.Seller.Languages(), {b.Lang}} {
		var out []string
		for _, l := range list {
			if has(l) && !slices.Contains(out, l) {
				out = append(out, l)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return []string{"en"}
}

// fill replaces {name} by its value; a name without one stays as a visible gap.
func fill(text string, args map[string]string) string {
	if len(args) == 0 || !strings.Contains(text, "{") {
		return text
	}
	pairs := make([]string, 0, 2*len(args))
	for k, v := range args {
		pairs = append(pairs, "{"+k+"}", v)
	}
	return strings.NewReplacer(pairs...).Replace(text)
}
