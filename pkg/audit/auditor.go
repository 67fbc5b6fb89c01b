// Package audit runs the rule book over a shop for a case: it reads the shop
// through a source, lets every check look at every page once, and judges.
package audit

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/shoplint/shoplint/pkg/adr"
	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/contact"
	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/profile"
	"github.com/shoplint/shoplint/pkg/rule"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
)

// Book is everything the auditor knows: rules, vocabulary and ADR bodies.
type Book struct {
	Rules *rule.Book
	Words *words.Book
	ADR   *adr.Directory
}

// Options are what the user asked for. The zero Day is today in the seller's
// country; an empty Seller is detected; empty Customers are the seller's
// country alone.
type Options struct {
	Day       law.Day
	Seller    law.Country
	SellerBy  string // flag or config, for a given Seller
	Customers []law.Country
	// CustomersBy is flag or config, for given Customers.
	CustomersBy string
	Profile     profile.Profile // what the user said of the seller; the rest is detected
	Only        []string        // rule ids, aliases or topics
	Skip        []string
	Forecast    bool             // judge the days to come as well
	Now         func() time.Time // nil: time.Now
}

// Auditor is a rule book made ready for a run. It is safe for concurrent use.
type Auditor struct {
	book    Book
	opts    Options
	rules   []*rule.Rule
	checks  []check.Check
	extract *survey.Extractor
}

// New builds the checks of the selected rules, once. The error names an
// unknown rule or topic and the nearest known one.
func New(book Book, o Options) (*Auditor, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	a := &Auditor{book: book, opts: o}
	rules, err := choose(book.Rules, o.Only, o.Skip)
	if err != nil {
		return nil, err
	}
	for _, r := range rules {
		c, err := check.New(r, book.Words)
		if err != nil {
			return nil, err
		}
		if d, ok := c.(check.Directed); ok {
			d.Direct(book.ADR)
		}
		a.rules = append(a.rules, r)
		a.checks = append(a.checks, c)
	}
	a.extract = survey.NewExtractor(book.Words, contact.NewJudge(contact.Options{ADR: book.ADR.Domains()}))
	a.extract.Matcher = words.NewMatcher(check.Lists(a.checks))
	return a, nil
}

// choose applies --only and --skip, in book order.
func choose(book *rule.Book, only, skip []string) ([]*rule.Rule, error) {
	names := func(flag string, list []string) (map[string]bool, error) {
		out := map[string]bool{}
		for _, n := range list {
			found := book.Find(strings.TrimSpace(n))
			if len(found) == 0 {
				return nil, unknownRule(book, flag, n)
			}
			for _, r := range found {
				out[r.ID] = true
			}
		}
		return out, nil
	}
	keep, err := names("--only", only)
	if err != nil {
		return nil, err
	}
	drop, err := names("--skip", skip)
	if err != nil {
		return nil, err
	}
	var out []*rule.Rule
	for i := range book.Rules {
		r := &book.Rules[i]
		if (len(only) == 0 || keep[r.ID]) && !drop[r.ID] {
			out = append(out, r)
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("--only and --skip leave no rule: %q less %q", strings.Join(only, ","), strings.Join(skip, ","))
	}
	return out, nil
}

func unknownRule(book *rule.Book, flag, name string) error {
	if near := book.Nearest(name); near != "" {
		return fmt.Errorf("%s: no rule or topic %q; did you mean %q?", flag, name, near)
	}
	return fmt.Errorf("%s: no rule or topic %q; see: shoplint rules list", flag, name)
}

// Reader feeds the documents of one shop into a sink.
type Reader func(context.Context, survey.Sink) (survey.Totals, error)

// Shop is one audited shop, in data; words come with the report.
type Shop struct {
	Survey  *survey.Survey
	Case    check.Case
	Sign    string      // what a detected country was read off
	Outside law.Country // the detected country when it is not a state of the Union
	Results []Result
	Coming  []Coming
	Turns   []Turn // with Options.Forecast: what changes after the day
	Started time.Time
	Elapsed time.Duration
}

// Shop reads a shop and judges it. A shop that cannot be read is a result;
// the error is for a target that is wrong.
func (a *Auditor) Shop(ctx context.Context, target string, src survey.Source, read Reader) (*Shop, error) {
	start := a.opts.Now()
	k := newSink(a, target, src)
	totals, err := read(ctx, k)
	if err != nil {
		return nil, err
	}
	k.survey.Finish(totals)
	shop := a.Judge(k.survey, k.evidence, k.broken)
	shop.Started = start
	shop.Elapsed = a.opts.Now().Sub(start)
	return shop, nil
}
