package audit_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/shoplint/shoplint/pkg/adr"
	"github.com/shoplint/shoplint/pkg/audit"
	"github.com/shoplint/shoplint/pkg/check"
	"github.com/shoplint/shoplint/pkg/law"
	"github.com/shoplint/shoplint/pkg/source"
	"github.com/shoplint/shoplint/pkg/survey"
	"github.com/shoplint/shoplint/pkg/words"
	"github.com/shoplint/shoplint/rules"
)

// The same page under the law of two days: the rule has been turned round.
func ExampleAuditor_Shop() {
	var book audit.Book
	var err error
	if book.Rules, err = rules.Book(check.Words()); err != nil {
		fmt.Println(err)
		return
	}
	if book.Words, err = words.Load(rules.FS()); err != nil {
		fmt.Println(err)
		return
	}
	if book.ADR, err = adr.Load(rules.FS()); err != nil {
		fmt.Println(err)
		return
	}
	const page = `<!doctype html><html lang="en"><title>Rugs</title><h1>Rugs</h1><a href="https://ec.europa.eu/consumers/odr">ODR</a>`
	for _, day := range []string{"2024-06-01", "2026-11-22"} {
		a, err := audit.New(book, audit.Options{Day: law.MustDay(day), Only: []string{"odr-link", "odr-link-stale"}})
		if err != nil {
			fmt.Println(err)
			return
		}
		shop, err := a.Shop(context.Background(), "-", survey.Stdin, func(ctx context.Context, sink survey.Sink) (survey.Totals, error) {
			return source.Stdin(ctx, strings.NewReader(page), source.Options{Book: book.Words}, sink)
		})
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, r := range shop.Results {
			fmt.Println(day, r.Rule.ID, r.Outcome)
		}
	}
	// Output:
	// 2024-06-01 odr-link pass
	// 2024-06-01 odr-link-stale not-in-force
	// 2026-11-22 odr-link not-in-force
	// 2026-11-22 odr-link-stale fail
}
